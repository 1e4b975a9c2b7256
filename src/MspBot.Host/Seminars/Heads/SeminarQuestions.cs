using System.Globalization;
using MspBot.Data.Meetings;
using MspBot.Data.People;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using MspBot.Host.Printing;

namespace MspBot.Host.Seminars.Heads;

/// <summary>The questions about a seminar, asked when it is made and when it is changed.</summary>
internal static class SeminarQuestions
{
    /// <summary>What «Без ограничения» is stored as.</summary>
    internal const int NoLimit = 0;

    private static readonly int[] UsualMinutes = [30, 45, 60, 90, 120];
    private static readonly int[] UsualSeats = [10, 20, 30, 50];

    internal static Task<string> Title(Dialog ask) => ask.Text("title", QuestionTexts.Title, SeminarBounds.Title, PrintedLine);

    internal static Task<DateTimeOffset> Start(Dialog ask) =>
        ask.Moment("when", QuestionTexts.Date(Examples.Day(ask.Now, ask.Zone)), QuestionTexts.Time);

    internal static async Task<TimeSpan> Length(Dialog ask) => TimeSpan.FromMinutes(
        await ask.Choice("length", QuestionTexts.Length, [.. UsualMinutes.Select(Minutes)], TypedMinutes, columns: 2));

    /// <param name="ask">The dialog.</param>
    /// <param name="seated">Not fewer than those who are signed up.</param>
    /// <param name="held">And than what is held for schools beside them.</param>
    internal static async Task<int?> Seats(Dialog ask, int seated = 0, int held = 0)
    {
        IReadOnlyList<Option<int>> offered = [new(NoLimit, HeadTexts.Unlimited),
            .. UsualSeats.Where(n => n >= seated + held).Select(n => new Option<int>(n, SeminarTexts.Seats(n)))];
        var seats = await ask.Choice("seats", QuestionTexts.Seats, offered, text => TypedSeats(text, seated, held), columns: 2);
        return seats == NoLimit ? null : seats;
    }

    internal static Task<PersonId> Leader(Dialog ask, PersonReader people) =>
        ask.Choice("leader", QuestionTexts.Leader, () => Leaders(people, ask.Person));

    /// <summary>
    /// The question, preceded by the speaker's own clashes if they lead the meeting; other people's calendars are not shown.
    /// </summary>
    internal static async Task<string> Warned(
        Dialog ask, EngagementReader engagements, PersonId leader, DateTimeOffset start, TimeSpan length, string question,
        SeminarId? of = null)
    {
        if (leader != ask.Person) return question;
        return EngagementTexts.Warned(await engagements.Attended(leader, [start], length, of?.Value), question, ask.Zone);
    }

    /// <summary>The person who asks stands first: mostly they lead it themselves.</summary>
    private static async Task<IReadOnlyList<Option<PersonId>>> Leaders(PersonReader people, PersonId me) =>
        [.. (await people.Leaders()).OrderBy(p => p.Id != me)
            .Select(p => new Option<PersonId>(p.Id, p.Id == me ? QuestionTexts.Me(p.Name) : p.Name))];

    private static Parsed<string> PrintedLine(string text) =>
        Printable.Reads(text) ? OneLine(text) : new Parsed<string>.Bad(QuestionTexts.TitleNotPrintable);

    internal static Parsed<string> OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new Parsed<string>.Good(line, line);
    }

    /// <summary>Repeated by its beginning only: with the whole of it a summary would not fit into one message.</summary>
    internal static Parsed<string> LongText(string text) => new Parsed<string>.Good(text, Ellipsis.Cut(text, 300));

    internal static Parsed<string> Link(string text) => TextRule.Link(text);

    private static Option<int> Minutes(int minutes) => new(minutes, HeadTexts.Length(TimeSpan.FromMinutes(minutes)));

    private static Parsed<int> TypedMinutes(string text) => TypedLength.Read(text) switch
    {
        null => new Parsed<int>.Bad(QuestionTexts.LengthUnclear),
        { } length when !SeminarBounds.Fits(length) => new Parsed<int>.Bad(HeadTexts.Refused(SeminarRefusal.LengthOutOfBounds)),
        { } length => new Parsed<int>.Good((int)length.TotalMinutes, HeadTexts.Length(length)),
    };

    private static Parsed<int> TypedSeats(string text, int seated, int held)
    {
        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seats) || seats == NoLimit
            || !SeminarBounds.Fits(seats))
            return new Parsed<int>.Bad(HeadTexts.Refused(SeminarRefusal.SeatsOutOfBounds));
        return seats < seated + held
            ? new Parsed<int>.Bad(HeadTexts.FewerThanSeated(seated, held))
            : new Parsed<int>.Good(seats, SeminarTexts.Seats(seats));
    }
}
