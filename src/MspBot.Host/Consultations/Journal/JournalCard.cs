using MspBot.Data.Consultations.Journal;
using MspBot.Domain;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>
/// «Журнал», always of the one who speaks: months with their totals, a month's lines, what has no outcome yet. The number is the month,
/// 202611; 0: all of them.
/// </summary>
internal sealed class JournalCard(JournalReader reader, OutcomeStore outcomes, JournalScreens screens) : Card
{
    private const string Name = ConsultationLinks.Journal;
    private const string Excel = "xlsx";

    public override string Key => Name;

    public override Access Access => Access.NoRow("the number is a month of the speaker's own journal");

    /// <summary>«202611»</summary>
    internal static long Number(DateOnly day) => day.Year * 100 + day.Month;

    /// <summary>The first day of a month out of a button, which anyone may have typed.</summary>
    internal static DateOnly? Month(long number) =>
        number / 100 is >= 2020 and <= 2100 && number % 100 is >= 1 and <= 12 ? new DateOnly((int)(number / 100), (int)(number % 100), 1)
        : null;

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Tutor)) return null;
        if (arg.StartsWith(ConsultationLinks.OpenOutcomes, StringComparison.Ordinal))
            return await Unanswered(turn, Pager.Number(arg[ConsultationLinks.OpenOutcomes.Length..]));
        return Month(id) is { } month ? await Entries(turn, month, Pager.Number(arg)) : await Months(turn, Pager.Number(arg));
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.Tutor)) return Pressed.Warn(JournalTexts.ForTutors);
        if (action != Excel || Month(id) is not { } month) return Pressed.Fresh(arg);
        turn.Log(LogAction.FileTaken, LogSubject.Person, turn.Person.Value,
            LogDetail.Of("file", LogFile.Journal).And("month", month), Role.Tutor);
        turn.Say(JournalSheet.Screen(turn.Person, month));
        return Pressed.Nothing();
    }

    private async Task<Screen> Months(Turn turn, int page)
    {
        var months = await Pager.Read(page, number => reader.Months(turn.Person, number));
        var unanswered = await outcomes.CountUnanswered(turn.Person, turn.Now);
        var screen = new Screen(JournalTexts.Months(months.Items.Count > 0, unanswered));
        if (unanswered > 0) screen = screen.Row(JournalScreens.ToUnanswered(unanswered));
        return screen.Page(months, month => Button.Card(JournalTexts.Month(month), Name, Number(month.Month)), Turn(0))
            .Row(Button.Flow(JournalTexts.Add, ConsultationLinks.JournalEntry)).Row(EngineTexts.ToMenu);
    }

    private async Task<Screen> Entries(Turn turn, DateOnly month, int page)
    {
        var entries = await Pager.Read(page, number => reader.Entries(turn.Person, month, number));
        var header = JournalTexts.Header(await reader.Totals(turn.Person, month));
        return new Screen(Html.Paragraphs(header, Html.Lines([.. entries.Items.Select(JournalTexts.Line)])))
            .Page(entries, entry => Button.Card(JournalTexts.Button(entry), ConsultationLinks.Entry, entry.Id.Value), Turn(Number(month)))
            .Row(entries.Items.Count == 0 ? null
                : Button.Card(JournalTexts.Excel, Name, Number(month), Excel),
                Button.Flow(JournalTexts.Add, ConsultationLinks.JournalEntry))
            .Row(Button.Card(JournalTexts.AllMonths, Name, 0), EngineTexts.ToMenu);
    }

    private async Task<Screen> Unanswered(Turn turn, int page)
    {
        var open = await Pager.Read(page, number => outcomes.Unanswered(turn.Person, turn.Now, number));
        return screens.Rows(new Screen(OutcomeTexts.Unanswered(open.Items.Count > 0)), open.Items)
            .Turning(open, Turn(0, ConsultationLinks.OpenOutcomes)).Row(Button.Card(JournalTexts.AllMonths, Name, 0), EngineTexts.ToMenu);
    }

    private static Func<string, int, Button> Turn(long id, string before = "") =>
        (label, number) => Button.Card(label, Name, id, arg: $"{before}{Russian.Number(number)}");
}

/// <summary>/journal</summary>
internal sealed class JournalCommand(JournalCard card) : Command
{
    public override string Name => "journal";

    public override string Description => "Журнал тьютора: записи, месяц в Excel";

    public override int Order => 220;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task Run(Turn turn, string args) => turn.Show((await card.Show(turn, 0, ""))!);
}
