using MspBot.Domain.Consultations.Deadlines;
using MspBot.Host.Configuration;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary><c>Consultations__Unanswered</c>: how long a request waits before somebody is notified.</summary>
internal static class AnswerSetting
{
    /// <exception cref="SettingException">The times cannot be read.</exception>
    internal static AnswerTimes Read(SettingReader settings)
    {
        var text = settings.Text("Consultations:Unanswered") ?? "04:00:00,24:00:00,48:00:00";
        return AnswerTimes.TryParse(text, out var times) ? times : throw SettingReader.Wrong(
            "Consultations:Unanswered", text,
            "three times, hours:minutes:seconds, none shorter than the one before: working hours until the tutor is reminded, hours " +
            "until the teacher is told, hours until the head is asked, such as 04:00:00,24:00:00,48:00:00");
    }
}
