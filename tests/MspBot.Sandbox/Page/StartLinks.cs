using System.Text.RegularExpressions;

namespace MspBot.Sandbox.Page;

/// <summary>What somebody pastes as "the link I came by".</summary>
internal static partial class StartLinks
{
    /// <summary>What follows <c>start=</c>; null for nothing typed.</summary>
    /// <exception cref="PageRefusal">It is no link to the bot.</exception>
    internal static string? Read(string? typed)
    {
        if (typed?.Trim() is not { Length: > 0 } text) return null;
        var found = Link().Match(text);
        return found.Success ? found.Groups["code"].Value
            : throw new PageRefusal(400, "Ссылка выглядит так: https://t.me/msp_sandbox_bot?start=e_12 (или просто e_12)");
    }

    [GeneratedRegex(@"^(?:(?:https?://)?t\.me/\w+\?start=|tg://resolve\?domain=\w+&start=|/start\s+)?(?<code>[A-Za-z0-9_-]{1,64})$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
