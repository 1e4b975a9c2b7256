using System.Globalization;
using System.Text.RegularExpressions;
using MspBot.Sandbox;
using Xunit;

namespace MspBot.Tests.Support;

/// <summary>What the bot says in any story: a sentence that ends in initials has one stop, not two.</summary>
internal static partial class Stops
{
    internal static void AreSingle(Journal journal)
    {
        foreach (var call in journal.Entries)
            Assert.DoesNotMatch(Doubled, Escaped.Replace(call.Parameters, escaped => $"{(char)Code(escaped)}"));
    }

    private static int Code(Match escaped) => int.Parse(escaped.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[А-ЯЁ]\.(</\w+>)?\.(?!\.)")]
    private static partial Regex Doubled { get; }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escaped { get; }
}
