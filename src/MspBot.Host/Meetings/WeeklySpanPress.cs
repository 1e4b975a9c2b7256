using System.Globalization;
using MspBot.Domain.Meetings;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Meetings;

/// <summary>Hours of the week as a button carries them: «1.900.1020», weekday, from, to.</summary>
internal static class WeeklySpanPress
{
    internal static string Text(WeeklySpan span) => string.Create(CultureInfo.InvariantCulture, $"{(int)span.Day}.{span.From}.{span.To}");

    /// <summary>Null for what no button of ours carries.</summary>
    internal static WeeklySpan? Read(string text) =>
        new Argument(text) is { Count: 3 } span && span.Number() is { } day and <= 6 && span.Number(1) is { } from
        && span.Number(2) is { } to and <= WeeklySpan.Midnight && from < to
            ? new((DayOfWeek)day, (int)from, (int)to) : null;
}
