using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Host.Files.Tables;

/// <summary>Cells as a spreadsheet names them, «B5» or «B5:C7»; rows and columns are counted from 1.</summary>
internal readonly partial record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    private const int Letters = 26;

    internal bool Holds(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;

    public override string ToString() => $"{Name(FirstRow, FirstColumn)}:{Name(LastRow, LastColumn)}";

    internal static CellRange? Read(string? reference)
    {
        if (reference is null || Reference().Match(reference) is not { Success: true } match) return null;
        var (row, column) = (Row(match.Groups[2].Value), Column(match.Groups[1].Value));
        return match.Groups[3].Success ? new(row, column, Row(match.Groups[4].Value), Column(match.Groups[3].Value))
            : new(row, column, row, column);
    }

    /// <summary>«AB12»</summary>
    internal static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Name(column)}{row}");

    /// <summary>«AB»</summary>
    internal static string Name(int column) =>
        column <= Letters ? $"{(char)('A' + column - 1)}" : Name((column - 1) / Letters) + Name((column - 1) % Letters + 1);

    private static int Row(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int Column(string letters) => letters.Aggregate(0, (column, letter) => column * Letters + letter - 'A' + 1);

    [GeneratedRegex(@"^\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?$")]
    private static partial Regex Reference();
}
