using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain.People;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Summary;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;
using SkiaSharp;

namespace MspBot.Host.Surveys.Summary;

/// <summary>What stands on one picture: some indicators, for some schools.</summary>
internal sealed record PicturePage(IReadOnlyList<SummaryLine> Lines, IReadOnlyList<AskedSchool> Schools, int Number, int All);

/// <summary>
/// Schools by indicators, for a phone: each cell has the value, below it an arrow with by how much, and a sign for better or worse; colour
/// only repeats the sign.
/// </summary>
internal sealed class SummaryPicture : IDisposable
{
    private const int Width = 1080;
    private const int Edge = 24;
    private const int Names = 336;
    private const int Columns = 6;
    private const int Rows = 30;
    private const int Row = 84;
    private const int Head = 64;
    private const int Title = 46;
    private const int Words = 29;
    private const int KeyLine = 38;
    private const int KeyLines = 2;

    private const string Better = "✓";
    private const string Worse = "!";
    private const string Broken = "≠";
    private const string FewShort = "скр.";

    private static readonly string[] Legend =
    [
        "▲ ▼ на сколько больше или меньше, чем в прошлый раз; = так же",
        "✓ лучше   ! хуже   ≠ показатель изменён, сравнивать нельзя",
        "— не ответили   н/д нет данных",
    ];

    private const string LegendSmall = "скр. скрыто: малые числа";

    private static readonly SKColor Line = SKColor.Parse("#c9c9c9");
    private static readonly SKColor Pale = SKColor.Parse("#e9eef4");
    private static readonly SKColor Green = SKColor.Parse("#d3ecdb");
    private static readonly SKColor Red = SKColor.Parse("#f8d9d3");
    private static readonly SKColor Grey = SKColor.Parse("#555555");

    private readonly SummaryView view;
    private readonly PicturePage page;
    private readonly SKPaint paint = new() { IsAntialias = true };
    private SKCanvas canvas = null!;

    private SummaryPicture(SummaryView view, PicturePage page) => (this.view, this.page) = (view, page);

    private int Column => (Width - 2 * Edge - Names) / Math.Max(page.Lines.Count, 3);

    /// <summary>Six indicators and thirty schools a picture; all schools of the first indicators first.</summary>
    internal static IReadOnlyList<PicturePage> Pages(SurveySummary summary)
    {
        SummaryLine[][] lines = [.. summary.Lines.Where(line => line.Measure.IsMeasured).Chunk(Columns)];
        AskedSchool[][] schools = [.. summary.Schools.Chunk(Rows)];
        var all = lines.Length * schools.Length;
        return [.. lines.SelectMany((some, nr) => schools.Select((rows, row) =>
            new PicturePage(some, rows, nr * schools.Length + row, all)))];
    }

    internal static byte[] Png(SummaryView view, PicturePage page)
    {
        using var picture = new SummaryPicture(view, page);
        return picture.Draw();
    }

    private byte[] Draw()
    {
        List<IReadOnlyList<string>> keys = [.. page.Lines.Select(Key)];
        List<string> answered = [.. Wrapped(SummaryTexts.Answered(view.Summary), Width - 2 * Edge, Words, 4)];
        string[] legend = view.IsLimited ? [.. Legend, LegendSmall] : Legend;
        var top = 40 + Title + (answered.Count + keys.Sum(key => key.Count)) * KeyLine + 34;
        var height = top + Head + (page.Schools.Count + 1) * Row + legend.Length * KeyLine + 44;
        using var surface = SKSurface.Create(new SKImageInfo(Width, height));
        canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        Write(SummaryTexts.Of(view.Summary.Survey.Label), Edge, 56, 42, true, Width - 2 * Edge);
        var at = 56 + Title;
        foreach (var line in answered) at = WriteKey(line, at, Grey);
        at += 10;
        foreach (var line in keys.SelectMany(key => key)) at = WriteKey(line, at, SKColors.Black);
        Table(top);
        at = top + Head + (page.Schools.Count + 1) * Row + 44;
        foreach (var line in legend) at = WriteKey(line, at, Grey);
        return PngFile.Of(surface);
    }

    private int WriteKey(string line, int at, SKColor color)
    {
        Write(line, Edge, at, Words, false, Width - 2 * Edge, color);
        return at + KeyLine;
    }

    /// <summary>«1. «2» за ВПР, русский язык, %; лучше, когда меньше»</summary>
    private static IReadOnlyList<string> Key(SummaryLine line) => Wrapped(
        $"{Russian.Number(line.Indicator.Position)}. {line.Indicator.Name}, {FigureWords.UnitOf(line)}" + line.Indicator.Better switch
        {
            Domain.Surveys.Indicators.Better.More => "; лучше, когда больше",
            Domain.Surveys.Indicators.Better.Less => "; лучше, когда меньше",
            _ => "",
        }, Width - 2 * Edge, Words, KeyLines);

    private void Table(int top)
    {
        Fill(Edge, top, Width - 2 * Edge, Head + Row, Pale);
        Write("Школа", Edge + 10, top + 43, Words, true, Names - 20);
        foreach (var (nr, line) in page.Lines.Index())
            Centre(Russian.Number(line.Indicator.Position), Left(nr), top + 45, 34, true);
        Name("По району", top + Head, bold: true);
        foreach (var (nr, line) in page.Lines.Index()) District(line, Left(nr), top + Head);
        foreach (var (row, school) in page.Schools.Index())
        {
            var at = top + Head + (row + 1) * Row;
            foreach (var (nr, line) in page.Lines.Index()) School(line, school.School, Left(nr), at);
            Name(school.Name, at, bold: false);
        }
        paint.Color = Line;
        for (var row = 0; row <= page.Schools.Count + 1; row++)
            canvas.DrawRect(Edge, top + Head + row * Row, Left(page.Lines.Count) - Edge, 2, paint);
        for (var nr = 0; nr <= page.Lines.Count; nr++)
            canvas.DrawRect(Left(nr), top, 2, Head + (page.Schools.Count + 1) * Row, paint);
    }

    private int Left(int column) => Edge + Names + column * Column;

    private void District(SummaryLine line, int left, int top)
    {
        var value = view.HidesTotal(line) ? FewShort : FigureWords.Short(line.Figures.Now);
        var change = line.Earlier is { Broken: true } ? Broken
            : line.Figures.Change is { } by && !view.HidesChange(line) ? FigureWords.Arrow(line, by) : "";
        Cell(left, top, value, change, bold: true);
    }

    private void School(SummaryLine line, SchoolId school, int left, int top)
    {
        var answer = line.Now.GetValueOrDefault(school);
        var move = view.HidesMove(line, school) ? null : line.Move(school);
        if (move?.Verdict is Verdict.Better or Verdict.Worse)
            Fill(left, top, Column, Row, move.Verdict == Verdict.Better ? Green : Red);
        var change = answer is not null && line.Earlier is { Broken: true } ? Broken
            : move is null ? "" : FigureWords.Arrow(line, move.By) + move.Verdict switch
            {
                Verdict.Better => $" {Better}",
                Verdict.Worse => $" {Worse}",
                _ => "",
            };
        Cell(left, top, view.Hides(line, school) ? FewShort : FigureWords.Short(line, answer), change, bold: false);
    }

    private void Cell(int left, int top, string value, string change, bool bold)
    {
        Centre(value, left, top + (change.Length == 0 ? 52 : 37), 31, bold);
        if (change.Length > 0) Centre(change, left, top + 70, 27, bold: true);
    }

    private void Name(string name, int top, bool bold)
    {
        const int room = Names - 20;
        // A name that needs more than three lines loses its middle: names differ at both ends.
        var (size, lines) = (27, Wrapped(name, room, 27, int.MaxValue, bold));
        if (lines.Count > 2) (size, lines) = (22, Wrapped(name, room, 22, int.MaxValue, bold));
        if (lines.Count > 3) lines = Wrapped(ButtonRows.Shorten(name), room, 22, 3, bold);
        var first = top + Row / 2 + size / 3 - (lines.Count - 1) * (size + 3) / 2;
        foreach (var (nr, line) in lines.Index()) Write(line, Edge + 10, first + nr * (size + 3), size, bold, room);
    }

    private void Fill(int left, int top, int width, int height, SKColor color)
    {
        paint.Color = color;
        canvas.DrawRect(left, top, width, height, paint);
    }

    private void Centre(string text, int left, int baseline, float size, bool bold)
    {
        using var font = Fitting(text, size, bold, Column - 12);
        paint.Color = SKColors.Black;
        canvas.DrawText(text, left + Column / 2f, baseline, SKTextAlign.Center, font, paint);
    }

    private void Write(string text, int left, int baseline, float size, bool bold, int room, SKColor? color = null)
    {
        using var font = Fitting(text, size, bold, room);
        paint.Color = color ?? SKColors.Black;
        canvas.DrawText(text, left, baseline, SKTextAlign.Left, font, paint);
    }

    /// <summary>As large as wanted, smaller where the words need it.</summary>
    private static SKFont Fitting(string text, float size, bool bold, int room)
    {
        var font = Font(size, bold);
        var needed = font.MeasureText(text);
        if (needed > room) font.Size = size * room / needed;
        return font;
    }

    private static SKFont Font(float size, bool bold) => new(bold ? PictureFonts.Bold : FontFile.DejaVuSans.Value.Whole, size);

    /// <summary>Whole words on at most so many lines; the last one ends in «…» where there is more.</summary>
    private static List<string> Wrapped(string text, int room, float size, int most, bool bold = false)
    {
        using var font = Font(size, bold);
        var lines = new List<string>();
        var line = "";
        foreach (var word in Printable.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || font.MeasureText(longer) <= room)
            {
                line = longer;
                continue;
            }
            lines.Add(line);
            line = word;
        }
        lines.Add(line);
        if (lines.Count <= most) return lines;
        var last = lines[most - 1];
        while (last.Length > 1 && font.MeasureText($"{last}…") > room) last = last[..^1];
        return [.. lines.Take(most - 1), $"{last.TrimEnd(' ', ',', '.')}…"];
    }

    public void Dispose() => paint.Dispose();
}
