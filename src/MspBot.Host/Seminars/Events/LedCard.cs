using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Events;

/// <summary>
/// «Веду»: the meetings somebody leads, coming and past; a head sees other leaders' as well. From here «Кто был», materials and
/// certificates of what is over are reached for ever. The number of the row is the page, the argument says whose and when.
/// </summary>
internal sealed class LedCard(SeminarReader reader, SeminarList list) : Card
{
    internal const string Name = "led";
    private const string Past = "past";
    private const string Others = "all";
    private const string OthersPast = "allpast";

    public override string Key => Name;

    public override Access Access => Access.NoRow("the number is a page of what the speaker leads");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var head = SeminarAccess.IsHead(turn.Speaker);
        var (past, others) = (arg is Past or OthersPast, head && arg is Others or OthersPast);
        var person = turn.Person;
        var found = await Pager.Read(
            Pager.Number(id), page => past ? reader.LedPast(person, others, turn.Now, page) : reader.Led(person, others, turn.Now, page));
        var screen = new Screen(Html.Paragraphs(
            Html.Lines(Html.Bold(others ? ListTexts.AllLed : ListTexts.Led), past ? Html.Text(ListTexts.Past) : default),
            found.Items.Count > 0 ? list.TextOfLed(found.Items) : ListTexts.NoneLed(past, others),
            past && found.Items.Count > 0 ? ListTexts.SearchPast : default));
        return list.Rows(screen, found, Name, Arg(past, others))
            .Row(Button.Card(past ? ListTexts.Coming : ListTexts.Past, Name, 0, arg: Arg(!past, others)),
                head ? Button.Card(others ? ListTexts.OnlyMine : ListTexts.OtherLeaders, Name, 0, arg: Arg(past, !others)) : null)
            .Row(Button.Command(ListTexts.Mine, "my"), EngineTexts.ToMenu);
    }

    /// <summary>In the menu and in «Мои записи», to those who hold a role in which one leads.</summary>
    internal static Button Open => Button.Card(ListTexts.Led, Name, 0);

    private static string Arg(bool past, bool others) => (past, others) switch
    {
        (true, true) => OthersPast,
        (true, false) => Past,
        (false, true) => Others,
        _ => "",
    };
}
