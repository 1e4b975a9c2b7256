using System.Globalization;

namespace MspBot.Domain.Certificates;

/// <summary>«2026-0042»: the year of issue, and the how-manieth of that year. Gaps are possible.</summary>
public readonly record struct CertificateNumber(int Year, int Order)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Order:0000}");

    /// <summary>As people copy it: «№ 2026-42», with any dash.</summary>
    public static CertificateNumber? Read(string typed)
    {
        var text = typed.Replace('–', '-').Replace('—', '-').Replace('‑', '-').Replace("№", "", StringComparison.Ordinal);
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts is [{ Length: 4 } year, { Length: >= 1 and <= 7 } order] && Digits(year) is { } y && Digits(order) is > 0 and var n
            ? new(y, n) : null;
    }

    private static int? Digits(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
