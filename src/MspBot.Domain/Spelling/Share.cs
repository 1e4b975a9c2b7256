using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Spelling;

/// <summary>A part of a whole: «41 из 63».</summary>
public readonly partial record struct Share(int Part, int Whole)
{
    private const int MostDigits = 9;
    private const int Longest = 100;

    /// <summary>Null: it was understood.</summary>
    /// <param name="typed">«41 из 63», «41/63», «41 63», also with words between: «41 ученик из 63».</param>
    /// <param name="most">The largest whole that is taken.</param>
    /// <param name="share">What was understood.</param>
    public static ShareRefusal? Read(string typed, int most, out Share share)
    {
        share = default;
        if (typed.Length > Longest) return ShareRefusal.Unclear;
        var text = LetterNoughts.Read(Said().Replace(typed.ToLowerInvariant(), " ").Trim().TrimEnd('.', '!'));
        if (Percent().IsMatch(text)) return ShareRefusal.Percent;

        var numbers = new List<string>();
        var sides = Of().Split(text);
        // Around «из» and «/» a number may be written in groups: «1 200 из 1 500».
        foreach (var side in sides.Length == 2 ? sides.Select(side => Group().Replace(side, "")) : [text])
            numbers.AddRange(Number().Matches(side).Select(m => m.Value));

        if (numbers.Exists(n => n.StartsWith('-')) || Minus().IsMatch(text)) return ShareRefusal.Negative;
        if (numbers.Exists(n => n.AsSpan().ContainsAny('.', ','))) return ShareRefusal.Fraction;
        if (numbers.Count != 2) return numbers.Count == 1 ? ShareRefusal.OneNumber : ShareRefusal.Unclear;
        if (numbers.Exists(n => n.Length > MostDigits)) return ShareRefusal.TooLarge;

        share = new(int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
        return share.Check(most);
    }

    public ShareRefusal? Check(int most) =>
        Whole > most ? ShareRefusal.TooLarge
        : Part > Whole ? Whole == 0 ? ShareRefusal.NoWhole : ShareRefusal.PartTooLarge
        : Whole < 1 ? ShareRefusal.NoWhole
        : null;

    /// <summary>What this program says back behind the numbers: «(65 %)».</summary>
    [GeneratedRegex(@"\([^()]*%\)")]
    private static partial Regex Said();

    [GeneratedRegex(@"%|процент")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<=[0-9])\s*из\s*(?=[0-9−-])|\s+из\s+|\s*/\s*")]
    private static partial Regex Of();

    [GeneratedRegex(@"(?<=^[^0-9]*[0-9]{1,3}(\s[0-9]{3})*)\s(?=[0-9]{3}(\s[0-9]{3})*[^0-9]*$)")]
    private static partial Regex Group();

    [GeneratedRegex(@"(?<![0-9])-?[0-9]+([.,]+[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\bминус\b|−")]
    private static partial Regex Minus();
}

/// <summary>Why typed words are no part of a whole.</summary>
public enum ShareRefusal
{
    Unclear,
    OneNumber,
    Percent,
    Fraction,
    Negative,
    NoWhole,
    PartTooLarge,
    TooLarge,
}
