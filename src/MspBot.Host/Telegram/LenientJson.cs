using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MspBot.Domain.Spelling;

namespace MspBot.Host.Telegram;

/// <summary>Reads what is there, of whatever shape. Nothing here throws: what is missing or is something else is absent.</summary>
internal static partial class LenientJson
{
    internal static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>Undefined when there is no such field, or this is no object.</summary>
    internal static JsonElement Field(this JsonElement of, string name)
    {
        if (of.ValueKind != JsonValueKind.Object) return default;
        foreach (var field in of.EnumerateObject())
        {
            if (NameOf(field) == name) return field.Value;
        }
        return default;
    }

    internal static bool Has(this JsonElement of, string name) =>
        of.Field(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    internal static long? Number(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) ? number : null;

    /// <summary>A string without the characters that cannot be stored; null for another kind of value.</summary>
    internal static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        try
        {
            return Characters.Usable(element.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return TextWithHalves(element);
        }
    }

    /// <summary>Null for a name that is no text.</summary>
    internal static string? NameOf(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>An escaped half of a character is legal JSON, yet the reader refuses the whole string for it.</summary>
    private static string? TextWithHalves(JsonElement element)
    {
        try
        {
            return Characters.Usable(Escape().Replace(element.GetRawText()[1..^1], Unescape));
        }
        catch (InvalidOperationException)
        {
            return null;   // bytes that are no UTF-8
        }
    }

    private static string Unescape(Match escape) => escape.Value[1] switch
    {
        'u' => ((char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'b' => "\b",
        'f' => "\f",
        var same => same.ToString(),
    };

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|.)")]
    private static partial Regex Escape();
}
