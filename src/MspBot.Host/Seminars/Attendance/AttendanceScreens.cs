using System.Globalization;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>How «Кто был» looks to the leader and to heads.</summary>
internal sealed class AttendanceScreens(SeminarReader seminars, AttendanceReader reader)
{
    private const string Name = SeminarLinks.Attendance;

    /// <summary>How long what one press has marked is offered to be taken back.</summary>
    private static readonly TimeSpan Undoable = TimeSpan.FromHours(1);

    /// <summary>By this name earlier cards are found that name somebody who was erased.</summary>
    internal static string Shown(SeminarId id) => $"{Name}:{id.Value}";

    internal async Task<Screen?> Of(SeminarId seminar, Speaker who, DateTimeOffset now, int page = 0)
    {
        if (await Seen(seminar, who, now) is not { } details) return null;
        var id = seminar.Value;
        var marks = await reader.Marks(seminar);
        var found = await reader.Page(seminar, page, marks.Seated);
        var (people, first) = (found.Items, Paging.Skip(found.Number) + 1);

        var screen = new Screen(Html.Paragraphs(
            Html.Lines(Html.Bold(details.Title), Html.Text(AttendanceTexts.Count(marks))),
            people.Count == 0 ? ParticipantTexts.Nobody : Html.Lines([.. people.Select((p, n) => AttendanceTexts.Line(p, first + n))]),
            people.Count == 0 ? default : AttendanceTexts.How(marks)))
            .Row(MarkAll(id, marks), marks.CanMarkNobody ? Button.Card(AttendanceTexts.Nobody, Name, id, AttendanceCard.Nobody) : null);
        if (await reader.LatestBatch(seminar, now - Undoable) is { } batch)
            screen = screen.Row(Button.Card(AttendanceTexts.Undo, Name, id, AttendanceCard.Undo, Text(batch)));
        foreach (var (n, person) in people.Index())
            // The button says what it will be: pressed twice it does the same.
            screen = screen.Row(Button.Card(
                AttendanceTexts.Toggle(person, first + n), Name, id, person.Came == true ? AttendanceCard.Missed
                : AttendanceCard.Came, $"{found.Number}.{person.SignUp}"));
        return screen
            .Turning(found, (label, number) => Button.Card(label, Name, id, arg: $"{number}"))
            .Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar, id)) with
        { Shows = Shown(seminar) };
    }

    /// <summary>Before it begins there is no attendance to mark.</summary>
    internal async Task<SeminarDetails?> Seen(SeminarId id, Speaker who, DateTimeOffset now) =>
        await seminars.Details(id, who.Person) is { State: SeminarState.Published } details
        && SeminarAccess.RelationOf(who, details, now) != SeminarRelation.Visitor && details.Seminar.HasBegun(now)
        ? details : null;

    private static Button? MarkAll(long id, AttendanceMarks marks) => !marks.CanMarkAll ? null
        : Button.Card(
            marks.AreMissing || marks.MarksOverNobody ? AttendanceTexts.All : AttendanceTexts.Rest, Name, id, AttendanceCard.All).Main();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
