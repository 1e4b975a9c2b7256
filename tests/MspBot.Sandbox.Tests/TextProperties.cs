using CsCheck;

namespace MspBot.Sandbox.Tests;

/// <summary>What holds for any text whatever.</summary>
public sealed class TextProperties
{
    private static readonly string[] Bits =
    [
        "<b>", "</b>", "<i>", "</i>", "<a href=\"e.org\">", "</a>", "<code>", "</code>", "<blockquote>", "</blockquote>", "</>", "<", ">",
        "&lt;", "&amp", "&#x1F44D;",
        " ", "\n", "\r", "\t", "\u2028", "x", "ы", "👍", "/go", "@username", "#тег", "e.org", "a@b.org", "$USD", "\"", "'", "=", "/",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Bits.Length - 1].Select(i => Bits[i]).Array[0, 14].Select(x => string.Concat(x));

    [Fact]
    public void A_text_is_either_refused_or_kept_in_good_order() => Texts.Sample(html =>
    {
        FormattedText kept;
        try
        {
            var (text, entities) = HtmlParser.Parse(html);
            kept = new FormattedText(text, entities).Fixed();
        }
        catch (ApiError error)
        {
            return error.Code == 400 && error.Message.StartsWith("Bad Request: can't parse entities: ", StringComparison.Ordinal);
        }

        var all = kept.Entities;
        return kept.Text == kept.Text.Trim(' ', '\n')
            && !kept.Text.Contains('\r', StringComparison.Ordinal)
            && all.All(e => e.Offset >= 0 && e.Length > 0 && e.End <= kept.Text.Length)
            && all.Zip(all.Skip(1)).All(x => TextEntity.Compare(x.First, x.Second) <= 0)
            && all.All(a => all.All(b => b.Offset >= a.End || a.Offset >= b.End || (a.Offset <= b.Offset && b.End <= a.End)
                || (b.Offset <= a.Offset && a.End <= b.End)));
    }, iter: 20_000, threads: 1);

    [Fact]
    public void Escaped_text_comes_back_as_it_was() => Gen.String.Where(x => !x.Any(char.IsSurrogate)).Sample(text =>
    {
        var escaped = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        return HtmlParser.Parse($"<b>{escaped}</b>").Text == text;
    }, iter: 5_000, threads: 1);
}
