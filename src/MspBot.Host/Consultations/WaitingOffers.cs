using System.Globalization;
using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>A tutor has opened hours: those whose requests wait for a time hear of it, at most once a day.</summary>
internal sealed class WaitingOffers(ConsultationReader reader, HoursReader hours, QuietHours quiet, SiteZone zone) : HoursOpened
{
    public override async Task After(PersonId tutor, Turn turn)
    {
        if ((await hours.Free(tutor, turn.Now)).Count == 0) return;
        var day = zone.DayOf(turn.Now).ToString("O", CultureInfo.InvariantCulture);
        foreach (var one in await reader.WaitingForHours(tutor))
            turn.Tell(one.Chat, new Screen(Html.Paragraphs(NewsTexts.HoursOpened(one.Tutor), Html.Of($"Тема: {one.Topic}")))
                .Row(Button.Flow(RequestListTexts.ChooseTime, RequestFlow.Name, one.Id.Value.ToString(CultureInfo.InvariantCulture))),
                quiet.NotBefore(turn.Now), $"k:{one.Id.Value}:hours:{tutor.Value}:{day}");
    }
}
