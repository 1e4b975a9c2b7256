using System.Globalization;
using MspBot.Host.Printing;
using SkiaSharp;

namespace MspBot.Host.Feedback;

/// <summary>
/// How marks are spread: one bar a mark, as high as its share of all answers, a panel a question. A small PNG, with a font that comes
/// with the program.
/// </summary>
internal static class BarChart
{
    private const int PanelWidth = 420;
    private const int Height = 360;
    private const int Margin = 36;
    private const int Top = 84;
    private const int Bottom = 56;
    private static readonly SKColor Ink = new(0x26, 0x32, 0x38);
    private static readonly SKColor Quiet = new(0xB0, 0xBE, 0xC5);
    private static readonly SKColor Bar = new(0x2E, 0x7D, 0xA6);

    internal static byte[] Draw(params ReadOnlySpan<(string Title, IReadOnlyList<int> Counts)> panels)
    {
        using var surface = SKSurface.Create(new SKImageInfo(PanelWidth * panels.Length, Height));
        surface.Canvas.Clear(SKColors.White);
        for (var n = 0; n < panels.Length; n++)
        {
            using var restore = new SKAutoCanvasRestore(surface.Canvas);
            surface.Canvas.Translate(n * PanelWidth, 0);
            DrawPanel(surface.Canvas, panels[n].Title, panels[n].Counts);
        }
        return PngFile.Of(surface);
    }

    private static void DrawPanel(SKCanvas canvas, string title, IReadOnlyList<int> counts)
    {
        using var large = new SKFont(FontFile.DejaVuSans.Value.Whole, 26);
        using var small = new SKFont(FontFile.DejaVuSans.Value.Whole, 22);
        using var ink = new SKPaint { Color = Ink, IsAntialias = true };
        using var quiet = new SKPaint { Color = Quiet, IsAntialias = true, StrokeWidth = 2 };
        using var bar = new SKPaint { Color = Bar, IsAntialias = true };

        canvas.DrawText($"{title}: {ViewTexts.Mean(counts)} · {ViewTexts.Answers(counts.Sum())}", Margin, 44, large, ink);
        var (step, all) = ((PanelWidth - (2 * Margin)) / (float)counts.Count, Math.Max(1, counts.Sum()));
        var ground = Height - Bottom;
        for (var n = 0; n < counts.Count; n++)
        {
            var (left, height) = (Margin + (n * step), (ground - Top) * counts[n] / (float)all);
            if (counts[n] > 0) canvas.DrawRoundRect(left + (step * 0.14f), ground - height, step * 0.72f, height, 5, 5, bar);
            canvas.DrawText(Number(counts[n]), left + (step / 2), ground - height - 10, SKTextAlign.Center, small, counts[n] > 0 ? ink
                : quiet);
            canvas.DrawText(Number(n + 1), left + (step / 2), Height - 20, SKTextAlign.Center, small, ink);
        }
        canvas.DrawLine(Margin, Top, PanelWidth - Margin, Top, quiet);
        canvas.DrawText("100 %", Margin, Top - 8, small, quiet);
        canvas.DrawLine(Margin, ground, PanelWidth - Margin, ground, quiet);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
