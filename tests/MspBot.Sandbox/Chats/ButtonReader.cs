using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>One inline button with the errors of the real server, and how it echoes it.</summary>
internal static class ButtonReader
{
    private const string Prefix = "can't parse inline keyboard button: ";

    private static readonly string[] OtherActions =
        ["callback_game", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "login_url",
            "web_app"];

    public static ChatButton Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) throw Error("InlineKeyboardButton must be an Object");
        if (!item.TryGetProperty("text", out var text)) throw Error("Can't find field \"text\"");
        var button = new ChatButton(AsText(text), null, null) { Style = StyleOf(item) };
        if (Filled(item, "url") is { } url) return button with { Url = url };
        if (Filled(item, "callback_data") is { } data) return button with { Data = data };
        if (IsTrue(item, "pay") || OtherActions.Any(name => item.TryGetProperty(name, out _))) return button;
        if (!item.TryGetProperty("copy_text", out var copy)) throw Error("Text buttons are unallowed in the inline keyboard");
        if (copy.ValueKind != JsonValueKind.Object) throw Error("Field \"copy_text\" must be of type Object");
        return copy.TryGetProperty("text", out var copied) ? button with { Copies = AsText(copied) }
            : throw Error("Can't find field \"text\"");
    }

    public static void Write(Utf8JsonWriter w, ChatButton button, JsonElement item)
    {
        if (button is { Data: null, Url: null, Copies: null })
        {
            item.WriteTo(w);
            return;
        }

        w.WriteStartObject();
        w.WriteString("text"u8, button.Label);
        if (Filled(item, "icon_custom_emoji_id") is { } icon) w.WriteString("icon_custom_emoji_id"u8, icon);
        if (button.Style is not null) w.WriteString("style"u8, button.Style);
        if (button.Url is not null) w.WriteString("url"u8, Links.Check(button.Url) ?? button.Url);
        else if (button.Data is not null) w.WriteString("callback_data"u8, button.Data);
        else WriteCopy(w, button.Copies!);
        w.WriteEndObject();
    }

    internal static string AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    internal static bool IsTrue(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static void WriteCopy(Utf8JsonWriter w, string text)
    {
        w.WriteStartObject("copy_text"u8);
        w.WriteString("text"u8, text);
        w.WriteEndObject();
    }

    private static string? StyleOf(JsonElement item) => Filled(item, "style") switch
    {
        null => null,
        "danger" or "success" or "primary" => Filled(item, "style"),
        _ => throw Error("invalid button style specified"),
    };

    private static string? Filled(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
        ? text : null;

    private static ApiError Error(string reason) => ApiError.Bad(Prefix + reason);
}
