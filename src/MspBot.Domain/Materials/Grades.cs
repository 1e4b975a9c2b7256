using System.Globalization;
using System.Text.RegularExpressions;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Materials;

/// <summary>The classes that a material is for, from one to another.</summary>
public readonly partial record struct Grades(int First, int Last)
{
    public const int Lowest = 1;
    public const int Highest = 11;

    public static Grades All { get; } = new(Lowest, Highest);

    /// <summary>«5», «5–6», «5-6 классы», «все».</summary>
    public static Grades? Read(string typed)
    {
        var text = Folded.Of(typed);
        if (text is "все" or "все классы" or "любые" or "для всех") return All;
        if (Typed().Match(text) is not { Success: true } match) return null;
        var first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var last = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : first;
        return first is >= Lowest and <= Highest && last <= Highest && first <= last ? new(first, last) : null;
    }

    /// <summary>«5–6 классы», «7 класс».</summary>
    public override string ToString() => this == All ? "все классы"
        : First == Last ? string.Create(CultureInfo.InvariantCulture, $"{First} класс")
        : string.Create(CultureInfo.InvariantCulture, $"{First}–{Last} классы");

    [GeneratedRegex(
        @"^(?:с )?(\d{1,2})(?: ?(?:-|–|—|,|по|и|до) ?(\d{1,2}))?(?:-?(?:й|ый|ий|е|ые))? ?(?:кл\.?|класс|классы|классов|класса)?$")]
    private static partial Regex Typed();
}
