using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Feedback;

/// <summary>
/// Words to marks that are filed already: what one takes, what was missing, and whether the head may know whose they are.
/// </summary>
internal sealed class CommentFlow(FeedbackReader reader) : Flow
{
    private const string Name = FeedbackLinks.Words;

    public override string Key => Name;

    public override Access Access => FeedbackScreens.Concerned(reader);

    public override string Title => FeedbackTexts.WordsTitle;

    public override string Unfinished => FeedbackTexts.Unfinished;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Start.Number() is not { } code) return Say(FeedbackScreens.Refused(FilingRefusal.NoSuchMeeting));
        var (meeting, person) = (Meeting.OfCode(code), ask.Person);
        var details = await reader.Details(meeting, person);
        if (FilingRules.Check(details?.Occasion, ask.Now) is { } refusal) return Say(FeedbackScreens.Refused(refusal));
        var filed = await reader.Filed(meeting, person);
        if (FilingRules.CheckChange(filed?.FiledOn, ask.Zone.DayOf(ask.Now)) is { } late) return Say(FeedbackScreens.Refused(late));

        var willUse = await ask.OptionalText("use", FeedbackTexts.WillUse, FilingRules.LongestText, Shortened);
        var wasMissing = await ask.OptionalText("missing", FeedbackTexts.WasMissing, FilingRules.LongestText, Shortened);
        if (willUse is null && wasMissing is null) return Do(new WriteComment(meeting, null, null, ShowName: false));
        var named = await ask.Confirm(filed!.Named ? FeedbackTexts.HowToSignAgain
            : FeedbackTexts.HowToSign, [new Option<bool>(false, FeedbackTexts.Anonymous), new Option<bool>(true, FeedbackTexts.ShowName)]);
        return Do(new WriteComment(meeting, willUse, wasMissing, named));
    }

    /// <summary>Kept whole, repeated by its beginning.</summary>
    private static Parsed<string> Shortened(string text) => new Parsed<string>.Good(text, Ellipsis.Cut(text, 300));
}

/// <summary>Words, and whether a name stands under them.</summary>
internal sealed record WriteComment(Meeting Meeting, string? WillUse, string? WasMissing, bool ShowName);

internal sealed class WriteCommentHandler(FeedbackReader reader, FeedbackStore store, SiteZone zone) : Handler<WriteComment>
{
    public override async Task<Done> Handle(WriteComment command, Turn turn)
    {
        var (meeting, person, today) = (command.Meeting, turn.Person, zone.DayOf(turn.Now));
        // A week may have passed while the form was open, and the leader may have corrected who was there.
        if (FilingRules.Check((await reader.Details(meeting, person))?.Occasion, turn.Now) is { } refusal)
            return new Done.With(FeedbackScreens.Refused(refusal));
        if (FilingRules.CheckChange((await reader.Filed(meeting, person))?.FiledOn, today) is { } late)
            return new Done.With(FeedbackScreens.Refused(late));
        await store.Write(meeting, person, command.WillUse, command.WasMissing, command.ShowName, today.AddDays(-FilingRules.DaysToChange));
        return new Done.Opening(FeedbackLinks.Feedback, meeting.Code);
    }
}
