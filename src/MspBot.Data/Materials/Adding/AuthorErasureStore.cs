using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Spelling;

namespace MspBot.Data.Materials.Adding;

/// <summary>Somebody's data are erased: what they offered goes, what was published stays without the name.</summary>
public sealed class AuthorErasureStore(DbSession session)
{
    public async Task Forget(PersonId person)
    {
        await session.Execute("delete from sent_file where person_id = @person", new { person });
        var offered = await session.Query<long>("""
            select id
            from material m
            where added_by = @person and in_library and shown_at is null and state in ('Checking', 'Offered', 'Returned')
              and not exists (select from seminar_material a where a.material_id = m.id)
            order by id
            for update
            """, new { person });
        var files = await session.Query<long>(
            "select file_id from material_edition where material_id = any(@ids) and file_id is not null", new { ids = offered.ToArray() });
        await session.Execute("delete from material where id = any(@ids)", new { ids = offered.ToArray() });
        await session.Execute("delete from stored_file where id = any(@ids)", new { ids = files.ToArray() });
        if (await session.Find<string>("select full_name from person where id = @person", new { person }) is { } name)
            await ForgetName(name);
    }

    /// <summary>Also where a colleague has typed it among the authors.</summary>
    private Task<int> ForgetName(string name) => session.Execute($"""
        update material m
        set coauthors = array(select c from unnest(m.coauthors) with ordinality as o (c, n) where not {Joined} = any(@names) order by n)
        where exists (select from unnest(m.coauthors) c where {Joined} = any(@names))
        """, new { names = FullName.Spellings(name).Select(one => Folded.Of(one).Replace(" ", "", Any).Replace(".", "", Any)).ToArray() });

    /// <summary>«Иванова М.П.» is «Иванова М. П.».</summary>
    private const string Joined = "translate(folded(c), ' .', '')";

    private const StringComparison Any = StringComparison.Ordinal;
}
