using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>What the bot tells about itself: accepted, kept and given back.</summary>
internal static class ProfileMethods
{
    public static Handler Setter(string field, int max) => (api, call) =>
    {
        var text = call.Text(field);
        if (text.EnumerateRunes().Count() > max) throw ApiError.Bad($"bot {field.Replace('_', ' ')} is too long");
        lock (api.Gate) api.Profile.Texts[$"{field}:{call.Text("language_code")}"] = text;
        return Answer.True;
    };

    public static Handler Getter(string field) => (api, call) =>
    {
        lock (api.Gate)
        {
            var text = api.Profile.Texts.GetValueOrDefault($"{field}:{call.Text("language_code")}", field == "name" ? api.Options.BotName
                : "");
            return Answer.Ok((field, text), static (w, x) =>
            {
                w.WriteStartObject();
                w.WriteString(x.field, x.text);
                w.WriteEndObject();
            });
        }
    };

    public static Answer SetMenuButton(BotApi api, Call call)
    {
        var json = call.Text("menu_button") is { Length: > 0 } given ? given : """{"type":"default"}""";
        try
        {
            using var document = JsonDocument.Parse(json);
            var isObject = document.RootElement.ValueKind == JsonValueKind.Object;
            var type = isObject && document.RootElement.TryGetProperty("type", out var value) ? value.ToString() : "";
            if (type is not ("commands" or "web_app" or "default"))
                throw ApiError.Bad("can't parse menu button: MenuButton has unsupported type");
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse menu button: invalid JSON");
        }

        lock (api.Gate) api.Profile.MenuButtons[call.Long("chat_id")] = json;
        return Answer.True;
    }

    public static Answer GetMenuButton(BotApi api, Call call)
    {
        lock (api.Gate)
        {
            var json = api.Profile.MenuButtons.GetValueOrDefault(call.Long("chat_id"), """{"type":"commands"}""");
            return Answer.Ok(json, static (w, x) => w.WriteRawValue(x));
        }
    }

    public static Answer GetChat(BotApi api, Call call)
    {
        lock (api.Gate)
        {
            var room = ChatAccess.Find(api, call);
            return Answer.Ok(room, static (w, x) =>
            {
                w.WriteStartObject();
                w.WriteNumber("id"u8, x.Id);
                using (var chat = JsonDocument.Parse(x.Json))
                {
                    foreach (var field in chat.RootElement.EnumerateObject().Where(f => f.Name != "id")) field.WriteTo(w);
                }

                w.WriteNumber("accent_color_id"u8, 0);
                w.WriteNumber("max_reaction_count"u8, 11);
                w.WriteStartObject("accepted_gift_types"u8);
                foreach (var gift in (string[])["unlimited_gifts", "limited_gifts", "unique_gifts",
                    "premium_subscription"]) w.WriteBoolean(gift, false);
                w.WriteEndObject();
                w.WriteEndObject();
            });
        }
    }
}
