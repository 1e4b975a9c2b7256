namespace MspBot.Domain.Feedback;

/// <summary>What the rules need to know of a meeting and of the one who speaks of it.</summary>
/// <param name="TookPlace">Published and not cancelled; a consultation: held.</param>
/// <param name="EndsAt">When it was over.</param>
/// <param name="Came">Whether the person was there.</param>
/// <param name="Led">Whether they led it themselves.</param>
public sealed record Occasion(bool TookPlace, DateTimeOffset EndsAt, bool Came, bool Led);

/// <summary>Who may say what of a meeting, and for how long. A filing carries its day and no moment, so days are what is counted.</summary>
public static class FilingRules
{
    public const int LongestText = 4096;

    public const int DaysToChange = 7;

    /// <summary>How long /feedback goes on listing what waits; an older meeting is rated by its own button.</summary>
    public static readonly TimeSpan Listed = TimeSpan.FromDays(30);

    /// <summary>Why feedback is refused; null when it is not.</summary>
    public static FilingRefusal? Check(Occasion? occasion, DateTimeOffset now)
    {
        if (occasion is null) return FilingRefusal.NoSuchMeeting;
        if (!occasion.TookPlace) return FilingRefusal.DidNotTakePlace;
        if (now < occasion.EndsAt) return FilingRefusal.NotOver;
        if (occasion.Led) return FilingRefusal.LedIt;
        return occasion.Came ? null : FilingRefusal.DidNotCome;
    }

    /// <param name="filedOn">Null: nothing is filed.</param>
    /// <param name="today">In the site's zone.</param>
    public static FilingRefusal? CheckChange(DateOnly? filedOn, DateOnly today)
    {
        if (filedOn is not { } day) return FilingRefusal.NotFiled;
        return today > LastDayToChange(day) ? FilingRefusal.TooLateToChange : null;
    }

    public static DateOnly LastDayToChange(DateOnly filedOn) => filedOn.AddDays(DaysToChange);
}

/// <summary>Why feedback is not taken.</summary>
public enum FilingRefusal
{
    NoSuchMeeting,
    DidNotTakePlace,
    NotOver,
    LedIt,
    DidNotCome,
    OutOfRange,
    NotFiled,
    TooLateToChange,
    NotAskedYet,
}
