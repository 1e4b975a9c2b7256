namespace MspBot.Sandbox;

/// <summary>What Telegram takes for a link.</summary>
internal static class Links
{
    /// <summary>The id in tg://user?id=123, else 0.</summary>
    public static long UserId(string url)
    {
        const string Start = "tg://user?id=";
        if (!url.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return 0;
        return Call.Lenient(url[Start.Length..]);
    }

    /// <summary>The link in its normal form, or null when it is none.</summary>
    public static string? Check(string url)
    {
        url = url.Trim();
        if (url.Length == 0) return null;
        if (url.StartsWith("tg://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("ton://", StringComparison.OrdinalIgnoreCase))
        {
            return url;
        }

        var whole = url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url;
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        if (!IsHost(uri.Host)) return null;

        // The query and the path stay as they were written; only the host is lower-cased and an empty path becomes a slash.
        var rest = whole[(whole.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var path = rest.IndexOfAny(['/', '?', '#']);
        var tail = path < 0 ? "/" : rest[path] == '/' ? rest[path..] : "/" + rest[path..];
        var host = path < 0 ? rest : rest[..path];
        return uri.Scheme + "://" + host.ToLowerInvariant() + Escaped(tail);
    }

    /// <summary>Blanks are kept as %20 and their like; everything else, Russian letters too, as it was sent.</summary>
    private static string Escaped(string tail) =>
        tail.All(c => c > ' ') ? tail : string.Concat(tail.Select(c => c > ' ' ? c.ToString() : $"%{(int)c:X2}"));

    private static bool IsHost(string host)
    {
        var dot = host.LastIndexOf('.');
        return dot > 0 && dot < host.Length - 1 && !host.StartsWith('.');
    }
}
