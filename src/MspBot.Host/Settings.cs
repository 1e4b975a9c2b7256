using MspBot.Domain.Consultations.Deadlines;
using MspBot.Domain.Reminders;
using MspBot.Host.Configuration;
using MspBot.Host.Consultations.Deadlines;
using MspBot.Host.Digests;
using MspBot.Host.Feedback;
using MspBot.Host.Reminders;
using MspBot.Host.Telegram;

namespace MspBot.Host;

/// <summary>Everything that differs between deployments, read once and checked before anything starts.</summary>
internal sealed record Settings(
    SiteSettings Site, TelegramOptions Telegram, AnswerTimes Answers, ReminderTimes Reminders, DigestSchedule Digests,
    AuthorKeySettings FeedbackKey)
{
    /// <exception cref="SettingException">A value is missing or wrong.</exception>
    internal static Settings Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration);
        var site = SiteSettings.Read(settings);
        return new(
            site, TelegramOptions.Read(settings), AnswerSetting.Read(settings), ReminderSetting.Read(settings),
            DigestSchedule.Read(settings, site.Zone),
            AuthorKeySettings.Read(settings, site.DataFolder));
    }
}
