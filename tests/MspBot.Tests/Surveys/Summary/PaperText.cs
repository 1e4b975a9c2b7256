using DocumentFormat.OpenXml.Packaging;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>The words of a paper, without its form.</summary>
internal static class PaperText
{
    internal static string Of(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return document.MainDocumentPart!.Document!.InnerText;
    }
}
