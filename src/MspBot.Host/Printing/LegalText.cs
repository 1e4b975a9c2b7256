using System.Xml;

namespace MspBot.Host.Printing;

/// <summary>What XML cannot hold is left out of documents: people type anything.</summary>
internal static class LegalText
{
    internal static string Of(string text) => new([.. text.Where((c, nr) => XmlConvert.IsXmlChar(c)
        || (char.IsHighSurrogate(c) && nr + 1 < text.Length && char.IsLowSurrogate(text[nr + 1]))
        || (char.IsLowSurrogate(c) && nr > 0 && char.IsHighSurrogate(text[nr - 1])))]);
}
