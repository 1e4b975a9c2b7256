using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MspBot.Benchmarks;

/// <summary>The figures, printed as they come, with what they should be; kept for <c>--json</c>.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, object> figures = [];

    internal static void Heading(string text) => Console.WriteLine($"\n{text}");

    /// <param name="key">For a program.</param>
    /// <param name="what">For a person.</param>
    /// <param name="value">The figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="target">What it should be: «≥ 1500».</param>
    /// <param name="good">Whether it is.</param>
    internal void Figure(string key, string what, double value, string unit, string target = "", bool? good = null)
    {
        figures[key] = Math.Round(value, 3);
        var number = value.ToString(Math.Abs(value) >= 100 || value == Math.Floor(value) ? "N0" : "0.00", CultureInfo.InvariantCulture);
        var verdict = good switch { true => "ok", false => "MISSED", null => "" };
        Console.WriteLine($"  {what,-58} {number,10} {unit,-14} {target,-10} {verdict}".TrimEnd());
    }

    internal void Figures(string key, string what, IReadOnlyList<double> values, string unit)
    {
        figures[key] = values.Select(v => Math.Round(v, 1));
        Console.WriteLine($"  {what}: {string.Join(' ', values.Select(v => v.ToString("0", CultureInfo.InvariantCulture)))} {unit}");
    }

    internal string Json() => JsonSerializer.Serialize(figures, Options);
}
