using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Domain.Spelling;
using MspBot.Host.Files.Tables;

namespace MspBot.Host.Plan.Papers;

/// <summary>What a table is checked against.</summary>
/// <param name="Year">The school year of the plan.</param>
/// <param name="Stamp">Null: there is no plan yet.</param>
/// <param name="Items">As they stand.</param>
/// <param name="People">Who of the site can be responsible, by full name.</param>
internal sealed record SheetContext(
    SchoolYear Year, PlanStamp? Stamp, IReadOnlyList<ItemNow> Items, IReadOnlyList<(PersonId Id, string Name)> People);

/// <summary>All faults of all rows of a plan's table, or what it says.</summary>
internal sealed class PlanSheetCheck
{
    private readonly SheetContext context;
    private readonly ReadTable.Rows table;
    private readonly List<TableFault> faults;
    private readonly Dictionary<int, int> rowOfItem = [];

    private PlanSheetCheck(ReadTable.Rows table, SheetContext context) =>
        (this.table, this.context, faults) = (table, context, [.. table.Faults]);

    internal static (ImportContent Content, IReadOnlyList<TableFault> Faults) Of(ReadTable.Rows table, SheetContext context)
    {
        var check = new PlanSheetCheck(table, context);
        var rows = table.All.Select(check.Row).ToList();
        check.Compare(rows);
        return (new(rows, table.Unread), [.. check.faults.OrderBy(fault => fault.Row)]);
    }

    private ImportRow Row(TableRow row)
    {
        var responsible = Words(row, PlanSheet.Responsible, PaperTexts.NoResponsible, PaperTexts.LongResponsible, PlanBounds.Responsible);
        return new ImportRow(Printed(row), new ItemText
        {
            Title = Words(row, PlanSheet.Title, PaperTexts.NoTitle, PaperTexts.LongTitle, PlanBounds.Title),
            Form = Form(row),
            Term = TermOf(row),
            Responsible = Person(responsible) is { } person ? Responsible.Of(person) : Responsible.Of(responsible),
            Result = Words(row, PlanSheet.Result, PaperTexts.NoResult, PaperTexts.LongResult, PlanBounds.Result),
            Audience = Words(row, PlanSheet.Audience, null, PaperTexts.LongAudience, PlanBounds.Audience) is { Length: > 0 } audience
                ? audience : null,
        }, responsible, !table.Columns.Contains(PlanSheet.Audience));
    }

    /// <summary>What a row lacks is said first: without it there is nothing to compare.</summary>
    private void Compare(IReadOnlyList<ImportRow> rows)
    {
        var faulty = faults.Select(fault => fault.Row).ToHashSet();
        foreach (var found in ImportComparison.Of(context.Items, rows).Faulty)
        {
            var row = table.All[found.Index];
            if (!faulty.Contains(row.Number)) Fault(row, row[PlanSheet.Code], PaperTexts.Faulty(found));
        }
    }

    private ItemNow? Item(int number) => context.Items.FirstOrDefault(item => item.Number == number);

    private string Words(TableRow row, string column, string? missing, string tooLong, int max)
    {
        var cell = row[column];
        if (cell.IsEmpty && missing is not null) Fault(row, cell, missing);
        if (cell.Text.Length > max) Fault(row, cell, tooLong);
        return cell.Text;
    }

    private WorkForm Form(TableRow row)
    {
        var cell = row[PlanSheet.Form];
        foreach (var form in Enum.GetValues<WorkForm>())
        {
            if (Folded.Same(FormTexts.Form(form), cell.Text) || Folded.Same(FormTexts.Label(form), cell.Text)) return form;
        }
        Fault(row, cell, cell.IsEmpty ? PaperTexts.NoForm : PaperTexts.UnknownForm(cell.Text));
        return WorkForm.Other;
    }

    private Term TermOf(TableRow row)
    {
        var cell = row[PlanSheet.Term];
        var typed = cell.Day is not { } day ? cell.Text
            : cell.ShowsMonth ? FormattableString.Invariant($"{day:MM.yyyy}") : FormattableString.Invariant($"{day:dd.MM.yyyy}");
        if (cell.IsEmpty) Fault(row, cell, PaperTexts.NoTerm(context.Year));
        else if (TypedTerm.Read(typed, context.Year, out var term) is { } refusal)
            Fault(row, cell, PaperTexts.WrongTerm(refusal, cell.Text, context.Year));
        else return term;
        return default;
    }

    /// <summary>The one whose full or short name it is.</summary>
    private PersonId? Person(string words)
    {
        if (words.Length > PlanBounds.Responsible) return null;
        var same = context.People.Where(person => Folded.Same(person.Name, words)
            || (words.Contains('.') && Folded.Same(FullName.Short(person.Name), FullName.Short(words)))).ToList();
        return same is [var one] ? one.Id : null;
    }

    private PrintedItem? Printed(TableRow row)
    {
        var cell = row[PlanSheet.Code];
        if (cell.IsEmpty) return null;
        if (context.Stamp is not { } stamp)
        {
            Fault(row, cell, PaperTexts.CodeOfOtherPlan);
            return null;
        }
        if (ItemCode.Read(cell.Text, stamp, out var printed) is { } because)
        {
            Fault(row, cell, because == ItemCodeFault.OtherPlan ? PaperTexts.CodeOfOtherPlan : PaperTexts.CodeUnclear);
            return null;
        }
        if (!rowOfItem.TryAdd(printed.Number, row.Number)) Fault(row, cell, PaperTexts.CodeTwice(rowOfItem[printed.Number]));
        else if (Item(printed.Number) is not { } item) Fault(row, cell, PaperTexts.NoSuchItem);
        else if (item.IsExcluded) Fault(row, cell, PaperTexts.ItemExcluded(printed.Number));
        return printed;
    }

    private void Fault(TableRow row, TableCell cell, string words)
    {
        if (!cell.IsFaulty) faults.Add(new(row.Number, words));
    }
}
