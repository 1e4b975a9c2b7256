using System.Text;
using SkiaSharp;

namespace MspBot.Host.Feedback;

/// <summary>
/// The fonts of one document, cut down to the letters in it, and what typesetting needs of them. They travel inside the
/// program. A sign that PT Serif lacks is taken from DejaVu Serif; what neither has is left out rather than printed as a box.
/// </summary>
internal sealed class CertificateType : IDisposable
{
    private static readonly Lazy<Source> PtRegular = Embedded("PTSerif-Regular");
    private static readonly Lazy<Source> PtBold = Embedded("PTSerif-Bold");
    private static readonly Lazy<Source> PtItalic = Embedded("PTSerif-Italic");
    private static readonly Lazy<Source> DejaVu = Embedded("DejaVuSerif");
    private readonly SKTypeface? fallback;

    /// <param name="words">Everything that will be written.</param>
    internal CertificateType(string words)
    {
        var runes = words.EnumerateRunes().Append(new Rune(' ')).Distinct().ToList();
        (Regular, Bold, Italic) = (PtRegular.Value.With(runes), PtBold.Value.With(runes), PtItalic.Value.With(runes));
        var rare = runes.Where(r => !PtRegular.Value.Has(r) || !PtBold.Value.Has(r) || !PtItalic.Value.Has(r)).ToList();
        if (rare.Count > 0) fallback = DejaVu.Value.With(rare);
    }

    internal SKTypeface Regular { get; }

    internal SKTypeface Bold { get; }

    internal SKTypeface Italic { get; }

    /// <summary>One line cut into stretches of one font each.</summary>
    internal IEnumerable<(string Text, SKTypeface Face)> Runs(string line, SKTypeface face)
    {
        var run = new StringBuilder();
        var now = face;
        foreach (var rune in line.EnumerateRunes())
        {
            if (FaceFor(rune, face) is not { } of) continue;
            if (of != now && run.Length > 0)
            {
                yield return (run.ToString(), now);
                run.Clear();
            }
            now = of;
            run.Append(rune);
        }
        if (run.Length > 0) yield return (run.ToString(), now);
    }

    internal float Width(string line, SKTypeface face, float size)
    {
        var width = 0f;
        foreach (var (text, of) in Runs(line, face))
        {
            using var font = Font(of, size);
            width += font.MeasureText(text);
        }
        return width;
    }

    /// <summary>Hinting is for screens of long ago: on paper it only moves letters.</summary>
    internal static SKFont Font(SKTypeface face, float size) => new(face, size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true, Edging = SKFontEdging.Antialias };

    public void Dispose()
    {
        Regular.Dispose();
        Bold.Dispose();
        Italic.Dispose();
        fallback?.Dispose();
    }

    private SKTypeface? FaceFor(Rune rune, SKTypeface face)
    {
        if (face.GetGlyph(rune.Value) != 0) return face;
        return fallback is not null && fallback.GetGlyph(rune.Value) != 0 ? fallback : null;
    }

    private static Lazy<Source> Embedded(string name) => new(() =>
    {
        using var stream = typeof(CertificateType).Assembly.GetManifestResourceStream($"MspBot.Host.Feedback.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"the font {name} is not in the program");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new(bytes.ToArray());
    });

    /// <summary>A whole font, from which documents take what they need.</summary>
    private sealed class Source(byte[] bytes)
    {
        private readonly SKTypeface whole = Read(bytes);

        internal bool Has(Rune rune) => whole.GetGlyph(rune.Value) != 0;

        internal SKTypeface With(IEnumerable<Rune> runes) => Read(TrueTypeSubset.Of(bytes, runes.Select(r => whole.GetGlyph(r.Value))));

        private static SKTypeface Read(byte[] bytes)
        {
            using var data = SKData.CreateCopy(bytes);
            return SKTypeface.FromData(data) ?? throw new InvalidOperationException("a font of the program cannot be read");
        }
    }
}
