using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts;

/// <summary>For which methodologists a head has switched writing to many on.</summary>
public sealed class BroadcastRightReader(DbSession session)
{
    public Task<bool> Has(PersonId person) =>
        session.Value<bool>("select exists (select from broadcast_right where person_id = @person)", new { person });

    /// <summary>The same; it stays theirs until the commit.</summary>
    public async Task<bool> Hold(PersonId person) =>
        (await session.Query<int>("select 1 from broadcast_right where person_id = @person for share", new { person })).Count > 0;
}
