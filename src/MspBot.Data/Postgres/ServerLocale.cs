namespace MspBot.Data.Postgres;

/// <summary>The locale of a new cluster: UTF-8, so that <c>lower()</c> knows Cyrillic; English messages, which we read.</summary>
static class ServerLocale
{
    public static string? Name =>
        OperatingSystem.IsLinux() ? "C.UTF-8"
        : OperatingSystem.IsMacOS() ? "en_US.UTF-8"
        : null;
}
