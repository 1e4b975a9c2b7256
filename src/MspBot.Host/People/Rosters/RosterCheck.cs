using System.Globalization;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Rosters;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files.Tables;
using MspBot.Host.Printing;

namespace MspBot.Host.People.Rosters;

/// <summary>All faults of all rows of a table of teachers, and what the other rows say.</summary>
internal sealed class RosterCheck
{
    private const int MaxWords = 200;
    private const int MaxNumber = 99_999;

    private readonly List<TableFault> faults;

    private RosterCheck(ReadTable.Rows table) => faults = [.. table.Faults];

    internal static (RosterTable Table, IReadOnlyList<TableFault> Faults) Of(ReadTable.Rows table)
    {
        var check = new RosterCheck(table);
        var people = table.All.Select(check.Person).ToList();
        check.Compare(table.All, people);
        var byRow = check.faults.ToLookup(fault => fault.Row);
        var numbers = Numbers(table.All);
        var rows = table.All.Select((row, n) => new RosterRow(numbers[n],
            [.. RosterSheet.Words.Select(column => Ellipsis.Cut(row[column].Text, MaxWords))],
            byRow.Contains(row.Number) ? null : people[n],
            byRow.Contains(row.Number) ? TableTexts.InFile(byRow[row.Number]) : null)).ToList();
        return (new(rows), [.. check.faults.OrderBy(fault => fault.Row)]);
    }

    /// <summary>The school's own where each row has one of its own; counted otherwise.</summary>
    private static List<int> Numbers(IReadOnlyList<TableRow> rows)
    {
        var own = rows.Select(row => Number(row[RosterSheet.Number].Text)).ToList();
        return own.Contains(0) || own.Distinct().Count() < own.Count ? [.. Enumerable.Range(1, rows.Count)] : own;
    }

    /// <summary>0: it is none.</summary>
    private static int Number(string cell) =>
        int.TryParse(cell.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxNumber
            ? number : 0;

    private RosterPerson? Person(TableRow row)
    {
        var name = Name(row);
        var position = Position(row);
        var subjects = Subjects(row);
        return name is null || position is null ? null : new(name, position, subjects);
    }

    private string? Name(TableRow row)
    {
        var (surname, first, patronymic) = (row[RosterSheet.Surname], row[RosterSheet.FirstName], row[RosterSheet.Patronymic]);
        if (surname.IsEmpty) Fault(row, surname, RosterTexts.NoSurname);
        if (first.IsEmpty) Fault(row, first, RosterTexts.NoFirstName);
        if (patronymic.IsEmpty) Fault(row, patronymic, RosterTexts.NoPatronymic);
        if (surname.IsEmpty || first.IsEmpty) return null;
        var whole = $"{surname.Text} {first.Text} {(TypedSubjects.IsDash(patronymic.Text) ? "" : patronymic.Text)}";
        if (FullName.Read(whole, out var name) is { } refusal)
        {
            if (!first.IsFaulty && !patronymic.IsFaulty) Fault(row, surname, RosterTexts.WrongName(refusal));
            return null;
        }
        if (!Printable.Reads(name.Value)) Fault(row, surname, RosterTexts.NameNotPrintable);
        return name.Spelled.Value;
    }

    private string? Position(TableRow row)
    {
        var cell = row[RosterSheet.Position];
        if (cell.IsEmpty) Fault(row, cell, RosterTexts.NoPosition);
        else if (!OneLine.Says(cell.Text, 3)) Fault(row, cell, RosterTexts.PositionUnclear(cell.Text));
        else if (cell.Text.Length > MaxWords) Fault(row, cell, RosterTexts.PositionTooLong);
        else return cell.Text;
        return null;
    }

    /// <summary>Null: the teacher is asked.</summary>
    private IReadOnlyList<string>? Subjects(TableRow row)
    {
        var cell = row[RosterSheet.Subjects];
        if (cell.IsEmpty) return null;
        var (subjects, unknown) = TypedSubjects.Read(cell.Text);
        if (unknown.Count > 0) Fault(row, cell, RosterTexts.UnknownSubjects(unknown));
        return subjects;
    }

    /// <summary>A teacher of two subjects often stands twice; namesakes differ in what they are.</summary>
    private void Compare(IReadOnlyList<TableRow> rows, IReadOnlyList<RosterPerson?> people)
    {
        foreach (var same in rows.Zip(people).Where(it => it.Second is not null)
            .GroupBy(it => (Folded.Of(it.Second!.Name), Folded.Of(it.Second.Position))).Where(same => same.Count() > 1))
        {
            var words = RosterTexts.Same([.. same.Select(it => it.First.Number)], same.First().Second!.Name);
            faults.AddRange(same.Select(it => new TableFault(it.First.Number, words) { IsOfSeveral = true }));
        }
    }

    private void Fault(TableRow row, TableCell cell, string words)
    {
        if (!cell.IsFaulty) faults.Add(new(row.Number, words));
    }
}
