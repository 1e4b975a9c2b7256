namespace MspBot.Domain.Broadcasts;

/// <summary>How long, and by when. The database holds the same lengths.</summary>
public static class BroadcastBounds
{
    public const int Words = 1000;

    /// <summary>Between the press and the first message: it can be stopped before anybody has read it.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);

    /// <summary>So long after the last message it can be corrected and deleted: the messenger allows no more.</summary>
    public static readonly TimeSpan Correctable = TimeSpan.FromHours(48);

    /// <summary>What could not be sent so long after it began is not sent any more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Whom one has written to in this time is written to again only when asked.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    /// <summary>
    /// Whether the audience has changed so much since it was shown that the press asks again: by more than 5 % or 5 people.
    /// </summary>
    public static bool IsAnother(int shown, int now) => Math.Abs(now - shown) > Math.Max(5, shown * 0.05);
}
