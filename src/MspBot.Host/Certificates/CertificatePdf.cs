using SkiaSharp;

namespace MspBot.Host.Certificates;

/// <summary>Certificates on A4 landscape, a page each: letters stay letters, the QR code stays squares, nothing is a picture.</summary>
internal sealed class CertificatePdf
{
    /// <summary>A4 across, in points.</summary>
    internal static readonly SKSize Size = new(842, 595);

    private const float Middle = 421;
    private const float Width = 660;
    private const float MiddleTop = 206;
    private const float MiddleBottom = 452;
    private const float QrSide = 84;
    private const float QrLeft = 842 - 58 - QrSide;
    private const float FooterLeft = 58;

    private const float Leading = 1.22f;
    private const string Post = "Руководитель площадки";

    private readonly CertificateType type;

    private CertificatePdf(CertificateType type) => this.type = type;

    internal static byte[] Write(IReadOnlyList<CertificatePage> pages, string title, DateTimeOffset now)
    {
        using var type = new CertificateType(string.Concat(pages.Select(Words)));
        using var stream = new MemoryStream();
        // What is left at its default gives pictures of quality 0 (there are none here), so all is said.
        var about = new SKDocumentPdfMetadata
        {
            Title = title,
            Creator = "MspBot",
            Producer = "MspBot",
            Creation = now.UtcDateTime,
            Modified = now.UtcDateTime,
            EncodingQuality = 101,
            RasterDpi = 144
        };
        using (var document = SKDocument.CreatePdf(stream, about))
        {
            foreach (var page in pages)
            {
                new CertificatePdf(type).Draw(document.BeginPage(Size.Width, Size.Height), page);
                document.EndPage();
            }
            document.Close();
        }
        return stream.ToArray();
    }

    /// <summary>One page on any canvas.</summary>
    internal static void DrawOn(SKCanvas canvas, CertificatePage page)
    {
        using var type = new CertificateType(Words(page));
        new CertificatePdf(type).Draw(canvas, page);
    }

    private static string Words(CertificatePage page) =>
        string.Concat(page.Site, page.HostSchool, page.Heading, page.Of) + string.Concat(page.Number, page.Above, page.Name, page.Below)
        + string.Concat(page.Title, page.Facts, page.Order, page.Head) + string.Concat(page.Issued, page.HowToCheck, Post);

    private void Draw(SKCanvas canvas, CertificatePage page)
    {
        CertificateFrame.Draw(canvas, Size);
        Top(canvas, page);
        Body(canvas, page);
        Footer(canvas, page);
    }

    private void Top(SKCanvas canvas, CertificatePage page)
    {
        var site = CertificateLines.Fit(type, page.Site, type.Regular, 11.5f, 8, Width - 40, 2);
        var y = Centred(canvas, site, 58, CertificateFrame.Ink, leading: 1.3f);
        Centred(canvas, CertificateLines.Fit(type, page.HostSchool, type.Italic, 10.5f, 8, Width - 40, 1), y + 1, CertificateFrame.Ink);
        Spaced(canvas, page.Heading, 40, 136);
        Centred(canvas, new([page.Of], type.Italic, 16), 156, CertificateFrame.Gold);
        CertificateFrame.Rule(canvas, Middle, 171, 240);
        Centred(canvas, new([page.Number], type.Regular, 11.5f), 189, CertificateFrame.Ink);
    }

    /// <summary>
    /// From «подтверждает» to the hours: what the paper is for. Long words make all of it smaller, so that it keeps its proportions.
    /// </summary>
    private void Body(SKCanvas canvas, CertificatePage page)
    {
        var blocks = Blocks(page, 1);
        for (var scale = 0.95f; Height(blocks) > MiddleBottom - MiddleTop && scale > 0.5f; scale -= 0.05f) blocks = Blocks(page, scale);

        var y = MiddleTop + (MiddleBottom - MiddleTop - Height(blocks)) / 2;
        foreach (var (before, lines, color) in blocks)
        {
            y += before + lines.Size;
            y = Centred(canvas, lines, y, color) - lines.Size * Leading + lines.Size * (Leading - 1);
        }
    }

    private IReadOnlyList<(float Before, CertificateLines Lines, SKColor Color)> Blocks(CertificatePage page, float scale) =>
    [
        (0, CertificateLines.Fit(type, page.Above, type.Italic, 14 * scale, 8, Width, 2), CertificateFrame.Ink),
        (8 * scale, CertificateLines.Fit(type, page.Name, type.Bold, 34 * scale, 13, Width, page.Name.Length > 60 ? 2 : 1),
            CertificateFrame.Ink),
        (12 * scale, CertificateLines.Fit(type, page.Below, type.Italic, 14 * scale, 8, Width, 2), CertificateFrame.Ink),
        (8 * scale, CertificateLines.Fit(type, page.Title, type.Bold, 21 * scale, 9, Width - 20, page.Title.Length > 150 ? 4 : 3),
            CertificateFrame.Ink),
        (12 * scale, CertificateLines.Fit(type, page.Facts, type.Regular, 13 * scale, 8, Width, 2), CertificateFrame.Ink),
    ];

    private static float Height(IReadOnlyList<(float Before, CertificateLines Lines, SKColor Color)> blocks) =>
        blocks.Sum(b => b.Before + b.Lines.Size * (1 + (b.Lines.Lines.Count - 1) * Leading) + b.Lines.Size * (Leading - 1));

    private void Footer(SKCanvas canvas, CertificatePage page)
    {
        const float bottom = 540;
        CertificateQr.Draw(canvas, page.Link, new(QrLeft, bottom - QrSide), QrSide, SKColors.Black);
        const float wordsWidth = 150;
        var check = CertificateLines.Fit(type, page.HowToCheck, type.Regular, 8.5f, 6.5f, wordsWidth, 6);
        Left(canvas, check, QrLeft - 12 - wordsWidth, bottom - (check.Lines.Count - 1) * check.Size * 1.3f, right: QrLeft - 12);

        var low = CertificateLines.Fit(type, $"{page.Order} {page.Issued}", type.Regular, 9, 7, 380, 2);
        var y = bottom - (low.Lines.Count - 1) * low.Size * 1.3f;
        Left(canvas, low, FooterLeft, y);
        Signature(canvas, page.Head, y - 26);
    }

    private void Signature(SKCanvas canvas, string? head, float y)
    {
        var face = type.Regular;
        Left(canvas, new([Post], face, 12), FooterLeft, y);
        var x = FooterLeft + type.Width(Post, face, 12) + 8;
        using var line = new SKPaint { Color = CertificateFrame.Ink, StrokeWidth = 0.6f, Style = SKPaintStyle.Stroke, IsAntialias = true };
        canvas.DrawLine(x, y + 2, x + 110, y + 2, line);
        if (head is not null) Left(canvas, CertificateLines.Fit(type, head, face, 12, 8, 210, 1), x + 118, y);
    }

    /// <returns>The baseline that the next line would have.</returns>
    private float Centred(SKCanvas canvas, CertificateLines block, float y, SKColor color, float leading = Leading)
    {
        foreach (var line in block.Lines)
        {
            Text(canvas, line, block.Face, block.Size, Middle - type.Width(line, block.Face, block.Size) / 2, y, color);
            y += block.Size * leading;
        }
        return y;
    }

    /// <param name="canvas">Where.</param>
    /// <param name="block">What.</param>
    /// <param name="left">Where lines begin.</param>
    /// <param name="y">The first one's baseline.</param>
    /// <param name="right">Where lines end instead.</param>
    private void Left(SKCanvas canvas, CertificateLines block, float left, float y, float? right = null)
    {
        foreach (var line in block.Lines)
        {
            Text(canvas, line, block.Face, block.Size, right is { } end ? end - type.Width(line, block.Face, block.Size)
                : left, y, CertificateFrame.Ink);
            y += block.Size * 1.3f;
        }
    }

    private void Text(SKCanvas canvas, string line, SKTypeface face, float size, float x, float y, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        foreach (var (text, of) in type.Runs(line, face))
        {
            using var font = CertificateType.Font(of, size);
            canvas.DrawText(text, x, y, font, paint);
            x += font.MeasureText(text);
        }
    }

    /// <summary>A heading in capitals wants air between its letters.</summary>
    private void Spaced(SKCanvas canvas, string text, float size, float y)
    {
        using var font = CertificateType.Font(type.Bold, size);
        using var paint = new SKPaint { Color = CertificateFrame.Ink, IsAntialias = true };
        var glyphs = font.GetGlyphs(text);
        var widths = font.GetGlyphWidths(glyphs);
        var air = size * 0.09f;
        var x = Middle - (widths.Sum() + air * (glyphs.Length - 1)) / 2;
        var positions = new SKPoint[glyphs.Length];
        for (var n = 0; n < glyphs.Length; n++)
        {
            positions[n] = new(x, y);
            x += widths[n] + air;
        }
        using var blob = SKTextBlob.CreatePositioned(text, font, positions);
        canvas.DrawText(blob, 0, 0, paint);
    }
}
