using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>sendMessage, sendDocument, sendPhoto, sendChatAction: the checks stand in the order of the real server.</summary>
internal static class Sending
{
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;
    private const int MaxPhoto = 10_485_760;

    private static readonly HashSet<string> Actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio", "upload_audio",
        "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note", "cancel",
    ];

    public static Answer Message(BotApi api, Call call)
    {
        var text = FormattedText.Read(api, call, "text", "entities", required: true);
        var reply = ReplyTarget.Read(call);
        var markup = MarkupReader.Read(api, call);
        var body = text.Fixed();
        lock (api.Gate)
        {
            var room = ChatAccess.Find(api, call);
            var target = reply?.Find(room);
            CheckText(body);
            Pass(api, room, markup);
            return Answered(api, api.Post(api.NewMessage(room, null, body, null, markup, target), markup));
        }
    }

    public static Answer Document(BotApi api, Call call) => SendFile(api, call, "document", file => MediaMaker.Document(file));

    public static Answer Photo(BotApi api, Call call) => SendFile(api, call, "photo", PhotoOf);

    public static Answer ChatAction(BotApi api, Call call)
    {
        if (!Actions.Contains(call.Text("action").ToLowerInvariant())) throw ApiError.Bad("wrong parameter action in request");
        lock (api.Gate) ChatAccess.CheckRemotely(ChatAccess.Find(api, call));
        return Sandbox.Answer.True;
    }

    public static void CheckText(FormattedText body)
    {
        if (body.Text.Length == 0) throw ApiError.Bad("text must be non-empty");
        if (body.Text.Length > MaxText && body.CodePoints > MaxText) throw ApiError.Bad("message is too long");
    }

    public static void CheckCaption(FormattedText caption)
    {
        if (caption.Text.Length > MaxCaption && caption.CodePoints > MaxCaption) throw ApiError.Bad("message caption is too long");
    }

    public static Media PhotoOf(StoredFile file)
    {
        if (file.Bytes.Length > MaxPhoto)
            throw ApiError.Bad($"file of size {file.Bytes.Length} bytes is too big for a photo; the maximum size is {MaxPhoto} bytes");
        if (ImageSize.Of(file.Bytes) is not var (width, height)) throw ApiError.Bad("IMAGE_PROCESS_FAILED");
        var isBad = width <= 0 || height <= 0 || width + height > 10_000 || width > 20 * height || height > 20 * width;
        return isBad ? throw ApiError.Bad("PHOTO_INVALID_DIMENSIONS") : MediaMaker.Photo(file, width, height);
    }

    /// <summary>The last checks, common to everything that is sent.</summary>
    public static void Pass(BotApi api, Room room, Markup markup, int messages = 1)
    {
        MarkupReader.CheckLocally(markup.Inline);
        MarkupReader.CheckRemotely(markup.Inline);
        ChatAccess.CheckRemotely(room);
        api.Flood.Take(room, messages);
    }

    public static Answer Answered(BotApi api, StoredMessage message) =>
        Sandbox.Answer.Ok((message, api.BotJson), static (w, x) => x.message.WriteTo(w, x.BotJson));

    private static Answer SendFile(BotApi api, Call call, string field, Func<StoredFile, Media> make)
    {
        var file = SentFile.Read(api, call, field);
        var caption = FormattedText.Read(api, call, "caption", "caption_entities", required: false);
        var reply = ReplyTarget.Read(call);
        var markup = MarkupReader.Read(api, call);
        var body = caption.Fixed();
        lock (api.Gate)
        {
            var room = ChatAccess.Find(api, call);
            var target = reply?.Find(room);
            CheckCaption(body);
            var media = make(file.Keep(api, field));
            Pass(api, room, markup);
            return Answered(api, api.Post(api.NewMessage(room, null, body, media, markup, target), markup));
        }
    }
}

/// <summary>reply_parameters, or the older reply_to_message_id inside them.</summary>
internal sealed record ReplyTarget(long MessageId, bool MayBeMissing)
{
    public static ReplyTarget? Read(Call call)
    {
        var json = call.Text("reply_parameters");
        if (json.Length == 0) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw ApiError.Bad("object expected as reply parameters");
            var id = root.TryGetProperty("message_id", out var value) && value.TryGetInt64(out var number) ? number : 0;
            var may = root.TryGetProperty("allow_sending_without_reply", out var flag) && flag.ValueKind == JsonValueKind.True;
            return id == 0 ? null : new ReplyTarget(id, may);
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse reply parameters JSON object");
        }
    }

    public StoredMessage? Find(Room room) =>
        room.Find(MessageId) ?? (MayBeMissing ? null : throw ApiError.Bad("message to be replied not found"));
}
