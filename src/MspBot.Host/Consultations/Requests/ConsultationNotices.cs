using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Notices;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>News about a consultation to the other side; the person who acted sees the fresh card already.</summary>
internal sealed class ConsultationNotices(
    ConsultationScreens screens, ShownConsultations shown, FreeTimesPublisher freeTimes, UnassignedRequests unassigned, QuietHours quiet,
    SiteZone zone)
{
    /// <summary>A new request, or one for another tutor: to the tutor, or to the heads when there is no tutor.</summary>
    internal async Task Asked(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result);
        var after = result.After!;
        if (result.Before is { TutorId: { } was } before && was != after.TutorId) WentElsewhere(turn, before, after);
        if (result.Before is { ColleagueId: not null } asked)
            Tell(turn, asked with { Version = after.Version }, Side.Colleague, NewsTexts.WentElsewhere, Under.Requests);
        if (after.TutorId is null) await TellHeads(turn, after);
        else Tell(turn, after, Side.Tutor, result.Before?.TutorId == after.TutorId ? NewsTexts.AskedAgain : NewsTexts.NewRequest);
    }

    /// <summary>Confirmed or moved: both get the file.</summary>
    internal async Task Agreed(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result);
        var (before, after) = (result.Before!, result.After!);
        var other = Mine(turn, after).Other();
        var news = before.State == ConsultationState.Confirmed ? NewsTexts.Moved(before, after, zone)
            : other == Side.Teacher ? NewsTexts.Confirmed : NewsTexts.Chosen;
        Tell(turn, after, other, news);
        TellFile(turn, after, other);
        SayFile(turn, after, other.Other());
    }

    internal Task Offered(Turn turn, ConsultationResult result) =>
        Fresh(turn, result, () => Tell(turn, result.After!, Side.Teacher, default));

    internal Task AllTimesRejected(Turn turn, ConsultationResult result) =>
        Fresh(turn, result, () => Tell(turn, result.After!, Side.Tutor, NewsTexts.AllTimesRejected));

    internal Task Declined(Turn turn, ConsultationResult result) =>
        Fresh(turn, result, () => Tell(turn, result.After!, Side.Teacher, NewsTexts.Declined));

    internal Task MoveAsked(Turn turn, ConsultationResult result) =>
        Fresh(turn, result, () => Tell(turn, result.After!, Mine(turn, result.After!).Other(), NewsTexts.MoveAsked));

    internal Task TimeKept(Turn turn, ConsultationResult result) =>
        Fresh(turn, result, () => Tell(turn, result.After!, Mine(turn, result.After!).Other(), NewsTexts.Stays));

    internal Task LinkSet(Turn turn, ConsultationResult result) =>
        Fresh(turn, result, () => Tell(turn, result.After!, Side.Teacher, NewsTexts.LinkSet));

    internal Task HandedOver(Turn turn, ConsultationResult result) =>
        Fresh(turn, result, () => Tell(turn, result.After!, Side.Colleague, NewsTexts.HandedOver));

    internal Task Returned(Turn turn, ConsultationResult result) =>
        Fresh(turn, result, () => Tell(turn, result.After!, Side.Tutor, NewsTexts.Returned(result.Before!.Colleague)));

    internal async Task Taken(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result);
        var (before, after) = (result.Before!, result.After!);
        Tell(turn, before with { Version = after.Version }, Side.Tutor, NewsTexts.Taken(after.Tutor), Under.Requests);
        Tell(turn, after, Side.Teacher, NewsTexts.OtherTutor);
    }

    internal async Task Assigned(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result);
        var (before, after) = (result.Before!, result.After!);
        if (before.TutorId is not null) WentElsewhere(turn, before, after);
        Tell(turn, after, Side.Tutor, NewsTexts.Assigned);
        Tell(turn, after, Side.Teacher, NewsTexts.OtherTutor);
    }

    internal async Task Cancelled(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result);
        var (before, after) = (result.Before!, result.After!);
        var agreed = before.State == ConsultationState.Confirmed;
        var mine = Mine(turn, after);
        Tell(turn, after, mine.Other(), agreed ? NewsTexts.Cancelled : NewsTexts.TakenBack);
        if (before.ColleagueId is not null)
            Tell(turn, before with { Version = after.Version }, Side.Colleague, NewsTexts.TakenBack, Under.Requests);
        if (!agreed) return;
        TellFile(turn, after, mine.Other());
        SayFile(turn, after, mine);
        await Freed(turn, after);
    }

    /// <summary>A teacher has left for good: all that they had is closed.</summary>
    internal async Task TeacherDeparted(Turn turn, IReadOnlyList<ConsultationResult> all)
    {
        await Redraw(turn, all, Side.Teacher);
        TellTogether(turn, all.Select(result => result.After!), Side.Tutor, NewsTexts.TeacherLeft, NewsTexts.TeachersLeft, Under.Requests);
        foreach (var result in all.Where(result => result.Before!.State == ConsultationState.Confirmed))
        {
            TellFile(turn, result.After!, Side.Tutor);
            await Freed(turn, result.After!);
        }
    }

    /// <summary>A tutor has left for good: what is open waits for another tutor, what was agreed is closed.</summary>
    internal async Task TutorDeparted(Turn turn, IReadOnlyList<ConsultationResult> all)
    {
        await Redraw(turn, all, Side.Tutor);
        var after = all.Select(result => result.After!).ToLookup(details => details.Facts.IsOpen);
        IReadOnlyList<ConsultationDetails> open = [.. after[true]], over = [.. after[false]];
        TellTogether(turn, open, Side.Teacher, NewsTexts.TutorLeftRequest, NewsTexts.TutorLeftRequests);
        await TellHeads(turn, open);
        TellTogether(turn, over, Side.Teacher, NewsTexts.TutorLeft, NewsTexts.TutorLeftAll);
        // An erased tutor is not told: the chat is deleted with the person.
        TellTogether(turn, over, Side.Tutor, NewsTexts.Cancelled, NewsTexts.AllCancelled, Under.Nothing);
        foreach (var details in over)
        {
            TellFile(turn, details, Side.Teacher);
            TellFile(turn, details, Side.Tutor);
        }
    }

    /// <summary>A colleague who was asked to take these over has left for good: they stay with their tutors, who need not wait.</summary>
    internal async Task ColleagueLeft(Turn turn, IReadOnlyList<ConsultationResult> all)
    {
        await Redraw(turn, all, Side.Colleague);
        TellTogether(turn, all.Select(result => result.After!), Side.Tutor, NewsTexts.ColleagueLeft, NewsTexts.ColleagueLeftAll);
    }

    /// <summary>To the previous tutor, unless that tutor refused the request.</summary>
    private void WentElsewhere(Turn turn, ConsultationDetails before, ConsultationDetails after)
    {
        if (before.State != ConsultationState.Declined)
            Tell(turn, before with { Version = after.Version }, Side.Tutor, NewsTexts.WentElsewhere, Under.Requests);
    }

    /// <summary>What was agreed is off: its hour is one that was not there before.</summary>
    private Task Freed(Turn turn, ConsultationDetails details) =>
        details.TutorId is { } tutor ? freeTimes.Tell(tutor, turn) : Task.CompletedTask;

    internal static void SayFile(Turn turn, ConsultationDetails details, Side side) => turn.Say(File(details, side, turn.Now));

    private async Task Redraw(Turn turn, IReadOnlyList<ConsultationResult> all, Side leaves)
    {
        foreach (var result in all) await Redraw(turn, result, leaves);
    }

    private async Task Fresh(Turn turn, ConsultationResult result, Action tell)
    {
        await Redraw(turn, result);
        tell();
    }

    /// <summary>Updates every card sent earlier. Call it before queueing new messages, so that they are not redrawn.</summary>
    /// <param name="turn">Where it happens.</param>
    /// <param name="result">What has changed.</param>
    /// <param name="leaves">The side that was erased: its own chat is not redrawn.</param>
    private Task Redraw(Turn turn, ConsultationResult result, Side? leaves = null)
    {
        var (before, after) = (result.Before, result.After!);
        if (before is null) return Task.CompletedTask;
        var gone = leaves switch
        {
            null => null,
            Side.Teacher => before.TeacherId,
            Side.Colleague => before.ColleagueId,
            _ => before.TutorId,
        };
        return turn.Redraw(ConsultationScreens.Shown(after.Id), async reader =>
            reader.PersonOrNull == gone && reader.Chat == turn.Speaker.Chat ? null : await shown.Draw(reader, before, after, turn.Now));
    }

    private void TellFile(Turn turn, ConsultationDetails details, Side side)
    {
        if (Sides.Chat(details, side) is not { } chat) return;
        var key = NoticeKey.ConsultationFile(details.Id, details.Version, $"{side}", chat);
        turn.Tell(new Notice(chat, File(details, side, turn.Now), key, NotBefore(turn.Now, details)));
    }

    private static Screen File(ConsultationDetails details, Side side, DateTimeOffset now) =>
        new(NewsTexts.File(details)) { File = ConsultationCalendar.File(details, side, now) };

    private async Task TellHeads(Turn turn, params IReadOnlyList<ConsultationDetails> consultations) =>
        turn.Tell(await unassigned.Ask(consultations, turn.Now));

    /// <param name="turn">Where it happens.</param>
    /// <param name="details">As it stands now.</param>
    /// <param name="side">Who hears.</param>
    /// <param name="news">What happened.</param>
    /// <param name="under">Which buttons it has.</param>
    private void Tell(Turn turn, ConsultationDetails details, Side side, Html news, Under under = Under.Card)
    {
        if (Compose(turn, details, side, news, under) is { } notice) turn.Tell(notice);
    }

    /// <summary>The same of several: to one person it is one message.</summary>
    private void TellTogether(
        Turn turn, IEnumerable<ConsultationDetails> consultations, Side side, Html news, NoticeList list, Under under = Under.Card) =>
        turn.Tell(OneMessage.Of(
            from details in consultations
            let one = Compose(turn, details, side, news, under)?.Listed(details, side, zone)
            where one is not null
            select under == Under.Nothing ? one with { Open = null } : one, list));

    /// <summary>Null where they cannot be told.</summary>
    private Notice? Compose(Turn turn, ConsultationDetails details, Side side, Html news, Under under)
    {
        if (Sides.Chat(details, side) is not { } chat) return null;
        var screen = under == Under.Card
            ? screens.Card(details, side, turn.Now, news)
            : new Screen(Html.Paragraphs(news, ConsultationTexts.Facts(details with { Times = [] }, side, zone)))
                .Row(under == Under.Requests ? Button.Command(ConsultationTexts.ToRequests, ConsultationLinks.RequestsWord) : null);
        return new(chat, screen, Key(details, side, chat), NotBefore(turn.Now, details));
    }

    private DateTimeOffset? NotBefore(DateTimeOffset now, ConsultationDetails details) => quiet.NotBefore(now, details.Soonest);

    internal static NoticeKey Key(ConsultationDetails details, Side side, ChatId chat) =>
        NoticeKey.Consultation(details.Id, details.Version, $"{side}", chat);

    /// <summary>Which buttons news has.</summary>
    private enum Under
    {
        Card,

        /// <summary>The way to all requests: the card is no longer theirs.</summary>
        Requests,

        /// <summary>They have lost the role, and with it every way on.</summary>
        Nothing,
    }

    private static Side Mine(Turn turn, ConsultationDetails details) => turn.Person == details.TeacherId ? Side.Teacher : Side.Tutor;
}
