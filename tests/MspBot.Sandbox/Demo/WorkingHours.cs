using MspBot.Domain.Clock;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// At night and at weekends the bot keeps its news to itself: the demo begins at ten in the next morning then, or it would look broken.
/// </summary>
internal static class WorkingHours
{
    private static readonly QuietHours Quiet = new(new(20, 0), new(8, 0), new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromHours(2);

    /// <summary>How far the clock is to be moved; nothing on a working day.</summary>
    internal static TimeSpan Wait(DateTimeOffset now) => Quiet.NotBefore(now) is { } end ? end + AfterTheEnd - now : TimeSpan.Zero;
}
