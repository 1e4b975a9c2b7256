namespace MspBot.Host.Configuration;

/// <summary>Reads settings by key, such as «Msp:TimeZone»; an empty value counts as missing.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    internal string? Text(string key) => configuration[key]?.Trim() is { Length: > 0 } text ? text : null;

    /// <exception cref="SettingException">The value is no http or https address.</exception>
    internal Uri? Url(string key, string should)
    {
        if (Text(key) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : throw Wrong(key, text, should);
    }

    internal static SettingException Wrong(string key, string was, string should) =>
        new($"{key.Replace(":", "__", StringComparison.Ordinal)} is \"{was}\": it should be {should}");
}
