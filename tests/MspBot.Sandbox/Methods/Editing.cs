namespace MspBot.Sandbox;

/// <summary>The edit methods, with the checks in the order of the real server.</summary>
internal static class Editing
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply " +
        "markup of the message";

    public static Answer Text(BotApi api, Call call)
    {
        var body = FormattedText.Read(api, call, "text", "entities", required: true).Fixed();
        var markup = MarkupReader.Read(api, call);
        return Edit(api, call, markup, message =>
        {
            if (message.Media is not null) throw ApiError.Bad("there is no text in the message to edit");
            if (body.Text.Length == 0) throw ApiError.Bad("text must be non-empty");
            return body;
        }, 4096, "MESSAGE_TOO_LONG");
    }

    public static Answer Caption(BotApi api, Call call)
    {
        var body = FormattedText.Read(api, call, "caption", "caption_entities", required: false).Fixed();
        var markup = MarkupReader.Read(api, call);
        return Edit(api, call, markup, message =>
            message.Media is { File: not null } ? body
            : throw ApiError.Bad("there is no caption in the message to edit"), 1024, "MEDIA_CAPTION_TOO_LONG");
    }

    public static Answer ReplyMarkup(BotApi api, Call call)
    {
        var markup = MarkupReader.Read(api, call);
        return Edit(api, call, markup, message => message.Body, int.MaxValue, "");
    }

    private static Answer Edit(BotApi api, Call call, Markup markup, Func<StoredMessage, FormattedText> newBody, int max, string tooLong)
    {
        if (!call.Has("chat_id") && !call.Has("message_id"))
        {
            if (!call.Has("inline_message_id")) throw ApiError.Bad("message identifier is not specified");
            api.Breaches.Add($"{call.Method}: the sandbox has no inline messages");
            throw ApiError.Bad("MESSAGE_ID_INVALID");
        }

        lock (api.Gate)
        {
            var room = ChatAccess.Find(api, call);
            var message = room.Find(call.Long("message_id")) ?? throw ApiError.Bad("message to edit not found");
            if (message.Author is not null || message.HasFixedMarkup) throw ApiError.Bad("message can't be edited");
            var body = newBody(message);
            if (markup.IsNotInline) throw ApiError.Bad("inline keyboard expected");
            MarkupReader.CheckLocally(markup.Inline);
            if (body.Text.Length > max && body.CodePoints > max) throw ApiError.Bad(tooLong);
            MarkupReader.CheckRemotely(markup.Inline);
            ChatAccess.CheckRemotely(room);
            if (body.SameAs(message.Body) && SameKeyboard(markup.Inline, message.Keyboard)) throw ApiError.Bad(NotModified);
            api.Flood.Take(room);
            message.Body = body;
            message.Keyboard = markup.Inline;
            api.MarkEdited(message);
            return Sending.Answered(api, message);
        }
    }

    private static bool SameKeyboard(InlineKeyboard? a, InlineKeyboard? b) =>
        a is null || b is null ? a is null && b is null : a.Json.AsSpan().SequenceEqual(b.Json);
}
