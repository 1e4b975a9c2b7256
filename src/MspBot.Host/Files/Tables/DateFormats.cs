using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Host.Files.Tables;

/// <summary>Which formats of a workbook show a number as a date.</summary>
internal sealed partial class DateFormats
{
    internal enum Shown
    {
        Number,
        Day,

        /// <summary>«октябрь 2026»: what a spreadsheet makes of these words when somebody types them.</summary>
        Month,
    }

    /// <summary>Excel's own bound; an endless one is none, and takes endless to look through.</summary>
    private const int MaxCode = 255;

    private readonly Shown[] byStyle;

    internal DateFormats(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(same => same.Key, same => OfCode(same.First().FormatCode?.Value ?? ""));
        byStyle = [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => format.NumberFormatId?.Value ?? 0)
            .Select(id => own.TryGetValue(id, out var shown) ? shown : BuiltIn(id))];
    }

    internal Shown Of(uint? style) => style < byStyle.Length ? byStyle[(int)style] : Shown.Number;

    private static Shown BuiltIn(uint id) => id switch
    {
        17 => Shown.Month,
        (>= 14 and <= 16) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => Shown.Day,
        _ => Shown.Number,
    };

    private static Shown OfCode(string code)
    {
        if (code.Length > MaxCode) return Shown.Number;
        var signs = NotSigns().Replace(code.Split(';')[0], "");
        if (signs.Contains('d', StringComparison.OrdinalIgnoreCase)) return Shown.Day;
        return signs.Contains('y', StringComparison.OrdinalIgnoreCase) ? Shown.Month : Shown.Number;
    }

    /// <summary>Words in quotes, what is escaped, and languages and colours in brackets.</summary>
    [GeneratedRegex(@"""[^""]*""|\\.|\[[^\]]*\]")]
    private static partial Regex NotSigns();
}
