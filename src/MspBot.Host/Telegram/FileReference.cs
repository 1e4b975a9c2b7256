namespace MspBot.Host.Telegram;

/// <summary>As what a file was sent: it can only be sent on as the same.</summary>
internal enum FileKind
{
    Document,
    Photo,
    Video,
    Audio,
}

/// <summary>A file that Telegram keeps, as the rest of the program passes it on: «telegram:Document:BQAC…».</summary>
internal readonly record struct FileReference(FileKind Kind, string Id)
{
    private const string Prefix = UpdateKey.Prefix;

    public override string ToString() => $"{Prefix}{Kind}:{Id}";

    /// <summary>Null: another messenger keeps it. Buttons and forms of earlier versions have references without a messenger.</summary>
    internal static FileReference? Read(string reference)
    {
        var own = reference.StartsWith(Prefix, StringComparison.Ordinal) ? reference[Prefix.Length..] : reference;
        return own.Split(':', 2) switch
        {
            [var kind, var id] when Enum.TryParse<FileKind>(kind, out var known) && Enum.IsDefined(known) => new(known, id),
            [_, _] => null,
            _ => new(FileKind.Document, own),
        };
    }
}
