using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Word = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace MspBot.Host.Printing;

/// <summary>
/// A Word document as offices print it: A4, Times New Roman, numbered pages; what is in it is of <see cref="DocxWriter"/>.
/// </summary>
internal sealed class DocxFile : IDisposable
{
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const long EmuPerMillimetre = 36_000;

    private readonly MemoryStream file = new();
    private readonly WordprocessingDocument document;
    private readonly MainDocumentPart main;

    internal DocxFile()
    {
        document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document);
        main = document.AddMainDocumentPart();
    }

    /// <summary>What the document consists of; it is written once.</summary>
    internal byte[] Write(IEnumerable<OpenXmlElement> content, bool across = false)
    {
        var numbers = main.AddNewPart<FooterPart>();
        numbers.Footer = DocxWriter.PageNumbers();
        main.Document = new Document(new Body([.. content, DocxWriter.Page(main.GetIdOfPart(numbers), across)]));
        main.AddNewPart<StyleDefinitionsPart>().Styles = DocxWriter.Styles();
        document.Dispose();
        return file.ToArray();
    }

    /// <summary>A picture that goes into a paragraph of this document.</summary>
    internal OpenXmlElement Picture(byte[] png, string words, int millimetres)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var bytes = new MemoryStream(png)) part.FeedData(bytes);
        var side = millimetres * EmuPerMillimetre;
        return new Drawing(new Word.Inline(
            new Word.Extent { Cx = side, Cy = side },
            new Word.DocProperties { Id = 1, Name = "QR", Description = words },
            new Graphic(new GraphicData(new Pictures.Picture(
                new Pictures.NonVisualPictureProperties(
                    new Pictures.NonVisualDrawingProperties { Id = 1, Name = "QR" }, new Pictures.NonVisualPictureDrawingProperties()),
                new Pictures.BlipFill(new Blip { Embed = main.GetIdOfPart(part) }, new Stretch(new FillRectangle())),
                new Pictures.ShapeProperties(
                    new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = side, Cy = side }),
                    new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })));
    }

    public void Dispose()
    {
        document.Dispose();
        file.Dispose();
    }
}
