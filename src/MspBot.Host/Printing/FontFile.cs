using System.Text;
using SkiaSharp;

namespace MspBot.Host.Printing;

/// <summary>A font that travels inside the program: a machine without fonts would print and draw without words, and say nothing.</summary>
internal sealed class FontFile
{
    private readonly byte[] bytes;

    private FontFile(string name)
    {
        using var stream = typeof(FontFile).Assembly.GetManifestResourceStream($"MspBot.Host.Printing.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"the font {name} is not in the program");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        bytes = copy.ToArray();
        Whole = Read(bytes);
    }

    internal static Lazy<FontFile> PtRegular { get; } = new(() => new("PTSerif-Regular"));

    internal static Lazy<FontFile> PtBold { get; } = new(() => new("PTSerif-Bold"));

    internal static Lazy<FontFile> PtItalic { get; } = new(() => new("PTSerif-Italic"));

    /// <summary>For signs that PT Serif lacks.</summary>
    internal static Lazy<FontFile> DejaVuSerif { get; } = new(() => new("DejaVuSerif"));

    /// <summary>The letters of pictures.</summary>
    internal static Lazy<FontFile> DejaVuSans { get; } = new(() => new("DejaVuSans"));

    internal static Lazy<FontFile> DejaVuSansBold { get; } = new(() => new("DejaVuSans-Bold"));

    internal SKTypeface Whole { get; }

    internal bool Has(Rune rune) => Whole.GetGlyph(rune.Value) != 0;

    /// <summary>Cut down to these signs.</summary>
    internal SKTypeface With(IEnumerable<Rune> runes) => Read(TrueTypeSubset.Of(bytes, runes.Select(r => Whole.GetGlyph(r.Value))));

    private static SKTypeface Read(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException("a font of the program cannot be read");
    }
}
