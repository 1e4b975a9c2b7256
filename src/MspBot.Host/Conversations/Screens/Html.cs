using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using MspBot.Domain.Clock;

namespace MspBot.Host.Conversations.Screens;

/// <summary>
/// Text with markup. What is written between the quotes is markup, what stands in a hole is escaped, so nothing that
/// people typed can ever be markup: <c>Html.Of($"&lt;b&gt;{title}&lt;/b&gt;")</c>.
/// </summary>
public readonly record struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>What one message holds: see <see cref="Length"/>.</summary>
    internal const int MessageLimit = 4096;

    public static Html Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(markup);

    /// <summary>As a messenger counts: characters (UTF-16) that are read, without markup.</summary>
    internal int Length
    {
        get
        {
            var (length, inside) = (0, '\0');
            foreach (var sign in ToString())
            {
                if (inside == '\0' && sign is '<' or '&') inside = sign;
                if (inside != '<') length += inside == '&' && sign != '&' ? 0 : 1;
                if ((inside, sign) is ('<', '>') or ('&', ';')) inside = '\0';
            }
            return length;
        }
    }

    public static Html Of(ref Builder builder) => new(builder.Done());

    /// <summary>Plain text, escaped.</summary>
    public static Html Text(string? text) => new(Escape(text));

    /// <summary>«вт, 24 ноября, 15:00», in the site's zone; a client in another zone can show the reader their own time.</summary>
    public static Html At(DateTimeOffset moment, SiteZone zone) => Time(moment, Russian.Moment(moment, zone));

    /// <summary>«вт, 24 ноября, 15:00–16:30», as <see cref="At"/>.</summary>
    public static Html Span(DateTimeOffset from, DateTimeOffset to, SiteZone zone) => Time(from, Russian.Span(from, to, zone));

    /// <summary>These words, known to the client as this moment.</summary>
    private static Html Time(DateTimeOffset moment, string words) =>
        new($"<tg-time unix=\"{moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}\">{Escape(words)}</tg-time>");

    public static Html Bold(string? text) => new($"<b>{Escape(text)}</b>");

    /// <summary>The parts that are not empty, a blank line between them.</summary>
    public static Html Paragraphs(params ReadOnlySpan<Html> parts) => Join("\n\n", parts);

    /// <summary>The parts that are not empty, each on its line.</summary>
    public static Html Lines(params ReadOnlySpan<Html> parts) => Join("\n", parts);

    public static Html operator +(Html left, Html right) => new(left.ToString() + right);

    /// <summary>The markup, as the messenger takes it.</summary>
    public override string ToString() => markup ?? "";

    /// <summary>Markup that came out of <see cref="ToString"/> earlier (a stored screen).</summary>
    internal static Html Stored(string markup) => new(markup);

    private static Html Join(string between, ReadOnlySpan<Html> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.IsEmpty) continue;
            if (text.Length > 0) text.Append(between);
            text.Append(part.markup);
        }
        return new(text.ToString());
    }

    private static string Escape(string? text) =>
        text is null ? "" : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    [InterpolatedStringHandler]
    public readonly ref struct Builder(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + formattedCount * 16);

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(Html html) => text.Append(html.markup);

        public void AppendFormatted(string? value) => text.Append(Escape(value));

        public void AppendFormatted(int value) => text.Append(value);

        public void AppendFormatted(long value) => text.Append(value);

        internal string Done() => text.ToString();
    }
}
