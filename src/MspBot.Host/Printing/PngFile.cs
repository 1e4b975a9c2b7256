using SkiaSharp;

namespace MspBot.Host.Printing;

/// <summary>Pictures with words and areas of one colour, as PNG.</summary>
internal static class PngFile
{
    internal const string MediaType = "image/png";

    /// <summary>
    /// Without filters: on areas of one colour, trying them on each line costs half of the time, and the file gets larger
    /// (docs/performance.md).
    /// </summary>
    private static readonly SKPngEncoderOptions Flat = new(SKPngEncoderFilterFlags.None, 6);

    internal static byte[] Of(SKSurface surface)
    {
        using var pixels = surface.PeekPixels();
        using var data = pixels.Encode(Flat) ?? throw new InvalidOperationException("the picture could not be written as PNG");
        return data.ToArray();
    }
}
