using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Attendance;
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
internal sealed class AttendanceCard(
    SeminarReader seminars, AttendanceReader reader, AttendanceStore store, AttendanceScreens screens) : Card
{
    internal const string All = "all";
    internal const string Nobody = "nobody";
    internal const string Undo = "undo";
    internal const string Came = "came";
    internal const string Missed = "missed";

    public override string Key => SeminarLinks.Attendance;

    public override Access Access => SeminarAccess.Led(seminars);

    public override Task<Screen?> Show(Turn turn, long id, string arg) =>
        screens.Of(new(id), turn.Speaker, turn.Now, Pager.Number(new Argument(arg).Number() ?? 0));

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await screens.Seen(new(id), turn.Speaker, turn.Now) is not { } details) return Pressed.Fresh(arg);
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
}
