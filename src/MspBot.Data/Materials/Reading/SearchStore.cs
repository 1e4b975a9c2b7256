using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Materials.Reading;

/// <summary>The words of somebody's last searches: the pages of what was found, which a button names by number.</summary>
public sealed class SearchStore(DbSession session)
{
    /// <summary>Older ones are forgotten; their buttons then ask for the words again.</summary>
    private const int Kept = 30;

    /// <returns>The search's number; the same words of the same person are the same search.</returns>
    public async Task<long> Keep(PersonId person, string words, DateTimeOffset now)
    {
        var id = await session.Value<long>("""
            insert into material_search (person_id, words, at) values (@person, @words, @now)
            on conflict (person_id, words) do update set at = excluded.at
            returning id
            """, new { person, words, now });
        await session.Execute("""
            delete from material_search
            where id in (select id from material_search where person_id = @person order by at desc, id desc offset @kept)
            """, new { person, kept = Kept });
        return id;
    }

    /// <summary>Null: it is not kept any more, or another's.</summary>
    public Task<string?> Words(long search, PersonId person) =>
        session.Find<string?>("select words from material_search where id = @search and person_id = @person", new { search, person });

    /// <summary>Forgets what this person searched; what was searched in vain stays, without them.</summary>
    public async Task Erase(PersonId person)
    {
        await session.Execute("delete from material_search where person_id = @person", new { person });
        await session.Execute("update material_wish set person_id = null where person_id = @person", new { person });
    }
}
