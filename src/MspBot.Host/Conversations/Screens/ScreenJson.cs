using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MspBot.Host.Conversations.Screens;

/// <summary>A payload as it rests in the outbox. What a later version does not know is passed over.</summary>
internal static class ScreenJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(Payload payload)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            if (payload is CommandList list) Write(json, list);
            if (payload is Deletion) json.WriteBoolean("delete", true);
            if (payload is Screen screen) Write(json, screen);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, CommandList list)
    {
        json.WriteStartObject("commands");
        foreach (var (name, description) in list.Commands) json.WriteString(name, description);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Screen screen)
    {
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
                if (button.Copied is not null) json.WriteString("copy", button.Copied);
                if (button.Shared is { } shared)
                {
                    json.WriteStartObject("share");
                    json.WriteString("text", shared.Text);
                    json.WriteString("url", shared.Url);
                    json.WriteEndObject();
                }
                if (button.Style != ButtonStyle.Plain) json.WriteString("style", button.Style.ToString());
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        if (screen.Kept is { } kept)
        {
            json.WriteStartObject("kept");
            json.WriteString("reference", kept.Reference);
            json.WriteString("name", kept.Name);
            if (kept.Stored is { } stored) json.WriteNumber("stored", stored);
            json.WriteEndObject();
        }
        if (screen.ToMake is { } make)
        {
            json.WriteStartObject("make");
            json.WriteString("maker", make.Maker);
            json.WriteString("of", make.Of);
            json.WriteEndObject();
        }
        if (screen.File is { } file)
        {
            json.WriteStartObject("file");
            json.WriteString("name", file.Name);
            json.WriteString("type", file.MediaType);
            json.WriteBase64String("content", file.Content);
            json.WriteEndObject();
        }
    }

    internal static Payload Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.TryGetProperty("delete", out _)) return new Deletion();
        if (root.TryGetProperty("commands", out var commands))
            return new CommandList([.. commands.EnumerateObject().Select(c => (c.Name, c.Value.GetString() ?? ""))]);
        var rows = root.GetProperty("rows").EnumerateArray()
            .Select(row => (IReadOnlyList<Button>)[.. row.EnumerateArray().Select(ReadButton)]);
        var kept = root.TryGetProperty("kept", out var known)
            ? new KeptFile(known.GetProperty("reference").GetString()!, known.GetProperty("name").GetString()!,
                known.TryGetProperty("stored", out var stored) ? stored.GetInt64() : null)
            : null;
        return new Screen(Html.Stored(root.GetProperty("text").GetString() ?? ""), [.. rows])
        {
            Kept = kept,
            ToMake = root.TryGetProperty("make", out var make)
            ? new(make.GetProperty("maker").GetString()!, make.GetProperty("of").GetString()!) : null,
            File = root.TryGetProperty("file", out var file)
                ? new(file.GetProperty("name").GetString()!, file.GetProperty("type").GetString()!,
                    file.GetProperty("content").GetBytesFromBase64())
                : null,
        };
    }

    private static Button ReadButton(JsonElement button) => Button.Stored(
        button.GetProperty("label").GetString()!,
        button.TryGetProperty("data", out var data) ? data.GetString() : null,
        button.TryGetProperty("url", out var url) ? url.GetString() : null,
        button.TryGetProperty("copy", out var copy) ? copy.GetString() : null,
        button.TryGetProperty("share", out var share) ? new(share.GetProperty("text").GetString()!, share.GetProperty("url").GetString()!)
        : null,
        button.TryGetProperty("style", out var style) && Enum.TryParse<ButtonStyle>(style.GetString(), out var known) ? known
        : ButtonStyle.Plain);
}
