using SkiaSharp;

namespace MspBot.Host.Monitoring;

/// <summary>The letters of pictures, from inside the program: a machine without fonts would draw pictures without words, and say nothing.</summary>
internal static class Fonts
{
    internal const string Name = "DejaVu Sans";

    private static readonly Lazy<SKTypeface> Regular = new(() => Load("DejaVuSans.ttf"));
    private static readonly Lazy<SKTypeface> Heavy = new(() => Load("DejaVuSans-Bold.ttf"));

    static Fonts() => ScottPlot.Fonts.FontResolvers.Insert(0, new Embedded());

    internal static SKTypeface Bold => Heavy.Value;

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(Fonts).Assembly.GetManifestResourceStream($"MspBot.Host.Feedback.Fonts.{file}") ?? throw new InvalidOperationException($"{file} is missing in the program");
        return SKTypeface.FromStream(stream);
    }

    private sealed class Embedded : ScottPlot.IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName == Name ? bold ? Heavy.Value : Regular.Value : null;

        public SKTypeface? CreateTypeface(string fontName, ScottPlot.FontWeight weight, ScottPlot.FontSlant slant, ScottPlot.FontSpacing spacing) =>
            CreateTypeface(fontName, weight >= ScottPlot.FontWeight.SemiBold, false);
    }
}
