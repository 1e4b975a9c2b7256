using MspBot.Host.Feedback;
using SkiaSharp;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>The picture of the marks. MSPBOT_PICTURES=folder writes one there, to be looked at.</summary>
public sealed class BarChartTests
{
    private static readonly SKColor Bar = new(0x2E, 0x7D, 0xA6);

    [Fact]
    public void Each_mark_has_a_bar_as_high_as_its_share_of_all()
    {
        var png = BarChart.Draw(("Оценка", [0, 1, 2, 4, 8]), ("Польза", [3, 3, 3, 3, 3]));
        if (Environment.GetEnvironmentVariable("MSPBOT_PICTURES") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, "feedback.png"), png);
        using var picture = SKBitmap.Decode(png);

        var heights = Enumerable.Range(0, 10)
            .Select(n => Height(picture, (n / 5 * (picture.Width / 2)) + 36 + (int)((n % 5 + 0.5) * (picture.Width / 2 - 72) / 5)))
            .ToList();

        Assert.Equal(0, heights[0]);
        Assert.InRange(heights[4], 8 * heights[1] - 12, 8 * heights[1] + 12);
        Assert.InRange(heights[3], 2 * heights[2] - 3, 2 * heights[2] + 3);
        Assert.Single(heights.Skip(5).Distinct());
        Assert.InRange(heights[4], (220 * 8 / 15) - 4, (220 * 8 / 15) + 4);   // of the whole, not of the highest
        Assert.InRange(png.Length, 1_000, 40_000);
    }

    [Fact]
    public void Words_are_drawn_with_the_font_of_the_program()
    {
        using var one = SKBitmap.Decode(BarChart.Draw(("Оценка", [1, 1, 1, 0, 0])));
        using var other = SKBitmap.Decode(BarChart.Draw(("Польза", [1, 1, 1, 0, 0])));
        Assert.NotEqual(one.Bytes, other.Bytes);
        Assert.True(Enumerable.Range(0, 60).SelectMany(y => Enumerable.Range(0, one.Width).Select(x => one.GetPixel(x, y)))
            .Any(p => p.Red < 0x60), "the title is not there");
    }

    private static int Height(SKBitmap picture, int x) => Enumerable.Range(0, picture.Height).Count(y => picture.GetPixel(x, y) == Bar);
}
