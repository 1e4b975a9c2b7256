using MspBot.Data.Digests;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;

namespace MspBot.Host.Digests;

/// <summary>
/// Reads a digest in a transaction of its own that sees one moment, so that message, picture and files agree in every figure.
/// </summary>
internal sealed class DigestMaker(IServiceScopeFactory scopes, SiteZone zone)
{
    /// <summary>How many periods before it a picture shows, and figures are compared with.</summary>
    private const int Back = 11;

    internal async Task<Digest> Make(DigestPeriod period, DateTimeOffset now)
    {
        await using var scope = scopes.CreateAsyncScope();
        T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        var figures = Get<FiguresReader>();
        await figures.Freeze();
        var periods = period.WithBefore(Back);
        var history = await figures.Of(periods, zone, now);
        var runs = period.Moments(zone).To > now && period.Moments(zone).From <= now;
        var sameDays = runs
            ? await figures.Of([.. periods.Select(p => p == period ? p.Span(zone, now) : p.SameDays(period, zone, now))]) : null;
        var (reader, store) = (Get<DigestReader>(), Get<DigestStore>());
        var ratings = SmallGroups.Hide(await reader.Ratings(period, zone, now));
        return new()
        {
            Kind = period.Kind,
            First = period.First,
            MadeAt = now,
            History = history,
            SameDays = sameDays,
            Seminars = Rated(await reader.Seminars(period, zone, now), ratings),
            Tutors = await reader.Tutors(period, zone, now),
            Schools = await reader.Schools(period, zone, now),
            Ratings = ratings,
            Surveys = await reader.Surveys(period, zone, now),
            Decisions = await Get<DecisionReader>().Waiting(now),
            Corrections = Corrections.Between(await store.Told(period), history),
            Undelivered = await store.Undelivered(period.Kind),
            Audit = await Get<AuditStore>().Latest(),
        };
    }

    /// <summary>What was said in the period: of a meeting late in it much is said after it, and counts there.</summary>
    private static IReadOnlyList<DigestSeminar> Rated(IReadOnlyList<DigestSeminar> seminars, IReadOnlyList<RatingGroup> ratings)
    {
        var said = ratings.Where(r => r.Seminar is not null).ToDictionary(r => r.Seminar!.Value);
        return [.. seminars.Select(s => said.TryGetValue(s.Id, out var group) ? s with { Ratings = group.Count, Rating = group.Rating }
            : s)];
    }
}
