using SkiaSharp;

namespace MspBot.Host.Printing;

/// <summary>The letters of pictures, where ScottPlot looks for them.</summary>
internal static class PictureFonts
{
    internal const string Name = "DejaVu Sans";

    static PictureFonts() => ScottPlot.Fonts.FontResolvers.Insert(0, new Embedded());

    internal static SKTypeface Bold => FontFile.DejaVuSansBold.Value.Whole;

    private sealed class Embedded : ScottPlot.IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName == Name ? bold ? FontFile.DejaVuSansBold.Value.Whole : FontFile.DejaVuSans.Value.Whole : null;

        public SKTypeface? CreateTypeface(
            string fontName, ScottPlot.FontWeight weight, ScottPlot.FontSlant slant, ScottPlot.FontSpacing spacing) =>
            CreateTypeface(fontName, weight >= ScottPlot.FontWeight.SemiBold, false);
    }
}
