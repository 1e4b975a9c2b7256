using MspBot.Data.Postgres;

namespace MspBot.Data.Seminars;

/// <summary>What many seminars are called, in one query. Deleted drafts are left out.</summary>
public sealed class SeminarNames(DbSession session)
{
    public async Task<IReadOnlyDictionary<long, (string Title, DateTimeOffset StartsAt)>> Of(IReadOnlyCollection<long> ids) =>
        (await session.Query<Named>("select id, title, starts_at from seminar where id = any(@ids)", new { ids = ids.ToArray() }))
            .ToDictionary(row => row.Id, row => (row.Title, row.StartsAt));

    private sealed record Named(long Id, string Title, DateTimeOffset StartsAt);
}
