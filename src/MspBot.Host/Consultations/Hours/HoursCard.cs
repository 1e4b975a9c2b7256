using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Hours;

/// <summary>/hours</summary>
internal sealed class HoursCommand(HoursCard card) : Command
{
    public override string Name => "hours";

    public override string Description => HoursTexts.Hours;

    public override int Order => 210;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task Run(Turn turn, string args)
    {
        if (await card.Show(turn, 0, "") is { } screen) turn.Show(screen);
    }
}

/// <summary>A tutor's week, how they meet, and their days off: always those of the tutor who speaks, whatever a button carries.</summary>
internal sealed class HoursCard(HoursReader reader, HoursStore store, AwayNotices away, FreeTimesPublisher freeTimes, SiteZone zone) : Card
{
    /// <summary>A face with the way back to hours that were just removed: this, and the hours.</summary>
    private const char Removed = 'u';

    public override string Key => ConsultationLinks.Hours;

    public override Access Access => Access.NoRow("hours and days off are looked for among the speaker's own");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Tutor) || await reader.Details(turn.Person, turn.Now) is not { } details) return null;
        return arg switch
        {
            HoursScreens.SetLength => HoursScreens.WhichLength(details),
            HoursScreens.SetBreak => HoursScreens.WhichBreak(details),
            HoursScreens.SetNotice => HoursScreens.WhichNotice(details),
            HoursScreens.Free => HoursScreens.AsSeen(await reader.Free(turn.Person, turn.Now), details, zone),
            HoursScreens.Return when details.Absences.Count > 0 => HoursScreens.ToReturn(details),
            _ when arg.StartsWith(HoursScreens.Remove, StringComparison.Ordinal) && details.Week.Count > 0 =>
                HoursScreens.ToRemove(details, new Argument(arg[HoursScreens.Remove.Length..]).Number()),
            [Removed, .. var hours] when WeeklySpanPress.Read(hours) is { } span && !details.Week.Any(w => w.Span == span) =>
                HoursScreens.Overview(details, removed: span),
            _ => HoursScreens.Overview(details),
        };
    }

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.Tutor)) return Task.FromResult(Pressed.Warn(HoursTexts.TutorsOnly));
        return action switch
        {
            HoursScreens.Remove => RemoveHours(turn, id, arg),
            HoursScreens.Undo when WeeklySpanPress.Read(arg) is { } span => PutBack(turn, span),
            HoursScreens.Return => EndAbsence(turn, id),
            HoursScreens.SetLength when Among(HoursScreens.Lengths, arg) is { } minutes =>
                Set(turn, store.SetMinutes(turn.Person, minutes)),
            HoursScreens.SetBreak when Among(HoursScreens.Breaks, arg) is { } minutes => Set(turn, store.SetBreak(turn.Person, minutes)),
            HoursScreens.SetNotice when Among(HoursScreens.NoticeHours, arg) is { } hours =>
                Set(turn, store.SetNotice(turn.Person, TimeSpan.FromHours(hours))),
            _ => base.Press(turn, id, action, arg),
        };
    }

    /// <summary>Pressed twice, the way back stays: the button carries the hours as well.</summary>
    private async Task<Pressed> RemoveHours(Turn turn, long id, string hours) => await store.Remove(turn.Person, id) is { } span
        ? Pressed.Fresh($"{Removed}{WeeklySpanPress.Text(span)}", WeeklyHoursTexts.RemovedToast)
        : Pressed.Fresh($"{Removed}{hours}", WeeklyHoursTexts.GoneAlready);

    private async Task<Pressed> PutBack(Turn turn, WeeklySpan span)
    {
        if (await store.PutBack(turn.Person, span) is { } refusal) return Pressed.Warn(WeeklyHoursTexts.Refused(refusal));
        await freeTimes.Tell(turn.Person, turn);
        return Pressed.Fresh(toast: WeeklyHoursTexts.BackToast);
    }

    private async Task<Pressed> EndAbsence(Turn turn, long id)
    {
        if (await store.RemoveAbsence(turn.Person, id) is not { } ended) return Pressed.Fresh(toast: HoursTexts.AbsenceGone);
        await away.TellNoMore(turn, id, ended);
        await freeTimes.Tell(turn.Person, turn);
        return Pressed.Fresh(toast: HoursTexts.Saved);
    }

    private async Task<Pressed> Set(Turn turn, Task set)
    {
        await set;
        // A shorter consultation, break or notice may make room.
        await freeTimes.Tell(turn.Person, turn);
        return Pressed.Fresh(toast: HoursTexts.Saved);
    }

    private static int? Among(IReadOnlyList<int> values, string arg) =>
        new Argument(arg).Number() is { } asked && values.Any(v => v == asked) ? (int)asked : null;
}
