using System.Globalization;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Clock;

namespace MspBot.Host.Configuration;

/// <summary>What differs between deployments and is no messenger's nor one feature's own.</summary>
internal sealed record SiteSettings(
    string? ConnectionString, string DataFolder, SiteZone Zone, QuietHours Quiet, ChatId? Head)
{
    /// <exception cref="SettingException">A value is missing or wrong.</exception>
    internal static SiteSettings Read(SettingReader settings)
    {
        var zone = ReadZone(settings.Text("Msp:TimeZone") ?? "Europe/Moscow");
        return new(
            Connection(settings.Text("ConnectionStrings:Msp")),
            Path.GetFullPath(settings.Text("Data:Folder") ?? "data"),
            zone,
            ReadQuiet(settings.Text("Msp:QuietHours") ?? "20:00-08:00", zone),
            ReadHead(settings.Text("Msp:HeadTelegramId")));
    }

    private static string? Connection(string? text)
    {
        if (text is null || Database.Understands(text)) return text;
        throw new SettingException(
            "ConnectionStrings__Msp is wrong (not shown: it may hold a password): it should look like " +
            "Host=localhost;Database=msp;Username=msp;Password=…");
    }

    private static SiteZone ReadZone(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
        ? new(zone) : throw SettingReader.Wrong("Msp:TimeZone", text, "a time zone such as Europe/Moscow");

    private static QuietHours ReadQuiet(string text, SiteZone zone) => QuietHours.TryParse(text, zone, out var quiet, out _)
        ? quiet : throw SettingReader.Wrong("Msp:QuietHours", text,
            "two times of the day such as 20:00-08:00, or the same time twice for none");

    private static ChatId? ReadHead(string? text) => text is null ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and < 1L << 52
            ? ChatId.OfTelegram(id)
            : throw SettingReader.Wrong("Msp:HeadTelegramId", text, "the number of a Telegram account, such as 123456789");
}
