using SkiaSharp;

namespace MspBot.Host.Certificates;

/// <summary>What is drawn and not written: a frame with corners, a fine rosette behind the words, a rule with a diamond.</summary>
internal static class CertificateFrame
{
    internal static readonly SKColor Ink = new(0x1F, 0x2A, 0x44);
    internal static readonly SKColor Gold = new(0xA8, 0x83, 0x45);
    private static readonly SKColor Pale = new(0xF3, 0xEC, 0xDD);

    internal static void Draw(SKCanvas canvas, SKSize page)
    {
        Rosette(canvas, new(page.Width / 2, page.Height / 2 + 18));
        using var ink = Stroke(Ink, 2.4f);
        using var gold = Stroke(Gold, 0.7f);
        var outer = SKRect.Create(22, 22, page.Width - 44, page.Height - 44);
        var inner = SKRect.Inflate(outer, -7, -7);
        canvas.DrawRect(outer, ink);
        canvas.DrawRect(inner, gold);
        Corner(canvas, gold, inner.Left, inner.Top, 1, 1);
        Corner(canvas, gold, inner.Right, inner.Top, -1, 1);
        Corner(canvas, gold, inner.Left, inner.Bottom, 1, -1);
        Corner(canvas, gold, inner.Right, inner.Bottom, -1, -1);
    }

    /// <summary>A thin rule with a diamond in the middle.</summary>
    internal static void Rule(SKCanvas canvas, float x, float y, float width)
    {
        using var line = Stroke(Gold, 0.8f);
        using var fill = new SKPaint { Color = Gold, IsAntialias = true };
        canvas.DrawLine(x - width / 2, y, x - 9, y, line);
        canvas.DrawLine(x + 9, y, x + width / 2, y, line);
        Diamond(canvas, fill, x, y, 4);
    }

    private static void Corner(SKCanvas canvas, SKPaint gold, float x, float y, int right, int down)
    {
        using var fill = new SKPaint { Color = Gold, IsAntialias = true };
        using var path = new SKPath();
        path.MoveTo(x + right * 34, y + down * 5);
        path.LineTo(x + right * 5, y + down * 5);
        path.LineTo(x + right * 5, y + down * 34);
        path.MoveTo(x + right * 26, y);
        path.CubicTo(x + right * 24, y + down * 15, x + right * 15, y + down * 24, x, y + down * 26);
        canvas.DrawPath(path, gold);
        Diamond(canvas, fill, x + right * 11, y + down * 11, 3.2f);
    }

    private static void Diamond(SKCanvas canvas, SKPaint fill, float x, float y, float size)
    {
        using var path = new SKPath();
        path.MoveTo(x, y - size);
        path.LineTo(x + size, y);
        path.LineTo(x, y + size);
        path.LineTo(x - size, y);
        path.Close();
        canvas.DrawPath(path, fill);
    }

    /// <summary>Crossing waves round a circle, as on banknotes; pale enough to be read through.</summary>
    private static void Rosette(SKCanvas canvas, SKPoint centre)
    {
        using var paint = Stroke(Pale, 0.6f);
        for (var wave = 0; wave < 12; wave++)
        {
            using var path = new SKPath();
            const int points = 240;
            for (var n = 0; n <= points; n++)
            {
                var angle = n * 2 * MathF.PI / points;
                var radius = 150 + 42 * MathF.Sin(8 * angle + wave * MathF.PI / 6);
                var at = new SKPoint(centre.X + radius * 1.25f * MathF.Cos(angle), centre.Y + radius * 0.92f * MathF.Sin(angle));
                if (n == 0) path.MoveTo(at);
                else path.LineTo(at);
            }
            canvas.DrawPath(path, paint);
        }
    }

    private static SKPaint Stroke(SKColor color, float width) =>
        new() { Color = color, StrokeWidth = width, Style = SKPaintStyle.Stroke, IsAntialias = true };
}
