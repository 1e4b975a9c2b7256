using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>The menu of commands, by scope and language.</summary>
internal static class CommandMethods
{
    public static Answer Set(BotApi api, Call call)
    {
        var scope = Scope(call);
        var commands = Commands(call);
        lock (api.Gate) api.Commands.Set(scope, call.Text("language_code"), commands);
        return Answer.True;
    }

    public static Answer Delete(BotApi api, Call call)
    {
        var scope = Scope(call);
        lock (api.Gate) api.Commands.Set(scope, call.Text("language_code"), []);
        return Answer.True;
    }

    public static Answer Get(BotApi api, Call call)
    {
        var scope = Scope(call);
        lock (api.Gate)
        {
            return Answer.Ok(api.Commands.Exactly(scope, call.Text("language_code")), static (w, commands) =>
            {
                w.WriteStartArray();
                foreach (var command in commands)
                {
                    w.WriteStartObject();
                    w.WriteString("command"u8, command.Command);
                    w.WriteString("description"u8, command.Description);
                    w.WriteEndObject();
                }

                w.WriteEndArray();
            });
        }
    }

    private static string Scope(Call call)
    {
        var json = call.Text("scope");
        if (json.Length == 0) return "default";
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw ApiError.Bad("can't parse BotCommandScope: BotCommandScope must be an Object");
            if (!root.TryGetProperty("type", out var type)) throw ApiError.Bad("can't parse BotCommandScope: Can't find field \"type\"");
            var chat = root.TryGetProperty("chat_id", out var id) ? Call.Lenient(id.ToString()) : 0;
            return type.ToString() switch
            {
                "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators" => type.ToString(),
                "chat" or "chat_administrators" or "chat_member" when chat == 0 => throw ApiError.Bad("chat_id is empty"),
                "chat" => $"chat:{chat}",
                "chat_administrators" => $"chat_administrators:{chat}",
                "chat_member" => $"chat_member:{chat}:{root.GetProperty("user_id")}",
                _ => throw ApiError.Bad("can't parse BotCommandScope: Unsupported type specified"),
            };
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse BotCommandScope: invalid JSON");
        }
    }

    private static List<MenuCommand> Commands(Call call)
    {
        var json = call.Text("commands");
        if (json.Length == 0) return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Array) throw ApiError.Bad("expected an Array of BotCommand");
            return [.. document.RootElement.EnumerateArray().Select(Command)];
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse commands JSON object");
        }
    }

    private static MenuCommand Command(JsonElement item)
    {
        string Field(string name) =>
            item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

        if (item.ValueKind != JsonValueKind.Object) throw ApiError.Bad("expected an Object");
        var (command, description) = (Field("command").TrimStart('/'), Field("description"));
        if (command.Length == 0) throw ApiError.Bad("command must be non-empty");
        if (command.Length > 32) throw ApiError.Bad("command length must not exceed 32");
        if (description.Length == 0) throw ApiError.Bad("command description must be non-empty");
        if (description.Length > 256) throw ApiError.Bad("command description length must not exceed 256");
        var isGood = command.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return isGood ? new MenuCommand(command, description) : throw ApiError.Bad("BOT_COMMAND_INVALID");
    }
}
