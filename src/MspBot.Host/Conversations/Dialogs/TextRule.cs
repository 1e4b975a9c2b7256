using System.Text;
using MspBot.Domain.Spelling;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>
/// What is true of every typed answer: composed, trimmed, free of control characters, not too long, not empty. Signs are counted as the
/// messenger and the database count them: an emoji is one.
/// </summary>
internal static class TextRule
{
    internal static Parsed<string> Apply(string typed, int max, Func<string, Parsed<string>>? rule)
    {
        var text = Clean(typed);
        if (text.Length == 0) return new Parsed<string>.Bad(DialogTexts.Empty);
        if (text.Length > max && text.EnumerateRunes().Count() is var signs && signs > max)
            return new Parsed<string>.Bad(DialogTexts.TooLong(max, signs));
        var read = rule?.Invoke(text) ?? new Parsed<string>.Good(text, text);
        // A rule may add something, as «https://».
        return read is Parsed<string>.Good { Value: var value } && value.Length > text.Length
            && value.EnumerateRunes().Count() is var longer && longer > max
            ? new Parsed<string>.Bad(DialogTexts.TooLong(max, longer)) : read;
    }

    /// <summary>An address on the web; «zoom.us/j/123» gets its «https://».</summary>
    internal static Parsed<string> Link(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        var good = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            && uri.Host.LastIndexOf('.') is > 0 and var dot && dot < uri.Host.Length - 2 && !address.Any(char.IsWhiteSpace);
        return good ? new Parsed<string>.Good(address, address) : new Parsed<string>.Bad(DialogTexts.NoLink);
    }

    private static string Clean(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in Characters.Usable(typed).EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value != '\n') continue;
            text.Append(rune);
        }
        return text.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
