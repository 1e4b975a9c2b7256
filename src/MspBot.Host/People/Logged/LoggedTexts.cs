using System.Globalization;
using MspBot.Domain.Log;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Logged;

/// <summary>What things of people are called in the log.</summary>
internal static class LoggedTexts
{
    internal static string School(string name) => $"школа {name}";

    /// <summary>«добавлено Пн, Ср 15:00–17:00»; empty for other deeds.</summary>
    internal static string Hours(LogDetail detail)
    {
        if (detail.Values<DayOfWeek>("days") is not { Count: > 0 } days || detail.Number("from_minute") is not { } from
            || detail.Number("to_minute") is not { } to) return "";
        var week = string.Join(", ", days.Select(day => Russian.Weekdays[((int)day + 6) % 7]));
        return $"{(detail.Is("removed") ? "убрано" : "добавлено")} {week} {Clock(from)}–{Clock(to)}";
    }

    private static string Clock(long minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    internal static string Invitation(long id, string role) => $"приглашение № {id}, {role}";

    internal static string Assignment(string tutor, string whom) => $"тьютор {tutor} — {whom}";

    internal static string Inquiry(string asker) => $"вопрос, {asker}";
}
