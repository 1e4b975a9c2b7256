using System.Globalization;
using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>News about a consultation to the other side. Whoever did it sees the fresh card already.</summary>
internal sealed class ConsultationNotices(ConsultationScreens screens, ShownConsultations shown, OpenedHours opened, NobodysRequests nobodys, QuietHours quiet, SiteZone zone)
{
    /// <summary>A new request, or one that comes to another tutor: to the tutor, or to the heads where there is none.</summary>
    internal async Task Asked(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result);
        var after = result.After!;
        if (result.Before is { TutorId: { } was } before && was != after.TutorId) WentElsewhere(turn, before, after);
        if (result.Before is { ColleagueId: not null } asked) Tell(turn, asked with { Version = after.Version }, Side.Colleague, NewsTexts.WentElsewhere, plain: true);
        if (after.TutorId is null) await TellHeads(turn, after);
        else Tell(turn, after, Side.Tutor, result.Before?.TutorId == after.TutorId ? NewsTexts.AskedAgain : NewsTexts.NewRequest);
    }

    /// <summary>Confirmed or moved: both get the file.</summary>
    internal async Task Agreed(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result);
        var (before, after) = (result.Before!, result.After!);
        var other = Mine(turn, after).Other();
        var news = before.State == ConsultationState.Confirmed ? NewsTexts.Moved(before, after, zone) : other == Side.Teacher ? NewsTexts.Confirmed : NewsTexts.Chosen;
        Tell(turn, after, other, news);
        TellFile(turn, after, other);
        SayFile(turn, after, other.Other());
    }

    internal Task Offered(Turn turn, ConsultationResult result) => Fresh(turn, result, () => Tell(turn, result.After!, Side.Teacher, default));

    internal Task NoneFits(Turn turn, ConsultationResult result) => Fresh(turn, result, () => Tell(turn, result.After!, Side.Tutor, NewsTexts.NoneFits));

    internal Task Declined(Turn turn, ConsultationResult result) => Fresh(turn, result, () => Tell(turn, result.After!, Side.Teacher, NewsTexts.Declined));

    internal Task MoveAsked(Turn turn, ConsultationResult result) => Fresh(turn, result, () => Tell(turn, result.After!, Mine(turn, result.After!).Other(), NewsTexts.MoveAsked));

    internal Task Stays(Turn turn, ConsultationResult result) => Fresh(turn, result, () => Tell(turn, result.After!, Mine(turn, result.After!).Other(), NewsTexts.Stays));

    internal Task LinkSet(Turn turn, ConsultationResult result) => Fresh(turn, result, () => Tell(turn, result.After!, Side.Teacher, NewsTexts.LinkSet));

    internal Task HandedOver(Turn turn, ConsultationResult result) => Fresh(turn, result, () => Tell(turn, result.After!, Side.Colleague, NewsTexts.HandedOver));

    internal News? OfferedToStandIn(ConsultationSheet sheet, DateTimeOffset now) => ByTheClock(sheet, Side.Colleague, NewsTexts.YouStandIn, now);

    /// <summary>To whoever is to say yes to another time.</summary>
    internal News? MoveWaits(ConsultationSheet sheet, DateTimeOffset now) =>
        ByTheClock(sheet, Answers(sheet), NewsTexts.MoveWaits, now, ":waits");

    /// <summary>Who is to say yes or no to another time.</summary>
    internal static Side Answers(ConsultationSheet sheet) => sheet.Facts.Pending.Any(t => t.Kind == TimeKind.Offered) ? Side.Teacher : Side.Tutor;

    /// <summary>To whoever had asked for another time.</summary>
    internal News? MoveEnded(ConsultationSheet sheet, Side asked, DateTimeOffset now) => ByTheClock(sheet, asked, NewsTexts.MoveEnded, now);

    internal Task Returned(Turn turn, ConsultationResult result) => Fresh(turn, result, () => Tell(turn, result.After!, Side.Tutor, NewsTexts.Returned(result.Before!.Colleague)));

    internal async Task Taken(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result);
        var (before, after) = (result.Before!, result.After!);
        Tell(turn, before with { Version = after.Version }, Side.Tutor, NewsTexts.Taken(after.Tutor), plain: true);
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
        if (before.ColleagueId is not null) Tell(turn, before with { Version = after.Version }, Side.Colleague, NewsTexts.TakenBack, plain: true);
        if (!agreed) return;
        TellFile(turn, after, mine.Other());
        SayFile(turn, after, mine);
        await Freed(turn, after);
    }

    /// <summary>One side has left for good: all that they had is closed, or waits for another tutor.</summary>
    internal async Task Departed(Turn turn, IReadOnlyList<ConsultationResult> all, Side who)
    {
        foreach (var result in all) await Redraw(turn, result, who);
        IReadOnlyList<ConsultationSheet> after = [.. all.Select(result => result.After!)];
        IReadOnlyList<ConsultationSheet> agreed = [.. all.Where(result => result.Before!.State == ConsultationState.Confirmed).Select(result => result.After!)];
        if (who == Side.Teacher)
        {
            TellTogether(turn, after, Side.Tutor, NewsTexts.TeacherLeft, NewsTexts.TeachersLeft, plain: true);
            foreach (var sheet in agreed)
            {
                TellFile(turn, sheet, Side.Tutor);
                await Freed(turn, sheet);
            }
            return;
        }
        IReadOnlyList<ConsultationSheet> open = [.. after.Where(sheet => sheet.Facts.IsOpen)], over = [.. after.Where(sheet => !sheet.Facts.IsOpen)];
        TellTogether(turn, open, Side.Teacher, NewsTexts.TutorLeftRequest, NewsTexts.TutorLeftRequests);
        await TellHeads(turn, open);
        TellTogether(turn, over, Side.Teacher, NewsTexts.TutorLeft, NewsTexts.TutorLeftAll);
        // Whoever was erased hears nothing: their chat is forgotten with them.
        TellTogether(turn, over, Side.Tutor, NewsTexts.Cancelled, NewsTexts.AllCancelled, plain: true);
        foreach (var sheet in over)
        {
            TellFile(turn, sheet, Side.Teacher);
            TellFile(turn, sheet, Side.Tutor);
        }
    }

    /// <summary>Whoever was asked to take it over has left for good: it stays with its tutor, who need not wait for them.</summary>
    internal async Task ColleagueLeft(Turn turn, ConsultationResult result)
    {
        await Redraw(turn, result, Side.Colleague);
        Tell(turn, result.After!, Side.Tutor, NewsTexts.ColleagueLeft);
    }

    /// <summary>Words from one side to the other; a tutor can answer by one tap.</summary>
    /// <returns>What the writer reads.</returns>
    internal Html Message(Turn turn, ConsultationSheet sheet, Side from, string words)
    {
        if (Sides.Chat(sheet, from.Other()) is not { } chat) return Html.Bold(RequestTexts.NotReachable(from));
        var id = sheet.Id.Value;
        var reply = Button.Flow(ConsultationTexts.Reply, TellTutorFlow.Name, id.ToString(CultureInfo.InvariantCulture));
        var screen = new Screen(NewsTexts.Message(sheet, from, words, zone));
        screen = from == Side.Teacher
            ? screen.Row(Button.Card(ConsultationTexts.Fine, ConsultationCard.Name, id, ConsultationCard.Fine, turn.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), reply)
            : screen.Row(reply);
        var notBefore = quiet.NotBefore(turn.Now, sheet.StartsAt);
        turn.Tell(chat, screen.Row(Button.Card(ConsultationTexts.Open, ConsultationCard.Name, id)), notBefore);
        return Html.Bold(RequestTexts.WordsSent(from, notBefore is { } later ? Russian.Moment(later, zone) : null));
    }

    /// <summary>«Хорошо», once for each message.</summary>
    internal void Fine(Turn turn, ConsultationSheet sheet, string message)
    {
        if (sheet.TeacherChat is not { } chat) return;
        turn.Tell(chat, new Screen(NewsTexts.Message(sheet, Side.Tutor, ConsultationTexts.Fine, zone)).Row(Button.Card(ConsultationTexts.Open, ConsultationCard.Name, sheet.Id.Value)),
            quiet.NotBefore(turn.Now, sheet.StartsAt), $"k:{sheet.Id.Value}:fine:{message}");
    }

    /// <summary>To the tutor who had it; one who refused it is not told what became of it.</summary>
    private void WentElsewhere(Turn turn, ConsultationSheet before, ConsultationSheet after)
    {
        if (before.State != ConsultationState.Declined) Tell(turn, before with { Version = after.Version }, Side.Tutor, NewsTexts.WentElsewhere, plain: true);
    }

    /// <summary>What was agreed is off: its hour is one that was not there before.</summary>
    private Task Freed(Turn turn, ConsultationSheet sheet) => sheet.TutorId is { } tutor ? opened.Tell(tutor, turn) : Task.CompletedTask;

    internal static void SayFile(Turn turn, ConsultationSheet sheet, Side side) => turn.Say(File(sheet, side, turn.Now));

    private async Task Fresh(Turn turn, ConsultationResult result, Action tell)
    {
        await Redraw(turn, result);
        tell();
    }

    /// <summary>Every card sent earlier shows what is true now: before the news, so that these are none of them.</summary>
    /// <param name="turn">Where it happens.</param>
    /// <param name="result">What has changed.</param>
    /// <param name="leaves">Who has left for good: erased, their own chat is left alone.</param>
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
            reader.Person == gone && reader.Chat == turn.Speaker.Chat ? null : await shown.Draw(reader, before, after, turn.Now));
    }

    private void TellFile(Turn turn, ConsultationSheet sheet, Side side)
    {
        if (Sides.Chat(sheet, side) is { } chat) turn.Tell(chat, File(sheet, side, turn.Now), NotBefore(turn.Now, sheet), $"{Key(sheet, side, chat)}:ics");
    }

    private static Screen File(ConsultationSheet sheet, Side side, DateTimeOffset now) =>
        new(NewsTexts.File(sheet)) { File = ConsultationCalendar.File(sheet, side, now) };

    private async Task TellHeads(Turn turn, params IReadOnlyList<ConsultationSheet> sheets) => turn.Tell(await nobodys.Ask(sheets, turn.Now));

    /// <param name="turn">Where it happens.</param>
    /// <param name="sheet">As it stands now.</param>
    /// <param name="side">Who hears.</param>
    /// <param name="news">What happened.</param>
    /// <param name="plain">Without the card's buttons: it is no longer theirs.</param>
    private void Tell(Turn turn, ConsultationSheet sheet, Side side, Html news, bool plain = false) => Compose(turn, sheet, side, news, plain)?.Tell(turn);

    /// <summary>The same of several: to one person it is one message.</summary>
    private void TellTogether(Turn turn, IEnumerable<ConsultationSheet> sheets, Side side, Html news, NoticeList list, bool plain = false) => turn.Tell(OneMessage.Of(
        from sheet in sheets
        let one = Compose(turn, sheet, side, news, plain)
        where one is not null
        select one.Listed(sheet, side, zone), list));

    /// <summary>Null where they cannot be told.</summary>
    private News? Compose(Turn turn, ConsultationSheet sheet, Side side, Html news, bool plain)
    {
        if (Sides.Chat(sheet, side) is not { } chat) return null;
        var screen = plain
            ? new Screen(Html.Paragraphs(news, ConsultationTexts.Facts(sheet with { Times = [] }, side, zone))).Row(Button.Command(ConsultationTexts.ToRequests, RequestsCommand.Word))
            : screens.Card(sheet, side, turn.Now, news);
        return new(chat, screen, NotBefore(turn.Now, sheet), Key(sheet, side, chat));
    }

    private DateTimeOffset? NotBefore(DateTimeOffset now, ConsultationSheet sheet) => quiet.NotBefore(now, sheet.Soonest);

    /// <summary>Null where they cannot be told.</summary>
    private News? ByTheClock(ConsultationSheet sheet, Side side, Html news, DateTimeOffset now, string what = "") => Sides.Chat(sheet, side) is { } chat
        ? new(chat, screens.Card(sheet, side, now, news), NotBefore(now, sheet), $"{Key(sheet, side, chat)}{what}")
        : null;

    /// <summary>Keeps each state of it from being told twice to one side. One person may be two sides: both messages are theirs.</summary>
    internal static string Key(ConsultationSheet sheet, Side side, long chat) => $"k:{sheet.Id.Value}:v{sheet.Version}:{side}:{chat}";

    private static Side Mine(Turn turn, ConsultationSheet sheet) => turn.Speaker.Person == sheet.TeacherId ? Side.Teacher : Side.Tutor;
}
