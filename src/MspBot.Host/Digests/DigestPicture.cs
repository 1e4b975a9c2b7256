using System.Globalization;
using MspBot.Domain.Digests;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;
using ScottPlot;
using SkiaSharp;

namespace MspBot.Host.Digests;

/// <summary>
/// The digest as one picture for a phone: who came and what was asked for over twelve periods, and how schools take part.
/// </summary>
internal static class DigestPicture
{
    private const int Width = 1080;
    private const int Top = 430;
    private const int Title = 90;
    private const int SchoolRow = 46;
    private const int SchoolsShown = 15;
    private const int LongestName = 30;

    /// <summary>Shares are drawn against the whole, which leaves room for a label behind it: a bar of a fifth is a fifth as long.</summary>
    private const double WithLabel = 1.3;

    private static readonly Color Blue = Color.FromHex("#1f6fb2");
    private static readonly Color Pale = Color.FromHex("#b9d3e8");
    private static readonly Color Green = Color.FromHex("#2e8b57");
    private static readonly Color Orange = Color.FromHex("#d9822b");

    internal static byte[] Png(Digest digest)
    {
        var low = digest.Schools.Where(s => s.Kind == nameof(SchoolKind.LowResults))
            .OrderBy(s => s.People == 0 ? -1 : Covered(s)).ThenBy(s => s.Name, Alphabet.Order).ToList();
        var schools = Shown(low);
        var more = low.Count - schools.Count;
        var below = schools.Count == 0 ? 0 : 130 + ((schools.Count + (more > 0 ? 1 : 0)) * SchoolRow);
        using var surface = SKSurface.Create(new SKImageInfo(Width, Title + (2 * Top) + below));
        surface.Canvas.Clear(SKColors.White);
        Write(surface.Canvas, digest.IsRunning ? $"{DigestTexts.Title(digest)}, пока" : DigestTexts.Title(digest));
        Draw(surface.Canvas, Attendance(digest), Title, Top);
        Draw(surface.Canvas, Consultations(digest), Title + Top, Top);
        if (below > 0) Draw(surface.Canvas, Schools(schools, more), Title + (2 * Top), below);
        return PngFile.Of(surface);
    }

    private static Plot Attendance(Digest digest)
    {
        var plot = New(DigestTexts.AttendanceChart(digest.Figures));
        Bars(plot, digest, f => f.SignedUp, -0.2, Pale, "записались");
        Bars(plot, digest, f => f.Came, 0.2, Blue, "пришли");
        return OverTime(plot, digest, Math.Max(1, digest.History.Max(p => p.Figures.SignedUp)));
    }

    private static Plot Consultations(Digest digest)
    {
        var plot = New("Консультации: заявки и состоявшиеся");
        Bars(plot, digest, f => f.Requested, -0.2, Color.FromHex("#f0cfa4"), "заявки");
        Bars(plot, digest, f => f.Held, 0.2, Orange, "состоялись");
        return OverTime(plot, digest, Math.Max(1, digest.History.Max(p => Math.Max(p.Figures.Requested, p.Figures.Held))));
    }

    /// <summary>From the bottom up. A phone has room for fifteen: of more, those where fewest and where most take part.</summary>
    private static List<(double At, DigestSchool School)> Shown(List<DigestSchool> all)
    {
        var cut = all.Count > SchoolsShown;
        var (fewest, most) = cut ? (all.Take(SchoolsShown / 2), all.TakeLast(SchoolsShown / 2)) : (all, []);
        // One place stays empty between them: there the others are counted.
        return [.. fewest.Select((s, nr) => ((double)(Math.Min(all.Count, SchoolsShown) - 1 - nr), s)),
            .. most.Reverse().Select((s, nr) => ((double)nr, s))];
    }

    private static Plot Schools(List<(double At, DigestSchool School)> schools, int more)
    {
        var plot = New("ШНОР: какая часть педагогов участвовала");
        var bars = schools.Select(s => new Bar
        {
            Position = s.At,
            Value = Covered(s.School),
            FillColor = Green,
            LineWidth = 0,
            Size = 0.62,
            Orientation = Orientation.Horizontal,
            Label = s.School.People == 0 && s.School.Reached == 0 ? DigestTexts.NobodyThere : $"{s.School.Reached} из {s.School.People}",
        }).ToArray();
        var added = plot.Add.Bars(bars);
        added.Horizontal = true;
        added.ValueLabelStyle.FontSize = 21;
        added.ValueLabelStyle.FontName = PictureFonts.Name;
        plot.Axes.Left.SetTicks(
            [.. schools.Select(s => s.At), .. more > 0 ? [(double)(SchoolsShown / 2)] : Array.Empty<double>()],
            [.. schools.Select(s => DigestTexts.School(Printable.Of(s.School.Name!), LongestName)),
                .. more > 0 ? [DigestTexts.MoreSchools(more)] : Array.Empty<string>()]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.SetTicks([0, 0.5, 1], ["0 %", "50 %", "100 %"]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.SetLimits(0, WithLabel, -0.6, schools.Max(s => s.At) + 0.6);
        return plot;
    }

    private static void Bars(Plot plot, Digest digest, Func<Figures, int> figure, double beside, Color color, string name)
    {
        var empty = Periods - digest.History.Count;
        var bars = plot.Add.Bars(digest.History.Select((p, nr) => new Bar
        {
            Position = empty + nr + beside,
            Value = figure(p.Figures),
            FillColor = color,
            LineWidth = 0,
            Size = 0.38,
            Label = figure(p.Figures) > 0 ? figure(p.Figures).ToString(CultureInfo.InvariantCulture) : "",
        }).ToArray());
        bars.LegendText = name;
        bars.ValueLabelStyle.FontSize = 17;
        bars.ValueLabelStyle.FontName = PictureFonts.Name;
    }

    /// <summary>As wide when the site is young: empty places say that there was nothing yet.</summary>
    private const int Periods = 12;

    private static Plot OverTime(Plot plot, Digest digest, int highest)
    {
        var empty = Periods - digest.History.Count;
        plot.Axes.Bottom.SetTicks([.. digest.History.Select((_, nr) => (double)(empty + nr))],
            [.. digest.History.Select(p => Mark(digest.Kind, p.First))]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.Left.IsVisible = false;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.SetLimits(-0.7, Periods - 0.3, 0, highest * 1.35);
        plot.ShowLegend(Alignment.UpperLeft, Orientation.Horizontal);
        plot.Legend.FontName = PictureFonts.Name;
        plot.Legend.FontSize = 22;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.Transparent;
        return plot;
    }

    private static Plot New(string title)
    {
        var plot = new Plot();
        plot.Font.Set(PictureFonts.Name);
        plot.Title(title, 28);
        plot.Axes.Title.Label.FontName = PictureFonts.Name;
        plot.Axes.Title.Label.Bold = true;
        plot.Axes.Title.FullFigureCenter = true;   // also where long names take half of the width
        plot.Axes.Bottom.TickLabelStyle.FontSize = 20;
        plot.Axes.Left.TickLabelStyle.FontSize = 21;
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.FigureBackground.Color = Colors.White;
        return plot;
    }

    /// <summary>A plot wipes the canvas it is drawn on, so each has one of its own.</summary>
    private static void Draw(SKCanvas canvas, Plot plot, int top, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, height));
        using (plot) plot.Render(surface.Canvas, new PixelRect(new PixelSize(Width, height)));
        canvas.DrawSurface(surface, 0, top);
    }

    private static void Write(SKCanvas canvas, string title)
    {
        using var font = new SKFont(PictureFonts.Bold, 40);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawText(title, Width / 2f, 62, SKTextAlign.Center, font, paint);
    }

    /// <summary>«16.11», «ноя»</summary>
    private static string Mark(PeriodKind kind, DateOnly first) => kind == PeriodKind.Week
        ? Russian.ShortDay(first)
        : CultureInfo.GetCultureInfo("ru-RU").DateTimeFormat.GetAbbreviatedMonthName(first.Month).TrimEnd('.');

    /// <summary>Never more than all, also where some have left the school since.</summary>
    private static double Covered(DigestSchool school) => Math.Min(1, Figures.Share(school.Reached, school.People) ?? 0);
}
