using System.Text;
using MspBot.Host.Printing;
using SkiaSharp;

namespace MspBot.Host.Certificates;

/// <summary>
/// The fonts of one document, cut down to the letters in it, and what typesetting needs of them. A sign that PT Serif lacks is taken from
/// DejaVu Serif; words come here as <see cref="Printable"/> gives them, so that one of them has each sign.
/// </summary>
internal sealed class CertificateType : IDisposable
{
    private readonly SKTypeface? fallback;

    /// <param name="words">Everything that will be written.</param>
    internal CertificateType(string words)
    {
        var runes = words.EnumerateRunes().Append(new Rune(' ')).Distinct().ToList();
        (Regular, Bold, Italic) = (FontFile.PtRegular.Value.With(runes), FontFile.PtBold.Value.With(runes),
            FontFile.PtItalic.Value.With(runes));
        var rare = runes.Where(r => !FontFile.PtRegular.Value.Has(r) || !FontFile.PtBold.Value.Has(r) || !FontFile.PtItalic.Value.Has(r))
            .ToList();
        if (rare.Count > 0) fallback = FontFile.DejaVuSerif.Value.With(rare);
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
    internal static SKFont Font(SKTypeface face, float size) =>
        new(face, size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true, Edging = SKFontEdging.Antialias };

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
}
