using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>sendMediaGroup of photos or documents.</summary>
internal static class SendingAlbums
{
    public static Answer Send(BotApi api, Call call)
    {
        var items = Read(api, call);
        var reply = ReplyTarget.Read(call);
        lock (api.Gate)
        {
            var room = ChatAccess.Find(api, call);
            var target = reply?.Find(room);
            var medias = items.ConvertAll(x =>
            {
                Sending.CheckCaption(x.Caption);
                var kept = x.File.Keep(api, x.Type);
                return x.Type == "photo" ? Sending.PhotoOf(kept) : MediaMaker.Document(kept);
            });
            Sending.Pass(api, room, Markup.None, items.Count);
            var group = $"{api.Changes + 1_000_000_000}{Math.Abs(room.Id)}";
            var sent = items.Select((x, i) => api.Post(api.NewMessage(room, null, x.Caption, medias[i], null, target, group))).ToList();
            return Answer.Ok((sent, api.BotJson), static (w, x) =>
            {
                w.WriteStartArray();
                foreach (var message in x.sent) message.WriteTo(w, x.BotJson);
                w.WriteEndArray();
            });
        }
    }

    private static List<(string Type, SentFile File, FormattedText Caption)> Read(BotApi api, Call call)
    {
        if (!call.Has("media")) throw ApiError.Bad("parameter \"media\" is required");
        try
        {
            using var document = JsonDocument.Parse(call.Text("media"));
            if (document.RootElement.ValueKind != JsonValueKind.Array) throw ApiError.Bad("expected an Array of InputMedia");
            var items = document.RootElement.EnumerateArray().Select(x => One(api, call, x)).ToList();
            return items.Count is >= 2 and <= 10 ? items : throw ApiError.Bad("group must contain 2-10 items");
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse media JSON object");
        }
    }

    private static (string Type, SentFile File, FormattedText Caption) One(BotApi api, Call call, JsonElement item)
    {
        string Field(string name) =>
            item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

        var type = Field("type");
        if (type is not ("photo" or "document"))
        {
            api.Breaches.Add($"sendMediaGroup: the sandbox has no album of {type}");
            throw ApiError.Bad($"can't parse InputMedia: type \"{type}\" is not supported");
        }

        var caption = new Call { Method = call.Method };
        caption.Values["caption"] = Field("caption");
        caption.Values["parse_mode"] = Field("parse_mode");
        return (type, SentFile.Resolve(api, call, Field("media"), $"there is no {type} in the request"),
            FormattedText.Read(api, caption, "caption", "caption_entities", required: false).Fixed());
    }
}
