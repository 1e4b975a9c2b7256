using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Feedback;

/// <summary>
/// One meeting to be rated, by a participant. The first mark rests in the buttons of the second and nowhere else; the second
/// tap files. The number is the meeting's code.
/// </summary>
internal sealed class FeedbackCard(
    FeedbackReader reader, FeedbackStore store, FeedbackRequestStore requests, FeedbackScreens screens, SiteZone zone) : Card
{
    private const string Name = FeedbackLinks.Feedback;
    internal const string Rated = "r";
    internal const string Rerated = "e";
    internal const string Again = "ask";
    internal const string Changing = "edit";
    internal const string File = "file";
    internal const string Change = "change";
    internal const string Later = "later";
    internal const string Never = "never";

    public override string Key => Name;

    public override Access Access => FeedbackScreens.Concerned(reader);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var meeting = Meeting.OfCode(id);
        var details = await reader.Details(meeting, turn.Person);
        if (FilingRules.Check(details?.Occasion, turn.Now) is { } refusal) return FeedbackScreens.Refused(refusal);
        if (await Filed(turn, meeting) is { } filed) return OfFiled(turn, details!, filed, arg);
        if (arg.StartsWith(Rated, StringComparison.Ordinal) && Marks.ReadOne(arg[1..]) is { } rating)
            return screens.AskUsefulness(details!, rating);
        return details!.Declined && arg.Length == 0
            ? FeedbackScreens.Declined(details)
            : screens.Ask(meeting, details.Title, details.StartsAt);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var meeting = Meeting.OfCode(id);
        var details = await reader.Details(meeting, turn.Person);
        if (FilingRules.Check(details?.Occasion, turn.Now) is { } refusal)
            return Pressed.Instead(FeedbackScreens.Refused(refusal), FeedbackTexts.Refused(refusal));
        switch (action)
        {
            case File:
                return await Take(turn, meeting, arg);
            case Change:
                return await Retake(turn, meeting, arg);
            case Later:
                return await Filed(turn, meeting) is null ? Pressed.Instead(FeedbackScreens.NotNow(details!)) : Pressed.Fresh();
            case Never when await Filed(turn, meeting) is null:
                await requests.Decline(meeting, turn.Person, declined: true);
                return Pressed.Fresh();
            default:
                return Pressed.Fresh(arg);
        }
    }

    private async Task<Pressed> Take(Turn turn, Meeting meeting, string arg)
    {
        if (Marks.Read(arg) is not { } marks) return Pressed.Warn(FeedbackTexts.Refused(FilingRefusal.OutOfRange));
        var isNew = await store.File(meeting, turn.Person, marks, zone.DayOf(turn.Now));
        return Pressed.Fresh(toast: isNew || (await Filed(turn, meeting))!.Marks == marks ? FeedbackTexts.Taken
            : FeedbackTexts.AlreadyFiled);
    }

    private async Task<Pressed> Retake(Turn turn, Meeting meeting, string arg)
    {
        if (Marks.Read(arg) is not { } marks) return Pressed.Warn(FeedbackTexts.Refused(FilingRefusal.OutOfRange));
        var today = zone.DayOf(turn.Now);
        if (FilingRules.CheckChange((await Filed(turn, meeting))?.FiledOn, today) is { } refusal)
            return Pressed.Warn(FeedbackTexts.Refused(refusal));
        await store.Change(meeting, turn.Person, marks, today.AddDays(-FilingRules.DaysToChange));
        return Pressed.Fresh(toast: FeedbackTexts.Changed);
    }

    private Screen OfFiled(Turn turn, MeetingDetails details, Filed filed, string arg)
    {
        if (FilingRules.CheckChange(filed.FiledOn, zone.DayOf(turn.Now)) is null)
        {
            if (arg == Changing) return screens.AskAgain(details, filed.Marks);
            if (arg.StartsWith(Rerated, StringComparison.Ordinal) && Marks.ReadOne(arg[1..]) is { } rating)
                return screens.AskUsefulnessAgain(details, rating);
        }
        return screens.Thanks(details, filed, turn.Now);
    }

    private Task<Filed?> Filed(Turn turn, Meeting meeting) => reader.Filed(meeting, turn.Person);
}
