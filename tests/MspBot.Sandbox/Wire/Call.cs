using System.Globalization;
using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>A file that came with a request.</summary>
internal sealed record Upload(string Name, string ContentType, byte[] Bytes);

/// <summary>One request of the bot: parameters as text, exactly as the real server keeps them.</summary>
internal sealed class Call
{
    public string Method { get; set; } = "";

    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Upload>? Files { get; set; }

    /// <summary>Parameters that came as a JSON null.</summary>
    public List<string>? Nulls { get; set; }

    public CancellationToken Aborted { get; init; }

    public string Text(string name) => Values.GetValueOrDefault(name, "");

    public bool Has(string name) => Values.TryGetValue(name, out var value) && value.Length > 0;

    /// <summary>true, yes and 1 in any case; everything else is false.</summary>
    public bool Flag(string name) =>
        Values.TryGetValue(name, out var value)
        && (value.Equals("true", StringComparison.OrdinalIgnoreCase)
            || value.Equals("yes", StringComparison.OrdinalIgnoreCase)
            || value == "1");

    public int Int(string name, int otherwise, int min, int max) =>
        (int)Math.Clamp(Values.TryGetValue(name, out var value) ? Lenient(value) : otherwise, min, max);

    public long Long(string name) => Values.TryGetValue(name, out var value) ? Lenient(value) : 0;

    /// <summary>The leading digits; garbage is 0, as in the real server.</summary>
    public static long Lenient(string value)
    {
        var end = value.StartsWith('-') ? 1 : 0;
        while (end < value.Length && char.IsAsciiDigit(value[end])) end++;
        return long.TryParse(value.AsSpan(0, end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : 0;
    }

    /// <summary>The parameters for the journal; files by their name and size.</summary>
    public string ToJson() => System.Text.Encoding.UTF8.GetString(JsonBytes.Write(this, static (w, call) =>
    {
        w.WriteStartObject();
        foreach (var (name, value) in call.Values)
        {
            if (value.Length > 1 && value[0] is '{' or '[' && IsJson(value)) { w.WritePropertyName(name); w.WriteRawValue(value); }
            else w.WriteString(name, value);
        }

        foreach (var (name, file) in call.Files ?? [])
        {
            w.WriteString(name, $"<{file.Name}, {file.Bytes.Length} bytes>");
        }

        w.WriteEndObject();
    }));

    private static bool IsJson(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
