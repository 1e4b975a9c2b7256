using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>deleteMessage and deleteMessages.</summary>
internal static class Deleting
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(48);

    public static Answer One(BotApi api, Call call)
    {
        if (!call.Has("chat_id")) throw ApiError.Bad("chat identifier is not specified");
        if (call.Long("message_id") <= 0) throw ApiError.Bad("message identifier is not specified");
        lock (api.Gate)
        {
            var room = ChatAccess.Find(api, call);
            var message = room.Find(call.Long("message_id")) ?? throw ApiError.Bad("message to delete not found");
            if (room.Person is null && message.Author is not null) throw ApiError.Bad("message can't be deleted");
            if (api.Time.GetUtcNow() - message.Date > Window)
            {
                throw ApiError.Bad(message.Author is null ? "message can't be deleted for everyone" : "message can't be deleted");
            }

            api.Delete(message);
            return Answer.True;
        }
    }

    /// <summary>Messages that are gone or too old are skipped in silence.</summary>
    public static Answer Many(BotApi api, Call call)
    {
        lock (api.Gate)
        {
            var room = ChatAccess.Find(api, call);
            try
            {
                using var document = JsonDocument.Parse(call.Text("message_ids") is { Length: > 0 } ids ? ids
                    : throw ApiError.Bad("message identifiers are not specified"));
                foreach (var id in document.RootElement.EnumerateArray())
                {
                    if (room.Find(Call.Lenient(id.ToString())) is { } message && api.Time.GetUtcNow() - message.Date <= Window)
                        api.Delete(message);
                }
            }
            catch (JsonException)
            {
                throw ApiError.Bad("can't parse message identifiers JSON object");
            }

            return Answer.True;
        }
    }
}
