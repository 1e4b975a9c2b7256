using System.Globalization;
using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>A tutor has opened hours: those whose requests wait for a time hear of it, of one tutor at most once a day.</summary>
internal sealed class WaitingOffers(WaitingStore store, HoursReader hours, QuietHours quiet, SiteZone zone) : HoursOpened
{
    public override async Task After(PersonId tutor, Turn turn)
    {
        if ((await hours.Free(tutor, turn.Now)).Count == 0) return;
        var waiting = await store.For(tutor);
        await store.Note(waiting.Select(one => one.Id), hasTimes: true);
        foreach (var one in waiting) turn.Tell(one.Chat, Offer(one), quiet.NotBefore(turn.Now), Key(one, turn.Now, zone));
    }

    internal static Screen Offer(HoursWaiter to) => new Screen(Html.Paragraphs(NewsTexts.HoursOpened(to.Tutor), Html.Of($"Тема: {to.Topic}")))
        .Row(Button.Flow(RequestListTexts.ChooseTime, RequestFlow.Name, to.Id.Value.ToString(CultureInfo.InvariantCulture)));

    internal static string Key(HoursWaiter to, DateTimeOffset now, SiteZone zone) =>
        $"k:{to.Id.Value}:hours:{to.TutorId.Value}:{zone.DayOf(now).ToString("O", CultureInfo.InvariantCulture)}";
}
