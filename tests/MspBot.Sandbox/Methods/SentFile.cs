namespace MspBot.Sandbox;

/// <summary>A file as it came: uploaded, attached, or known by its id.</summary>
internal sealed record SentFile(Upload? Upload, StoredFile? Known)
{
    private const int MaxFile = 50 << 20;

    public static SentFile Read(BotApi api, Call call, string field)
    {
        if (call.Files?.GetValueOrDefault(field) is { } direct) return Uploaded(direct);
        var value = call.Text(field);
        if (value.Length == 0) throw ApiError.Bad($"there is no {field} in the request");
        return Resolve(api, call, value, $"there is no {field} in the request");
    }

    public static SentFile Resolve(BotApi api, Call call, string value, string missing)
    {
        if (value.StartsWith("attach://", StringComparison.Ordinal))
        {
            return call.Files?.GetValueOrDefault(value["attach://".Length..]) is { } attached ? Uploaded(attached)
                : throw ApiError.Bad(missing);
        }

        if (value.Contains("://", StringComparison.Ordinal)) api.Breaches.Add($"{call.Method}: the sandbox does not download {value}");
        return new SentFile(null, api.Files.Find(value) ?? throw ApiError.Bad("wrong file identifier/HTTP URL specified"));
    }

    public StoredFile Keep(BotApi api, string kind) => Known ?? api.Files.Add(Upload!, kind == "photo" ? "photos" : "documents");

    private static SentFile Uploaded(Upload upload)
    {
        if (upload.Bytes.Length == 0) throw ApiError.Bad("file must be non-empty");
        return upload.Bytes.Length > MaxFile ? throw new ApiError(413, "Request Entity Too Large") : new SentFile(upload, null);
    }
}
