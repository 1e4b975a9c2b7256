using QRCoder;
using SkiaSharp;

namespace MspBot.Host.Certificates;

/// <summary>A link as squares that can be printed in any size.</summary>
internal static class CertificateQr
{
    /// <param name="canvas">Where.</param>
    /// <param name="link">What a phone opens.</param>
    /// <param name="corner">The upper left corner of the dark squares; what is light around them is the page's own.</param>
    /// <param name="side">How wide they are together.</param>
    /// <param name="color">Dark.</param>
    internal static void Draw(SKCanvas canvas, string link, SKPoint corner, float side, SKColor color)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        const int quiet = 4;   // light modules that QRCoder puts around
        var modules = data.ModuleMatrix.Count - 2 * quiet;
        var one = side / modules;
        using var squares = new SKPath();
        for (var y = 0; y < modules; y++)
        {
            for (var x = 0; x < modules; x++)
            {
                var from = x;
                while (x < modules && data.ModuleMatrix[y + quiet][x + quiet]) x++;
                if (x > from) squares.AddRect(new(corner.X + from * one, corner.Y + y * one, corner.X + x * one, corner.Y + (y + 1) * one));
            }
        }
        using var paint = new SKPaint { Color = color, IsAntialias = false };
        canvas.DrawPath(squares, paint);
    }
}
