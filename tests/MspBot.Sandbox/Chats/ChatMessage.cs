namespace MspBot.Sandbox;

/// <summary>A file as the person receives it.</summary>
public sealed record ChatFile(string Name, string MimeType, string FileId, ReadOnlyMemory<byte> Bytes);

/// <summary>A message as a phone shows it: a snapshot that does not change any more.</summary>
public sealed record ChatMessage
{
    public required long ChatId { get; init; }

    public required int Id { get; init; }

    public required bool FromBot { get; init; }

    /// <summary>The name of the author; the bot's name for its own messages.</summary>
    public required string From { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Text or caption, without tags.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<TextEntity> Entities { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<ChatButton>> Buttons { get; init; } = [];

    /// <summary>text, document, photo, sticker, voice, contact.</summary>
    public required string Kind { get; init; }

    public ChatFile? File { get; init; }

    public string? MediaGroup { get; init; }

    public int? ReplyTo { get; init; }

    public int Edits { get; init; }

    internal long ChangedAt { get; init; }

    internal static ChatMessage Of(StoredMessage m, string botName) => new()
    {
        ChatId = m.Room.Id,
        Id = m.Id,
        FromBot = m.Author is null,
        From = m.Author?.Name ?? botName,
        Date = m.Date,
        Text = m.Body.Text,
        Entities = m.Body.Entities,
        Buttons = m.Keyboard?.Rows ?? [],
        Kind = m.Media?.Field ?? "text",
        File = m.Media?.File is { } f ? new ChatFile(f.Name, f.MimeType, f.Id, f.Bytes) : null,
        MediaGroup = m.MediaGroup,
        ReplyTo = m.ReplyTo?.Id,
        Edits = m.Edits,
        ChangedAt = m.ChangedAt,
    };
}

public enum ChatStepKind
{
    Posted,
    Edited,
    Deleted,
    Tapped,
    Toast,
    Alert,
}

/// <summary>One step of a chat: a message in the state it then had, or the words of a press or a toast.</summary>
public sealed record ChatStep(ChatStepKind Kind, ChatMessage? Message, string? Note);

/// <summary>Something changed in a chat; <see cref="BotApi.Message"/> gives the message.</summary>
public readonly record struct ChatChange(long ChatId, int MessageId, ChatStepKind Kind, bool ByBot);
