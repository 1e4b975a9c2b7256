using System.Text;
using System.Text.Json;

namespace MspBot.Host.Conversations;

/// <summary>A screen as it rests in the outbox. What a later version does not know is passed over.</summary>
internal static class ScreenJson
{
    internal static string Write(Screen screen)
    {
        using var buffer = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("text", screen.Text.ToString());
            json.WriteStartArray("rows");
            foreach (var row in screen.Rows)
            {
                json.WriteStartArray();
                foreach (var button in row)
                {
                    json.WriteStartObject();
                    json.WriteString("label", button.Label);
                    if (button.Data is not null) json.WriteString("data", button.Data);
                    if (button.Url is not null) json.WriteString("url", button.Url);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndArray();
            if (screen.File is { } file)
            {
                json.WriteStartObject("file");
                json.WriteString("name", file.Name);
                json.WriteString("type", file.MediaType);
                json.WriteBase64String("content", file.Content);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    internal static Screen Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var rows = root.GetProperty("rows").EnumerateArray()
            .Select(row => (IReadOnlyList<Button>)[.. row.EnumerateArray().Select(ReadButton)]);
        return new Screen(Html.Stored(root.GetProperty("text").GetString() ?? ""), [.. rows])
        {
            File = root.TryGetProperty("file", out var file)
                ? new(file.GetProperty("name").GetString()!, file.GetProperty("type").GetString()!, file.GetProperty("content").GetBytesFromBase64())
                : null,
        };
    }

    private static Button ReadButton(JsonElement button) => Button.Stored(
        button.GetProperty("label").GetString()!,
        button.TryGetProperty("data", out var data) ? data.GetString() : null,
        button.TryGetProperty("url", out var url) ? url.GetString() : null);
}
