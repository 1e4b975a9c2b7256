using MspBot.Domain.Reminders;
using MspBot.Host.Configuration;

namespace MspBot.Host.Reminders;

/// <summary><c>Reminders__Before</c>: how long before a start reminders go out.</summary>
internal static class ReminderSetting
{
    /// <exception cref="SettingException">The times cannot be read.</exception>
    internal static ReminderTimes Read(SettingReader settings)
    {
        var text = settings.Text("Reminders:Before") ?? "24:00:00,01:00:00";
        return ReminderTimes.TryParse(text, out var times) ? times : throw SettingReader.Wrong(
            "Reminders:Before", text,
            "up to five different times before a start, hours:minutes:seconds, each more than 00:10:00 and at most 336:00:00, such as " +
            "24:00:00,01:00:00");
    }
}
