namespace MspBot.Domain.Files;

/// <summary>When a file that could not be fetched is tried again.</summary>
public static class FetchRetries
{
    /// <summary>About an hour in all.</summary>
    public const int Tries = 7;

    /// <summary>When a last try that has ended without a word is looked after.</summary>
    public static readonly TimeSpan AfterLast = TimeSpan.FromHours(1);

    /// <param name="failures">How often it has failed, this time included.</param>
    /// <returns>Null: it is given up.</returns>
    public static TimeSpan? PauseAfter(int failures) =>
        failures >= Tries ? null : TimeSpan.FromMinutes(Math.Pow(2, failures - 1));
}
