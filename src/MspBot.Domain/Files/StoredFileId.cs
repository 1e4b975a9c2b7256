namespace MspBot.Domain.Files;

public readonly record struct StoredFileId(long Value) : IId<StoredFileId>
{
    public static StoredFileId From(long value) => new(value);
}
