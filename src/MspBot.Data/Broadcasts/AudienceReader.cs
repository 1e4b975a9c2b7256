using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;

namespace MspBot.Data.Broadcasts;

/// <summary>How what an audience is about is called now; null: it has none, or it is gone.</summary>
public sealed record AudienceNames(IReadOnlyList<string> Schools, string? Thing, DateTimeOffset? StartsAt);

/// <summary>Names for an audience, which stores numbers.</summary>
public sealed class AudienceReader(DbSession session)
{
    public async Task<AudienceNames> Names(Audience audience) => audience switch
    {
        Audience.OfSchools(var schools) => new(await session.Query<string>(
            "select name from school where id = any(@ids) order by name, id", new { ids = schools.ToArray() }), null, null),
        Audience.OfMeeting(var seminar, _) => await Meeting(seminar),
        Audience.OweNomination(var seminar) => await Meeting(seminar),
        Audience.OweSurvey(var survey) => new([], await session.Find<string?>(
            "select label from survey where id = @survey", new { survey }), null),
        _ => new([], null, null),
    };

    private async Task<AudienceNames> Meeting(long seminar) =>
        await session.Find<Named>("select title, starts_at from seminar where id = @seminar", new { seminar }) is { } named
            ? new([], named.Title, named.StartsAt) : new([], null, null);

    private sealed record Named
    {
        public required string Title { get; init; }

        public DateTimeOffset StartsAt { get; init; }
    }
}
