using System.Globalization;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>
/// «Кто был», for the leader and heads: one press marks everybody, a press on a name corrects it. The argument is the page, behind it the
/// sign-up that is meant; of «Вернуть как было» the marks that one press made.
/// </summary>
internal sealed class AttendanceCard(SeminarReader seminars, AttendanceReader reader, AttendanceStore store) : Card
{
    private const string Name = SeminarLinks.Attendance;
    internal const string All = "all";
    private const string Nobody = "nobody";
    private const string Undo = "undo";
    private const string Came = "came";
    private const string Missed = "missed";

    /// <summary>How long what one press has marked is offered to be taken back.</summary>
    private static readonly TimeSpan Undoable = TimeSpan.FromHours(1);

    public override string Key => Name;

    public override Access Access => SeminarAccess.Led(seminars);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await Seen(turn, id) is not { } details) return null;
        var marks = await reader.Marks(details.Id);
        var found = await reader.Page(details.Id, Pager.Number(new Argument(arg).Number() ?? 0), marks.Seated);
        var (people, first) = (found.Items, Paging.Skip(found.Number) + 1);

        var screen = new Screen(Html.Paragraphs(
            Html.Lines(Html.Bold(details.Title), Html.Text(AttendanceTexts.Count(marks))),
            people.Count == 0 ? ParticipantTexts.Nobody : Html.Lines([.. people.Select((p, n) => AttendanceTexts.Line(p, first + n))]),
            people.Count == 0 ? default : AttendanceTexts.How(marks)))
            .Row(MarkAll(id, marks), marks.CanMarkNobody ? Button.Card(AttendanceTexts.Nobody, Name, id, Nobody) : null);
        if (await reader.LatestBatch(details.Id, turn.Now - Undoable) is { } batch)
            screen = screen.Row(Button.Card(AttendanceTexts.Undo, Name, id, Undo, Text(batch)));
        foreach (var (n, person) in people.Index())
            // The button says what it will be: pressed twice it does the same.
            screen = screen.Row(Button.Card(
                AttendanceTexts.Toggle(person, first + n), Name, id, person.Came == true ? Missed
                : Came, $"{found.Number}.{person.SignUp}"));
        return screen
            .Turning(found, (label, number) => Button.Card(label, Name, id, arg: $"{number}"))
            .Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar, id));
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await Seen(turn, id) is not { } details) return Pressed.Fresh(arg);
        var by = turn.Person;
        switch (action)
        {
            case Came or Missed when new Argument(arg).Number(1) is { } signUp:
                if (await store.Correct(details.Id, signUp, action == Came, by, turn.Now) is { } person)
                    Log(turn, id, action == Came, [person]);
                return Pressed.Fresh(arg);
            case All or Nobody:
                var marks = await reader.Marks(details.Id);
                if (action == All ? !marks.CanMarkAll : !marks.CanMarkNobody) return Pressed.Fresh();
                Log(turn, id, action == All, await store.MarkRest(
                    details.Id, action == All, overrule: action == All && marks.MarksOverNobody, by, turn.Now));
                return Pressed.Fresh(toast: action == All ? AttendanceTexts.AllMarked : AttendanceTexts.NobodyMarked);
            case Undo when new Argument(arg).Number() is { } batch:
                if (await store.Undo(details.Id, batch, turn.Now) is { Count: > 0 } undone)
                    turn.Log(LogAction.AttendanceUnmarked, LogSubject.Seminar, id, LogDetail.Of("people", undone.Count), people: undone);
                return Pressed.Fresh(toast: AttendanceTexts.Undone);
            default:
                return Pressed.Fresh(arg);
        }
    }

    private static void Log(Turn turn, long id, bool came, IReadOnlyCollection<PersonId> people)
    {
        if (people.Count > 0)
            turn.Log(LogAction.AttendanceMarked, LogSubject.Seminar, id,
                LogDetail.Of("people", people.Count).And(SeminarLogTexts.Came, came), people: people);
    }

    private static Button? MarkAll(long id, AttendanceMarks marks) => !marks.CanMarkAll ? null
        : Button.Card(marks.AreMissing || marks.MarksOverNobody ? AttendanceTexts.All : AttendanceTexts.Rest, Name, id, All).Main();

    /// <summary>Before it begins there is no attendance to mark.</summary>
    private async Task<SeminarDetails?> Seen(Turn turn, long id) =>
        await seminars.Details(new(id), turn.Person) is { State: SeminarState.Published } details
        && SeminarAccess.RelationOf(turn.Speaker, details, turn.Now) != SeminarRelation.Visitor && details.Seminar.HasBegun(turn.Now)
        ? details : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
