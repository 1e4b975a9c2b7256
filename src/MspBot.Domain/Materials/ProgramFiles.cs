namespace MspBot.Domain.Materials;

/// <summary>Files that do something when they are opened.</summary>
public static class ProgramFiles
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "apk", "app", "appx", "bat", "cmd", "com", "cpl", "deb", "dll", "dmg", "elf", "exe", "gadget", "hta", "inf", "ipa", "jar", "js",
        "jse", "lnk", "msi", "msix", "msp", "pif", "ps1", "psm1", "py", "reg", "rpm", "run", "scr", "sh", "sys", "vb", "vbe", "vbs", "wsf",
        "wsh", "xll",
    };

    /// <summary>By its name; a space or a dot at the end changes nothing for the computer that opens it.</summary>
    public static bool Are(string? name) =>
        name?.TrimEnd(' ', '.') is { } plain && plain.LastIndexOf('.') is >= 0 and var dot && Endings.Contains(plain[(dot + 1)..]);
}
