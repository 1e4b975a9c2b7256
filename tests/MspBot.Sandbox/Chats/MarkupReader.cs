using System.Text;
using System.Text.Json;
using static MspBot.Sandbox.ButtonReader;

namespace MspBot.Sandbox;

/// <summary>Reads reply_markup with the errors of the real server.</summary>
internal static class MarkupReader
{
    private const int MaxJson = 10_240;
    private const int MaxButtons = 100;
    private const int MaxData = 64;
    private const int MaxCopied = 256;

    private static readonly HashSet<string> ButtonFields =
    [
        "text", "icon_custom_emoji_id", "style", "url", "callback_data", "web_app", "login_url", "switch_inline_query",
        "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
    ];

    public static Markup Read(BotApi api, Call call)
    {
        var json = call.Text("reply_markup");
        if (json.Length == 0) return Markup.None;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw ApiError.Bad("object expected as reply markup");
            var inline = root.TryGetProperty("inline_keyboard", out var rows) ? ReadInline(api, call, rows) : null;
            if (inline is not null) return new Markup(inline, null, false);
            if (root.TryGetProperty("keyboard", out var keys)) return new Markup(null, ReadKeyboard(root, keys), false);
            var other = IsTrue(root, "remove_keyboard") || IsTrue(root, "force_reply");
            return other ? new Markup(null, null, true) : Markup.None;
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse reply keyboard markup JSON object");
        }
    }

    /// <summary>A keyboard that was accepted earlier, from its JSON.</summary>
    public static InlineKeyboard Restore(string json)
    {
        using var document = JsonDocument.Parse(json);
        var rows = document.RootElement.GetProperty("inline_keyboard").EnumerateArray();
        return new([.. rows.Select(row => row.EnumerateArray().Select(ButtonReader.Read).ToArray())], Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Checked by the client part of the server: texts and addresses.</summary>
    public static void CheckLocally(InlineKeyboard? keyboard)
    {
        foreach (var button in keyboard?.Rows.SelectMany(x => x) ?? [])
        {
            if (button.Label.Length == 0) throw ApiError.Bad("inline keyboard button text must be non-empty");
            if (button.Url is { } url && Links.Check(url) is null)
            {
                throw ApiError.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
            }
        }
    }

    /// <summary>Checked by the servers behind: sizes.</summary>
    public static void CheckRemotely(InlineKeyboard? keyboard)
    {
        if (keyboard is null) return;
        var count = 0;
        foreach (var button in keyboard.Rows.SelectMany(x => x))
        {
            count++;
            if (button.Data is { Length: > MaxData / 4 } data && Encoding.UTF8.GetByteCount(data) > MaxData)
                throw ApiError.Bad("BUTTON_DATA_INVALID");
            if (button.Copies is { } copied && copied.EnumerateRunes().Count() is < 1 or > MaxCopied)
                throw ApiError.Bad("BUTTON_COPY_TEXT_INVALID");
        }

        if (count > MaxButtons || keyboard.Json.Length > MaxJson) throw ApiError.Bad("reply markup is too long");
    }

    private static InlineKeyboard? ReadInline(BotApi api, Call call, JsonElement rows)
    {
        if (rows.ValueKind != JsonValueKind.Array) throw ApiError.Bad("field \"inline_keyboard\" must be of type Array");
        var result = new List<IReadOnlyList<ChatButton>>();
        var raw = new List<List<JsonElement>>();
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array)
                throw ApiError.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            var buttons = new List<ChatButton>();
            foreach (var item in row.EnumerateArray()) buttons.Add(ReadButton(api, call, item));
            if (buttons.Count == 0) continue;
            result.Add(buttons);
            raw.Add([.. row.EnumerateArray()]);
        }

        return result.Count == 0 ? null : new InlineKeyboard(result, Canonical(result, raw));
    }

    private static ChatButton ReadButton(BotApi api, Call call, JsonElement item)
    {
        var button = ButtonReader.Read(item);
        foreach (var field in item.EnumerateObject())
        {
            if (!ButtonFields.Contains(field.Name)) api.Breaches.Add($"{call.Method}: an inline button has no field {field.Name}");
        }

        return button;
    }

    private static byte[] Canonical(List<IReadOnlyList<ChatButton>> rows, List<List<JsonElement>> raw) =>
        JsonBytes.Write((rows, raw), static (w, x) =>
        {
            w.WriteStartObject();
            w.WriteStartArray("inline_keyboard"u8);
            for (var i = 0; i < x.rows.Count; i++)
            {
                w.WriteStartArray();
                for (var j = 0; j < x.rows[i].Count; j++) ButtonReader.Write(w, x.rows[i][j], x.raw[i][j]);
                w.WriteEndArray();
            }

            w.WriteEndArray();
            w.WriteEndObject();
        });

    private static ReplyKeyboard ReadKeyboard(JsonElement root, JsonElement rows)
    {
        if (rows.ValueKind != JsonValueKind.Array) throw ApiError.Bad("field \"keyboard\" must be of type Array");
        var result = new List<IReadOnlyList<ReplyKey>>();
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array)
                throw ApiError.Bad("field \"keyboard\" of the ReplyKeyboardMarkup must be an Array of Arrays");
            var keys = new List<ReplyKey>();
            foreach (var item in row.EnumerateArray())
            {
                var label = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("text", out var text) ? AsText(text)
                    : AsText(item);
                if (label.Length > 0)
                    keys.Add(new ReplyKey(label, item.ValueKind == JsonValueKind.Object && IsTrue(item, "request_contact")));
            }

            if (keys.Count > 0) result.Add(keys);
        }

        return new ReplyKeyboard(result, IsTrue(root, "one_time_keyboard"));
    }
}
