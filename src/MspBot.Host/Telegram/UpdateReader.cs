using System.Text.Json;
using System.Text.RegularExpressions;
using MspBot.Data.Conversations;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Messaging;

namespace MspBot.Host.Telegram;

/// <summary>
/// Turns an update into what a person did. Only the few fields that are used are looked at, so nothing else that Telegram sends can break
/// anything. Names, photos and whatever else it tells about people stop here.
/// </summary>
internal static partial class UpdateReader
{
    /// <summary>What the bot wants to hear of.</summary>
    private static readonly string[] Wanted = ["message", "edited_message", "callback_query", "my_chat_member"];

    private enum Place
    {
        Private,
        Group,
        Channel,
        Unknown,
    }

    internal static void WriteWanted(Utf8JsonWriter json)
    {
        json.WriteStartArray("allowed_updates");
        foreach (var kind in Wanted) json.WriteStringValue(kind);
        json.WriteEndArray();
    }

    /// <summary>Never throws: what has no known shape is not understood.</summary>
    internal static ReadUpdate Read(JsonElement update)
    {
        var known = Array.Find(Wanted, name => update.Has(name));
        var kind = known ?? OtherKind(update);
        if (update.Field("update_id").Number() is not (> 0 and < long.MaxValue and var id)) return new(null, kind, null, false);
        if (known is null) return NothingSaid(false);

        var body = update.Field(kind);
        var press = kind == "callback_query" ? body.Field("id").Text() : null;
        var chat = (kind == "callback_query" ? body.Field("message") : body).Field("chat");
        if (chat.Field("id").Number() is not (< 1L << 52 and var number)) return NothingSaid(false);
        return (PlaceOf(chat, number), kind) switch
        {
            (Place.Private, "message") => Of(Content(body)),
            (Place.Private, "callback_query") => Of(Pressed(body, press)),
            (Place.Private, "edited_message") => Of(new Input.Edited()),
            (Place.Group, "message" or "callback_query") => Of(new Input.InGroup()),
            (Place.Private or Place.Group, "my_chat_member") when IsInside(body) is null => NothingSaid(false),
            (Place.Private, "my_chat_member") => Of(IsInside(body) is true ? new Input.Returned() : new Input.Blocked()),
            (Place.Group, "my_chat_member") when IsInside(body) is true => Of(new Input.InGroup()),
            (Place.Unknown, _) => NothingSaid(false),
            _ => NothingSaid(true),
        };

        ReadUpdate Of(Input? input) =>
            new(id, kind, new(UpdateKey.Of(id), ChatId.OfTelegram(number), Json(input ?? new Input.Sent(SentKind.Other, Album(body))),
                press), input is not null);

        ReadUpdate NothingSaid(bool understood) => new(id, kind, null, understood);
    }

    /// <summary>Null: it is of no known shape.</summary>
    private static Input? Content(JsonElement message)
    {
        if (message.Has("text")) return message.Field("text").Text() is { } text ? new Input.Typed(text) : null;
        // An animation comes with a document beside it, for older clients.
        if (message.Has("animation") || message.Has("sticker")) return new Input.Sent(SentKind.Sticker);
        if (message.Has("photo")) return Sent(SentKind.Picture, FileKind.Photo, message, Largest(message.Field("photo")));
        if (message.Has("video")) return Sent(SentKind.Picture, FileKind.Video, message, message.Field("video"));
        if (message.Has("document")) return Sent(SentKind.File, FileKind.Document, message, message.Field("document"));
        if (message.Has("audio")) return Sent(SentKind.File, FileKind.Audio, message, message.Field("audio"));
        if (message.Has("voice") || message.Has("video_note")) return new Input.Sent(SentKind.Voice);
        if (message.Has("contact")) return new Input.Sent(SentKind.Contact);
        return new Input.Sent(SentKind.Other, Album(message));
    }

    private static Input.Sent? Sent(SentKind kind, FileKind file, JsonElement message, JsonElement sent) =>
        sent.Field("file_id").Text() is { Length: > 0 and <= 500 } id
            ? new(kind, Album(message), new FileReference(file, id).ToString(),
                FileName(sent))
            {
                Size = sent.Field("file_size").Number(),
                MediaType = file == FileKind.Photo ? "image/jpeg" : MediaType(sent),
            }
            : null;

    /// <summary>A long name keeps its extension, which says what kind of file it is.</summary>
    private static string? FileName(JsonElement sent)
    {
        if (sent.Field("file_name").Text() is not { Length: > 0 } name) return null;
        if (name.Length <= 200) return name;
        var extension = Path.GetExtension(name) is { Length: <= 15 } known ? known : "";
        return Ellipsis.Cut(Path.GetFileNameWithoutExtension(name), 180) + extension;
    }

    private static string? MediaType(JsonElement sent) => sent.Field("mime_type").Text() is { Length: > 0 and <= 200 } type ? type : null;

    private static JsonElement Largest(JsonElement sizes) => sizes.ValueKind == JsonValueKind.Array
        ? sizes.EnumerateArray().LastOrDefault(s => s.Field("file_id").Text() is { Length: > 0 })
        : default;

    /// <summary>Part of a key, so it has a bound.</summary>
    private static string? Album(JsonElement message) =>
        message.Field("media_group_id").Text() is { Length: > 0 } album ? Ellipsis.Cut(album, 64) : null;

    private static Input.Pressed? Pressed(JsonElement query, string? press)
    {
        if (press is null || (query.Has("data") && query.Field("data").Text() is null)) return null;
        return new(query.Field("data").Text() ?? "", query.Field("message").Field("message_id").Number() is > 0 and var number
            ? MessageNumber.Text(number) : null, press);
    }

    private static bool? IsInside(JsonElement change)
    {
        var member = change.Field("new_chat_member");
        return member.Field("status").Text() switch
        {
            "creator" or "administrator" or "member" => true,
            "restricted" => member.Field("is_member").ValueKind == JsonValueKind.True,
            "left" or "kicked" => false,
            _ => null,
        };
    }

    private static Place PlaceOf(JsonElement chat, long id) => chat.Field("type").Text() switch
    {
        "private" => Place.Private,
        "group" or "supergroup" => Place.Group,
        "channel" => Place.Channel,
        // Only a person's number is above zero.
        _ => id > 0 ? Place.Private : Place.Unknown,
    };

    private static string OtherKind(JsonElement update)
    {
        if (update.ValueKind != JsonValueKind.Object) return "?";
        var name = update.EnumerateObject().Select(LenientJson.NameOf).FirstOrDefault(n => n is not "update_id");
        return name is not null && Name().IsMatch(name) ? name : "?";
    }

    private static string Json(Input input) => JsonSerializer.Serialize(input, DialogJson.Default.Input);

    [GeneratedRegex("^[a-z_]{1,64}$")]
    private static partial Regex Name();
}
