using System.Globalization;
using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>«Кто был», for the leader and heads: a tap on a name corrects it. The argument is the page, behind it the sign-up that is meant.</summary>
internal sealed class AttendanceCard(SeminarReader seminars, AttendanceReader reader, AttendanceStore store) : Card
{
    internal const string Name = "at";
    private const string Came = "came";
    private const string Missed = "missed";

    public override string Key => Name;

    public override Access Access => Sight.Led(seminars);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await Seen(turn, id) is not { } sheet) return null;
        var last = Math.Max(0, (sheet.Seated - 1) / AttendanceReader.PageSize);
        var page = Math.Clamp(Numbers(arg).Page, 0, last);
        var (people, came) = (await reader.Page(sheet.Id, page), await reader.Count(sheet.Id));
        var first = page * AttendanceReader.PageSize + 1;

        var screen = new Screen(Html.Paragraphs(
            Html.Lines(Html.Bold(sheet.Title), Html.Text(EnterTexts.Came(came, sheet.Seated))),
            people.Count == 0 ? ParticipantTexts.Nobody : Html.Lines([.. people.Select((p, n) => EnterTexts.Line(p, first + n))]),
            people.Count == 0 ? default : EnterTexts.HowToCorrect));
        foreach (var (n, person) in people.Index())
            // The button says what it will be: pressed twice it does the same.
            screen = screen.Row(Button.Card(EnterTexts.Toggle(person, first + n), Name, id, person.Came == true ? Missed : Came, $"{page}.{person.SignUp}"));
        return screen
            .Row(page == 0 ? null : Button.Card("‹", Name, id, arg: $"{page - 1}"), page == last ? null : Button.Card("›", Name, id, arg: $"{page + 1}"))
            .Row(Button.Card(HeadTexts.BackToEvent, SeminarCard.Name, id));
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action is Came or Missed && await Seen(turn, id) is { } sheet)
            await store.Correct(sheet.Id, Numbers(arg).SignUp, action == Came, turn.Speaker.Person!.Value, turn.Now);
        return Pressed.Fresh(arg);
    }

    /// <summary>Before it begins nobody has come yet.</summary>
    private async Task<SeminarSheet?> Seen(Turn turn, long id) =>
        await seminars.Sheet(new(id), turn.Speaker.Person!.Value) is { State: SeminarState.Published } sheet
        && Sight.PartOf(turn.Speaker, sheet, turn.Now) != Part.Visitor && sheet.Seminar.HasBegun(turn.Now) ? sheet : null;

    private static (int Page, long SignUp) Numbers(string arg)
    {
        var parts = arg.Split('.', 2);
        _ = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        long signUp = 0;
        _ = parts.Length > 1 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out signUp);
        return (page, signUp);
    }
}
