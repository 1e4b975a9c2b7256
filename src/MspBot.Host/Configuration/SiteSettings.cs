using System.Globalization;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Deadlines;
using MspBot.Domain.Reminders;

namespace MspBot.Host.Configuration;

/// <summary>What differs between deployments and is no messenger's nor one feature's own.</summary>
internal sealed record SiteSettings(
    string? ConnectionString, string DataFolder, SiteZone Zone, QuietHours Quiet, ReminderTimes Reminders, AnswerTimes Answers, ChatId? Head)
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
            ReadReminders(settings.Text("Reminders:Before") ?? "24:00:00,01:00:00"),
            ReadAnswers(settings.Text("Consultations:Unanswered") ?? "04:00:00,24:00:00,48:00:00"),
            ReadHead(settings.Text("Msp:HeadTelegramId")));
    }

    private static string? Connection(string? text)
    {
        if (text is null || Database.Understands(text)) return text;
        throw new SettingException("ConnectionStrings__Msp is wrong (not shown: it may hold a password): it should look like Host=localhost;Database=msp;Username=msp;Password=…");
    }

    private static SiteZone ReadZone(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
        ? new(zone) : throw SettingReader.Wrong("Msp:TimeZone", text, "a time zone such as Europe/Moscow");

    private static QuietHours ReadQuiet(string text, SiteZone zone) => QuietHours.TryParse(text, zone, out var quiet, out _)
        ? quiet : throw SettingReader.Wrong("Msp:QuietHours", text, "two times of the day such as 20:00-08:00, or the same time twice for none");

    private static ReminderTimes ReadReminders(string text) => ReminderTimes.TryParse(text, out var times)
        ? times : throw SettingReader.Wrong("Reminders:Before", text, "up to five different times before a start, hours:minutes:seconds, each more than 00:10:00 and at most 336:00:00, such as 24:00:00,01:00:00");

    private static AnswerTimes ReadAnswers(string text) => AnswerTimes.TryParse(text, out var times)
        ? times : throw SettingReader.Wrong("Consultations:Unanswered", text, "three times, hours:minutes:seconds, none shorter than the one before: working hours until the tutor is reminded, hours until the teacher is told, hours until the head is asked, such as 04:00:00,24:00:00,48:00:00");

    private static ChatId? ReadHead(string? text) => text is null ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and < 1L << 52
            ? ChatId.OfTelegram(id) : throw SettingReader.Wrong("Msp:HeadTelegramId", text, "the number of a Telegram account, such as 123456789");
}
