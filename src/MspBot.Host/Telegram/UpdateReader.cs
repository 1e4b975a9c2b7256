using System.Text.Json;
using MspBot.Data.Conversations;
using MspBot.Host.Conversations;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace MspBot.Host.Telegram;

/// <summary>Turns an update into what a person did. Names, photos and whatever else Telegram tells about people stop here.</summary>
internal static class UpdateReader
{
    /// <summary>What the bot wants to hear of.</summary>
    internal static readonly UpdateType[] Wanted =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    /// <summary>Null for updates that nobody expects an answer to.</summary>
    internal static Received? Read(Update update) => update switch
    {
        { CallbackQuery: { Message: { } message } query } => message.Chat.Type == ChatType.Private
            ? Received(update, message.Chat, new Input.Pressed(query.Data ?? "", message.Id, query.Id), query.Id)
            : Received(update, message.Chat, new Input.InGroup(), query.Id),
        { Message: { } message } => Message(update, message),
        { EditedMessage: { Chat: { Type: ChatType.Private } chat } } => Received(update, chat, new Input.Edited()),
        { MyChatMember: { } change } => Membership(update, change),
        _ => null,
    };

    private static Received? Message(Update update, Message message)
    {
        if (message.Chat.Type is ChatType.Group or ChatType.Supergroup) return Received(update, message.Chat, new Input.InGroup());
        if (message.Chat.Type != ChatType.Private) return null;
        return Received(update, message.Chat, message.Type switch
        {
            MessageType.Text => new Input.Typed(WithoutHalfCharacters(message.Text!)),
            MessageType.Photo => Sent(SentKind.Picture, message, FileKind.Photo, message.Photo![^1].FileId, null),
            MessageType.Video => Sent(SentKind.Picture, message, FileKind.Video, message.Video!.FileId, message.Video.FileName),
            MessageType.Document => Sent(SentKind.File, message, FileKind.Document, message.Document!.FileId, message.Document.FileName),
            MessageType.Audio => Sent(SentKind.File, message, FileKind.Audio, message.Audio!.FileId, message.Audio.FileName),
            MessageType.Voice or MessageType.VideoNote => new Input.Sent(SentKind.Voice),
            MessageType.Sticker or MessageType.Animation => new Input.Sent(SentKind.Sticker),
            MessageType.Contact => new Input.Sent(SentKind.Contact),
            _ => new Input.Sent(SentKind.Other, message.MediaGroupId),
        });
    }

    private static Input.Sent Sent(SentKind kind, Message message, FileKind file, string id, string? name) => new(
        kind, message.MediaGroupId, new FileReference(file, id).ToString(),
        name is null ? null : DialogTexts.Cut(WithoutHalfCharacters(name), 200) is { Length: > 0 } known ? known : null);

    private static Received? Membership(Update update, ChatMemberUpdated change)
    {
        var inside = change.NewChatMember.Status is ChatMemberStatus.Member or ChatMemberStatus.Administrator;
        return change.Chat.Type switch
        {
            ChatType.Private => Received(update, change.Chat, inside ? new Input.Returned() : new Input.Blocked()),
            ChatType.Group or ChatType.Supergroup when inside => Received(update, change.Chat, new Input.InGroup()),
            _ => null,
        };
    }

    private static Received Received(Update update, Chat chat, Input input, string? press = null) =>
        new(update.Id, chat.Id, JsonSerializer.Serialize(input, DialogJson.Default.Input), press);

    /// <summary>PostgreSQL stores neither a zero nor half of a character.</summary>
    private static string WithoutHalfCharacters(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value != 0).Select(r => r.ToString()));
}
