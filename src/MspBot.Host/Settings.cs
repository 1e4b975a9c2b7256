using System.Globalization;
using System.Text.RegularExpressions;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Deadlines;
using MspBot.Domain.Reminders;
using MspBot.Host.Configuration;
using MspBot.Host.Digests;
using MspBot.Host.Feedback;
using MspBot.Host.Telegram;
using Quartz;

namespace MspBot.Host;

/// <summary>Everything that differs between deployments, read once and checked before anything starts.</summary>
internal sealed partial record Settings(
    TelegramOptions Telegram, string? ConnectionString, string DataFolder, SiteZone Zone, QuietHours Quiet, ReminderTimes Reminders, AnswerTimes Answers, DigestSchedule Digests,
    ChatId? Head, AuthorKeySettings FeedbackKey)
{
    /// <exception cref="SettingException">A value is missing or wrong.</exception>
    internal static Settings Read(IConfiguration configuration, bool needsTelegram = true)
    {
        var zone = ReadZone(Text(configuration, "Msp:TimeZone") ?? "Europe/Moscow");
        var folder = Path.GetFullPath(Text(configuration, "Data:Folder") ?? "data");
        return new(
            needsTelegram ? ReadTelegram(configuration) : new() { Token = "" },
            Connection(Text(configuration, "ConnectionStrings:Msp")),
            folder,
            zone,
            ReadQuiet(Text(configuration, "Msp:QuietHours") ?? "20:00-08:00", zone),
            ReadReminders(Text(configuration, "Reminders:Before") ?? "24:00:00,01:00:00"),
            ReadAnswers(Text(configuration, "Consultations:Unanswered") ?? "04:00:00,24:00:00,48:00:00"),
            ReadDigests(configuration, zone),
            ReadHead(Text(configuration, "Msp:HeadTelegramId")),
            new(folder, Text(configuration, "Feedback:Key"), Text(configuration, "Feedback:ForgetKey")));
    }

    private static TelegramOptions ReadTelegram(IConfiguration configuration)
    {
        var token = Text(configuration, "Telegram:Token") ?? throw new SettingException(
            "Telegram__Token is not set: it should be the token that @BotFather gave you. To try the bot without one, start the sandbox: ./run");
        if (!TokenShape().IsMatch(token))
            throw new SettingException($"Telegram__Token is wrong ({token.Length} characters, not shown): it should look like 123456789:AAE…, as @BotFather gave it");

        var baseUrl = Url(configuration, "Telegram:BaseUrl", "https://host or http://host:port of a Bot API server");
        var webhook = Url(configuration, "Telegram:Webhook:Url", "the https address at which Telegram reaches this program");
        var secret = Text(configuration, "Telegram:Webhook:Secret");
        if (webhook is { Scheme: not "https" } && baseUrl is null)
            throw new SettingException($"Telegram__Webhook__Url is \"{webhook}\": it should begin with https://");
        if (webhook is { AbsolutePath: "/" or "/health" })
            throw new SettingException($"Telegram__Webhook__Url is \"{webhook}\": it should have a path of its own, such as /telegram");
        if (webhook is not null && secret is null)
            throw new SettingException("Telegram__Webhook__Secret is not set: with a webhook it should be 16 to 256 letters, digits, «_» or «-» that nobody can guess");
        if (secret is not null && !SecretShape().IsMatch(secret))
            throw new SettingException($"Telegram__Webhook__Secret is wrong ({secret.Length} characters, not shown): it should be 16 to 256 letters, digits, «_» or «-»");
        return new() { Token = token, BaseUrl = baseUrl, WebhookUrl = webhook, WebhookSecret = secret };
    }

    private static Uri? Url(IConfiguration configuration, string key, string should)
    {
        if (Text(configuration, key) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url : throw Wrong(key, text, should);
    }

    private static string? Connection(string? text)
    {
        if (text is null || Database.Understands(text)) return text;
        throw new SettingException("ConnectionStrings__Msp is wrong (not shown: it may hold a password): it should look like Host=localhost;Database=msp;Username=msp;Password=…");
    }

    private static SiteZone ReadZone(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
        ? new(zone) : throw Wrong("Msp:TimeZone", text, "a time zone such as Europe/Moscow");

    private static QuietHours ReadQuiet(string text, SiteZone zone) => QuietHours.TryParse(text, zone, out var quiet, out _)
        ? quiet : throw Wrong("Msp:QuietHours", text, "two times of the day such as 20:00-08:00, or the same time twice for none");

    private static ReminderTimes ReadReminders(string text) => ReminderTimes.TryParse(text, out var times)
        ? times : throw Wrong("Reminders:Before", text, "up to five different times before a start, hours:minutes:seconds, each more than 00:10:00 and at most 336:00:00, such as 24:00:00,01:00:00");

    private static DigestSchedule ReadDigests(IConfiguration configuration, SiteZone zone)
    {
        return new(Read("Digest:Weekly", DigestSchedule.EachMonday), Read("Digest:Monthly", DigestSchedule.EachFirst));

        CronExpression Read(string key, string each)
        {
            var text = Text(configuration, key) ?? each;
            return DigestSchedule.Read(text, zone) ?? throw Wrong(key, text, $"a Quartz cron expression (seconds, minutes, hours, day of the month, month, day of the week) such as {each}");
        }
    }
    private static AnswerTimes ReadAnswers(string text) => AnswerTimes.TryParse(text, out var times)
        ? times : throw Wrong("Consultations:Unanswered", text, "three times, hours:minutes:seconds, none shorter than the one before: working hours until the tutor is reminded, hours until the teacher is told, hours until the head is asked, such as 04:00:00,24:00:00,48:00:00");

    private static ChatId? ReadHead(string? text) => text is null ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and < 1L << 52
            ? ChatId.OfTelegram(id) : throw Wrong("Msp:HeadTelegramId", text, "the number of a Telegram account, such as 123456789");

    private static string? Text(IConfiguration configuration, string key) =>
        configuration[key]?.Trim() is { Length: > 0 } text ? text : null;

    private static SettingException Wrong(string key, string was, string should) =>
        new($"{key.Replace(":", "__", StringComparison.Ordinal)} is \"{was}\": it should be {should}");

    [GeneratedRegex(@"^\d{1,20}:[A-Za-z0-9_-]{1,80}$")]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{16,256}$")]
    private static partial Regex SecretShape();
}
