using MspBot.Domain.Clock;

namespace MspBot.Domain.Broadcasts.Topics;

/// <summary>When people hear of what is new in their topics: on the morning of a working day; of what begins soon, at once.</summary>
public static class TopicNewsSchedule
{
    /// <summary>Named in one message; the rest are counted.</summary>
    public const int Lines = 5;

    /// <summary>What begins within this time does not wait for the morning.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <summary>What is older is no news, should the machine have been off. The new year's holidays are shorter.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>So long it is remembered what somebody was told: longer than anything is news.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    /// <summary>A morning's message that could not be sent so long is not sent any more: it would come in the evening.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The working day whose message is due; null: it is night, a day off, or not eight yet.</summary>
    public static DateOnly? DueDay(DateTimeOffset now, QuietHours quiet)
    {
        var today = quiet.Zone.DayOf(now);
        return quiet.Calendar.IsWorking(today) && now >= quiet.Zone.At(today, Morning) && quiet.NotBefore(now) is null ? today : null;
    }

    /// <summary>Whether people may hear now of a meeting that begins soon.</summary>
    public static bool IsTime(DateTimeOffset now, DateTimeOffset meetingStartsAt, QuietHours quiet) =>
        quiet.NotBefore(now, meetingStartsAt) is null;
}

/// <summary>What is new in a topic. Stored by name.</summary>
public enum NewsKind
{
    Seminar,
    Material,
}
