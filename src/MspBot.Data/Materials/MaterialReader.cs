using MspBot.Data.Postgres;
using MspBot.Domain.Materials;
using MspBot.Domain.People;

namespace MspBot.Data.Materials;

/// <summary>Materials as they stand.</summary>
public sealed class MaterialReader(DbSession session)
{
    /// <summary>Null: there is none.</summary>
    public Task<MaterialDetails?> Find(MaterialId id) => session.Find<MaterialDetails>($"{Query} where m.id = @id", new { id });

    /// <summary>All that this person has added, oldest first.</summary>
    public Task<IReadOnlyList<MaterialDetails>> Of(PersonId person) =>
        session.Query<MaterialDetails>($"{Query} where m.added_by = @person order by m.id", new { person });

    /// <summary>Everything that <see cref="MaterialDetails"/> says; of «material m».</summary>
    internal const string Query = """
        select m.id, m.name, m.kind, m.about, m.first_grade, m.last_grade, m.subjects, m.added_by, p.full_name as added_by_name,
               m.by_author, m.coauthors, m.school_id as school, s.name as school_name, m.in_library, m.state, m.offered,
               m.hidden_by_head, m.remark, m.version, m.shown_at, m.edition, e.file_id as file, f.reference, f.name as file_name,
               octet_length(f.content) as size, e.url, e.accepted_at as edition_at,
               (select n.fault from material_edition n where n.material_id = m.id and n.nr > coalesce(m.edition, 0)
                order by n.nr desc limit 1
               ) as fault,
               array(select t.name from material_topic k join topic t on t.id = k.topic_id where k.material_id = m.id
                     order by alphabetical(t.name)
               ) as topics,
               array(select t.id from material_topic k join topic t on t.id = k.topic_id where k.material_id = m.id
                     order by alphabetical(t.name)) as topic_ids,
               (select count(*) from material_taken k where k.material_id = m.id and k.person_id <> m.added_by)::int as taken,
               (select count(distinct u.person_id) from seminar_material a
                join seminar_material_given g on g.seminar_material_id = a.id
                join sign_up u on u.id = g.sign_up_id
                where a.material_id = m.id)::int as handed_out
        from material m
        join person p on p.id = m.added_by
        left join school s on s.id = m.school_id
        left join material_edition e on e.material_id = m.id and e.nr = coalesce(m.edition, 1)
        left join stored_file f on f.id = e.file_id
        """;
}
