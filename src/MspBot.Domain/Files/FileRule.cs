namespace MspBot.Domain.Files;

/// <summary>Which files a question takes.</summary>
/// <param name="Extensions">In lower case, without the dot.</param>
/// <param name="MaxBytes">At most <see cref="MostBytes"/>.</param>
public sealed record FileRule(IReadOnlyList<string> Extensions, long MaxBytes)
{
    /// <summary>A messenger's bot can fetch no more than this.</summary>
    public const long MostBytes = 20L << 20;

    private static readonly Dictionary<string, string> ByMediaType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpeg"] = "jpg",
        ["image/png"] = "png",
        ["video/mp4"] = "mp4",
        ["audio/mpeg"] = "mp3",
        ["application/pdf"] = "pdf",
    };

    /// <summary>Null: the file can be taken. The size is not always known before the file is fetched.</summary>
    public FileRefusal? Check(string? name, string? mediaType, long? size)
    {
        if (!Extensions.Contains(Kind(name, mediaType))) return FileRefusal.WrongKind;
        return CheckSize(size);
    }

    public FileRefusal? CheckSize(long? size) => size switch
    {
        0 => FileRefusal.Empty,
        { } known when known > MaxBytes => FileRefusal.TooBig,
        _ => null,
    };

    /// <summary>The extension of the name, or what the media type stands for; empty when neither tells. A picture has no name.</summary>
    public static string Kind(string? name, string? mediaType) => Path.GetExtension(name ?? "").TrimStart('.').ToLowerInvariant() switch
    {
        "" => ByMediaType.GetValueOrDefault(mediaType ?? "", ""),
        "jpeg" => "jpg",
        var extension => extension,
    };
}

/// <summary>Why a file is not taken.</summary>
public enum FileRefusal
{
    WrongKind,
    Empty,
    TooBig,
}
