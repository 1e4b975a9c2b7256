using MspBot.Data.Postgres;

namespace MspBot.Host.Messaging;

/// <summary>
/// How long to rest after a number of failures in a row, the last one included; with jitter, so that many do not come back at once.
/// </summary>
internal static class Backoff
{
    /// <summary>Of a message: a quarter of a second, doubling to 8 s. <paramref name="before"/>: failures before this one.</summary>
    internal static TimeSpan OfCall(int before) =>
        TimeSpan.FromSeconds(Math.Min(8, Math.Pow(2, before) / 4) * (0.75 + Random.Shared.NextDouble() / 2));

    /// <summary>Of receiving: half a second, doubling to 30 s; for a database that is away, for which people wait, to 5 s.</summary>
    internal static TimeSpan OfReceiving(Exception failure, int failures) => Database.IsUnavailable(failure)
        ? TimeSpan.FromSeconds(Math.Min(5, Math.Pow(2, Math.Min(failures, 6)) / 10))
        : TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, Math.Min(failures, 6)) / 4)) + Jitter(0.5);

    internal static TimeSpan Jitter(double upToSeconds) => TimeSpan.FromSeconds(Random.Shared.NextDouble() * upToSeconds);
}
