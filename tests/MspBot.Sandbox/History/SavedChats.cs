namespace MspBot.Sandbox.History;

/// <summary>
/// One line of the history: a person as they are now, a message as it is now, or a deleted one. The last line of each wins.
/// </summary>
internal sealed record HistoryLine
{
    public SavedPerson? Person { get; init; }

    public SavedMessage? Message { get; init; }

    public GoneMessage? Gone { get; init; }
}

internal sealed record SavedPerson(long Id, string FirstName, string? LastName, bool Started, bool Blocked, ReplyKeyboard? Keyboard);

internal sealed record GoneMessage(long Chat, int Id);

internal sealed record SavedMessage(
    long Chat, int Id, bool ByBot, DateTimeOffset At, DateTimeOffset? EditedAt, int Edits, string Text, IReadOnlyList<TextEntity> Entities,
    string? Keyboard, bool HasFixedMarkup, int? ReplyTo, string? Group, SavedMedia? Media);

internal sealed record SavedMedia(string Field, string Json, SavedFile? File);

/// <summary>A file without its bytes: they stand beside, under <see cref="UniqueId"/>.</summary>
internal sealed record SavedFile(string Id, string UniqueId, string Path, string Name, string MimeType);
