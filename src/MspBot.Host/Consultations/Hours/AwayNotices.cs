using MspBot.Data.Consultations.Hours;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Hours;

/// <summary>What the colleague hears who stands in.</summary>
internal sealed class AwayNotices(PersonReader people, QuietHours quiet)
{
    internal async Task TellAsked(Turn turn, long absence, PersonId standIn, DateOnly first, DateOnly last)
    {
        if (await Both(turn, standIn) is var (tutor, chat))
            Tell(turn, chat, HoursTexts.AskedToStandIn(tutor, first, last), NoticeKey.AskedToStandIn(absence));
    }

    internal async Task TellNoMore(Turn turn, long absence, EndedAbsence ended)
    {
        if (ended.StandInId is { } standIn && await Both(turn, standIn) is var (tutor, chat))
            Tell(turn, chat, HoursTexts.StandInNoMore(tutor, ended.FirstDay, ended.LastDay), NoticeKey.StandInOver(absence));
    }

    private void Tell(Turn turn, ChatId chat, Html text, NoticeKey key) =>
        turn.Tell(new Notice(chat, new Screen(text).Row(Button.Command(HoursTexts.Hours, "hours")), key, quiet.NotBefore(turn.Now)));

    private async Task<(string Tutor, ChatId Chat)?> Both(Turn turn, PersonId standIn) =>
        await people.ShortName(turn.Person) is { } tutor && await people.Chat(standIn) is { } chat ? (tutor, chat) : null;
}
