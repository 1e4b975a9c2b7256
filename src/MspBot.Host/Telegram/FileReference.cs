namespace MspBot.Host.Telegram;

/// <summary>As what a file was sent: it can only be sent on as the same.</summary>
internal enum FileKind
{
    Document,
    Photo,
    Video,
    Audio,
}

/// <summary>A file that Telegram keeps, as the rest of the program passes it on: «Document:BQAC…».</summary>
internal readonly record struct FileReference(FileKind Kind, string Id)
{
    public override string ToString() => $"{Kind}:{Id}";

    internal static FileReference Read(string reference) =>
        reference.Split(':', 2) is [var kind, var id] && Enum.TryParse<FileKind>(kind, out var known) && Enum.IsDefined(known)
            ? new(known, id) : new(FileKind.Document, reference);
}
