using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;

namespace MspBot.Data.Consultations.Groups;

/// <summary>Which requests were suggested as one group: each only once.</summary>
public sealed class SuggestionStore(DbSession session)
{
    /// <returns>False when another transaction took one of them first: then no notice is sent.</returns>
    public async Task<bool> Take(IReadOnlyList<ConsultationId> requests, DateTimeOffset now)
    {
        var ids = requests.Select(r => r.Value).ToArray();
        // Always locked in the same order, so that two transactions cannot deadlock.
        var open = await session.Query<long>("""
            select id
            from consultation
            where id = any(@ids) and suggested_at is null and state in ('Requested', 'Waiting')
            order by id
            for no key update
            """, new { ids });
        if (open.Count < ids.Length) return false;
        await session.Execute("update consultation set suggested_at = @now where id = any(@ids)", new { ids, now });
        return true;
    }
}
