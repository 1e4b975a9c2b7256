namespace MspBot.Host.Files.Tables;

/// <summary>A column that a table must have, or may have.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsRequired">The table is refused without it.</param>
/// <param name="OtherNames">Headings that mean the same.</param>
internal sealed record TableColumn(string Name, bool IsRequired = true, params IReadOnlyList<string> OtherNames);

/// <summary>What is wrong in a row.</summary>
/// <param name="Row">As the spreadsheet numbers it.</param>
/// <param name="Words">What follows «В строке 12»: «не указан срок».</param>
internal sealed record TableFault(int Row, string Words)
{
    /// <summary>The words are a sentence about several rows, each of which has this fault: «Строки 4 и 19 одинаковы».</summary>
    internal bool IsOfSeveral { get; init; }
}

/// <summary>A row below the headings that is not empty.</summary>
internal sealed record TableRow(int Number, IReadOnlyDictionary<string, TableCell> Cells)
{
    /// <param name="column">By the name that it was asked for by.</param>
    internal TableCell this[string column] => Cells.GetValueOrDefault(column, TableCell.Empty);
}

/// <summary>What came of reading a file as a table.</summary>
internal abstract record ReadTable
{
    private ReadTable() { }

    /// <summary>Nothing of it can be read. <paramref name="Count"/> is how many rows there are where they are too many.</summary>
    internal sealed record Refused(WorkbookFault Because, int Count = 0) : ReadTable;

    /// <summary>Columns are missing, or stand there twice; <paramref name="Unknown"/> are those that are none of ours.</summary>
    internal sealed record WrongColumns(IReadOnlyList<string> Missing, IReadOnlyList<string> Twice, IReadOnlyList<string> Unknown)
        : ReadTable;

    /// <summary>All rows, with the faults that any table can have: formulas and merged cells.</summary>
    /// <param name="All">In their order.</param>
    /// <param name="Faults">In the order of the rows.</param>
    /// <param name="Unread">Headings of columns that are none of ours.</param>
    /// <param name="Columns">Those of ours that are there.</param>
    /// <param name="HeadingRow">As the spreadsheet numbers it.</param>
    internal sealed record Rows(
        IReadOnlyList<TableRow> All, IReadOnlyList<TableFault> Faults, IReadOnlyList<string> Unread, IReadOnlySet<string> Columns,
        int HeadingRow) : ReadTable;
}
