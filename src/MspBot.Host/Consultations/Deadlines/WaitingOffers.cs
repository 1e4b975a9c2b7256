using System.Globalization;
using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>
/// When a tutor opens hours, tells those whose requests wait for a time: of one tutor at most once a day, and again if there were none in
/// between.
/// </summary>
internal sealed class WaitingOffers(WaitingStore store, HoursReader hours, QuietHours quiet, SiteZone zone) : FreeTimesListener
{
    public override async Task After(PersonId tutor, Turn turn)
    {
        if ((await hours.Free(tutor, turn.Now)).Count == 0) return;
        var offers = new List<ListedNotice>();
        await foreach (var waiting in store.Pages(tutor, onlyNew: false))
        {
            await store.Note(waiting.Select(one => one.Id), hasTimes: true, turn.Now);
            offers.AddRange((await store.Offer(waiting, zone.DayOf(turn.Now))).Select(one => Offer(one, turn.Now, quiet, zone)));
        }
        turn.Tell(OneMessage.Of(offers, NewsTexts.FreeTimesOpenedFor));
    }

    internal static ListedNotice Offer(HoursWaiter to, DateTimeOffset now, QuietHours quiet, SiteZone zone)
    {
        var alone = new Screen(Html.Paragraphs(NewsTexts.FreeTimesOpened(to.Tutor), Html.Of($"Тема: {to.Topic}")))
            .Row(Choose(RequestListTexts.ChooseTime));
        var key = NoticeKey.FreeTimesOpened(to.Id, to.TutorId, zone.DayOf(now), to.NoneSince);
        return new(new(to.Chat, alone, key, quiet.NotBefore(now)), NewsTexts.FreeTimesOpenedLine(to),
            Choose(ConsultationTexts.Label(to.Tutor, to.Subject, to.Topic)));

        Button Choose(string label) => Button.Flow(label, ConsultationLinks.Request, to.Id);
    }
}
