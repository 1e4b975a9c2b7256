using System.Globalization;
using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>
/// A tutor has opened hours: those whose requests wait for a time hear of it, of one tutor at most once a day, and again when there was
/// none meanwhile.
/// </summary>
internal sealed class WaitingOffers(WaitingStore store, HoursReader hours, QuietHours quiet, SiteZone zone) : HoursOpened
{
    public override async Task After(PersonId tutor, Turn turn)
    {
        if ((await hours.Free(tutor, turn.Now)).Count == 0) return;
        await foreach (var waiting in store.Pages(tutor, onlyNew: false))
        {
            await store.Note(waiting.Select(one => one.Id), hasTimes: true, turn.Now);
            foreach (var one in waiting) Offer(one, turn.Now, quiet, zone).Tell(turn);
        }
    }

    internal static News Offer(HoursWaiter to, DateTimeOffset now, QuietHours quiet, SiteZone zone) => new(
        to.Chat,
        new Screen(Html.Paragraphs(NewsTexts.HoursOpened(to.Tutor), Html.Of($"Тема: {to.Topic}")))
            .Row(Button.Flow(RequestListTexts.ChooseTime, RequestFlow.Name, to.Id.Value.ToString(CultureInfo.InvariantCulture))),
        quiet.NotBefore(now),
        string.Create(CultureInfo.InvariantCulture, $"k:{to.Id.Value}:hours:{to.TutorId.Value}:{zone.DayOf(now):O}:{to.NoneSince?.ToUnixTimeSeconds()}"));
}
