using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>How a seminar looks to one person: its card, and the messages that carry the card's buttons.</summary>
internal sealed class SeminarScreens(SiteZone zone, WorkingCalendar calendar, IEnumerable<SeminarPart> parts)
{
    /// <summary>What argument shows the description whole.</summary>
    internal const string Whole = "full";

    private const int ShortDescription = 400;

    /// <summary>Under the messenger's limit of 4,096, with room for names and fixed words.</summary>
    private const int LongestText = 3600;

    /// <param name="sheet">As it stands to whoever will see it.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="part">What part they have in it.</param>
    /// <param name="whole">The description whole rather than its beginning.</param>
    /// <param name="news">What has just happened, said first, in place of where they stand.</param>
    internal Screen Card(SeminarSheet sheet, DateTimeOffset now, Part part = Part.Visitor, bool whole = false, Html news = default)
    {
        var seated = sheet.Mine == SignUpState.Confirmed;
        var screen = new Screen(Html.Paragraphs(
            news.IsEmpty ? SeminarTexts.Standing(sheet, now) : news,
            Html.Lines(Html.Bold(sheet.Title), Html.Text(SeminarTexts.Kind(sheet.Kind))),
            SeminarTexts.Facts(sheet, zone),
            sheet.State == SeminarState.Draft ? Html.Text(SeminarTexts.DayOff(calendar, zone.DayOf(sheet.StartsAt)).TrimEnd()) : default,
            seated || sheet.KeepsMine ? default : SeminarTexts.Room(sheet, now),
            EnterTexts.Way(sheet, now, part, zone),
            Description(sheet, whole)));

        screen = Places(Entry(screen, sheet, now), sheet, now);
        if (sheet.Description?.Length > ShortDescription)
            screen = screen.Row(Button.Card(
                whole ? SeminarTexts.ShortDescription : SeminarTexts.WholeDescription,
                SeminarLinks.Seminar, sheet.Id.Value, arg: whole ? "" : Whole));
        if (sheet.Leads && !seated && sheet.Seminar.IsOpen(now))
            screen = screen.Row(Press(SeminarTexts.ToCalendar, sheet, SeminarActions.Calendar));
        if (part != Part.Visitor) screen = HeadScreens.Actions(screen, sheet, now, part);
        foreach (var other in parts.OrderBy(p => p.Order)) screen = screen.Row([.. other.For(sheet, part, now)]);
        return screen.Row(Button.Card(SeminarTexts.ToList, SeminarLinks.Events, 0)) with { Shows = Shown(sheet.Id) };
    }

    /// <summary>Without what only the reader of the sheet is to it.</summary>
    internal static SeminarSheet ForOthers(SeminarSheet sheet) =>
        sheet with { Mine = null, MySignUp = null, MyPlace = null, Came = null, Asked = false, KeepsMine = false, Leads = false };

    /// <summary>By this name earlier cards are found that are to be brought up to date.</summary>
    internal static string Shown(SeminarId id) => $"{SeminarLinks.Seminar}:{id.Value}";

    /// <summary>An earlier card of somebody else's, as it looks now.</summary>
    /// <param name="sheet">As it stands to them.</param>
    /// <param name="who">Whose chat it is in.</param>
    /// <param name="now">The turn's moment.</param>
    internal Screen Again(SeminarSheet sheet, Speaker who, DateTimeOffset now) => (sheet.State, sheet.Mine) switch
    {
        (SeminarState.Cancelled, not null) => Cancelled(sheet, now),
        (SeminarState.Cancelled, null) => CancelledForOthers(sheet, now),
        _ => Card(sheet, now, Sight.PartOf(who, sheet, now)),
    };

    /// <summary>«Отменено», to those who had a place: they hear why, and can take it out of their calendar.</summary>
    internal Screen Cancelled(SeminarSheet sheet, DateTimeOffset now) => CalledOff(sheet, now)
        .Row(Press(SeminarTexts.FromCalendar, sheet, SeminarActions.Calendar))
        .Row(Button.Command(SeminarTexts.OtherEvents, "events"));

    /// <summary>The way in, for those who have a seat: first the button, once they are noted the link itself.</summary>
    private static Screen Entry(Screen screen, SeminarSheet sheet, DateTimeOffset now)
    {
        if (sheet.State != SeminarState.Published || sheet.Mine != SignUpState.Confirmed) return screen;
        var open = Entering.IsOpen(sheet.Seminar, now);
        if (!sheet.Seminar.IsOver(now))
            screen = screen.Row(open && sheet.Came == true && sheet.JoinLink is { } link && Uri.IsWellFormedUriString(link, UriKind.Absolute)
                ? Button.Link(EnterTexts.OpenLink, link).Main()
                : open ? Press(SeminarTexts.Enter, sheet, SeminarActions.Enter).Main() : Press(SeminarTexts.Enter, sheet, SeminarActions.Enter));
        return sheet.Came is null && Entering.CheckCode(sheet.Seminar, sheet.Mine, now) is null
            ? screen.Row(Button.Flow(EnterTexts.ByCode, SeminarLinks.Code, sheet.Id)) : screen;
    }

    /// <summary>«Отменено», to everybody else who holds an old card or a link.</summary>
    internal Screen CancelledForOthers(SeminarSheet sheet, DateTimeOffset now) => CalledOff(sheet with { CancelReason = null }, now)
        .Row(Button.Command(SeminarTexts.OtherEvents, "events"));

    private Screen CalledOff(SeminarSheet sheet, DateTimeOffset now) => new(Html.Paragraphs(
        SeminarTexts.Standing(sheet, now), Html.Bold(sheet.Title), Html.Span(sheet.StartsAt, sheet.EndsAt, zone)));

    private static Screen Places(Screen screen, SeminarSheet sheet, DateTimeOffset now)
    {
        if (!sheet.Seminar.IsOpen(now)) return screen;
        return sheet.Mine switch
        {
            SignUpState.Confirmed => screen
                .Row(Press(SeminarTexts.Leave, sheet, SeminarActions.Leave))
                .Row(Press(SeminarTexts.ToCalendar, sheet, SeminarActions.Calendar), Press(SeminarTexts.Invite, sheet, SeminarActions.Invite)),
            SignUpState.Waitlisted => screen
                .Row(sheet.Asked ? Press(SeminarTexts.Take, sheet, SeminarActions.Take).Main() : null)
                .Row(Press(SeminarTexts.LeaveLine, sheet, SeminarActions.Leave))
                .Row(Press(SeminarTexts.Invite, sheet, SeminarActions.Invite)),
            _ when sheet.Leads => screen.Row(Press(SeminarTexts.Invite, sheet, SeminarActions.Invite)),
            _ when sheet.KeepsMine => screen
                .Row(Press(SeminarTexts.Return, sheet, SeminarActions.Return).Main())
                .Row(Press(SeminarTexts.Invite, sheet, SeminarActions.Invite)),
            _ => screen
                .Row(Press(
                    sheet.Attendance.HasSeatForNewcomer(sheet.Seats) ? SeminarTexts.Join : SeminarTexts.JoinLine,
                    sheet, SeminarActions.Join).Main())
                .Row(Press(SeminarTexts.Invite, sheet, SeminarActions.Invite)),
        };
    }

    private static Html Description(SeminarSheet sheet, bool whole)
    {
        if (sheet.Description is not { } text) return default;
        var others = sheet.Title.Length + (sheet.Audience?.Length ?? 0) + (sheet.JoinLink?.Length ?? 0) + (sheet.CancelReason?.Length ?? 0);
        return Html.Text(Ellipsis.Cut(text, whole ? LongestText - others : ShortDescription));
    }

    private static Button Press(string label, SeminarSheet sheet, string action) => Button.Card(label, SeminarLinks.Seminar, sheet.Id.Value, action);
}
