using Dapper;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Journal;

/// <summary>Reads a tutor's consultation with its outcome, with or without its row's lock; those of others are not found.</summary>
internal static class OutcomeQuery
{
    private const string Select = """
        select c.id, c.kind, c.teacher_id, t.full_name as teacher, c.topic, c.state, c.starts_at, c.ends_at,
               j.id as entry, j.created_at as recorded_at,
               (select count(*) from consultation_member m where m.consultation_id = c.id and m.state = 'Agreed')::int as members
        from consultation c
        left join person t on t.id = c.teacher_id
        left join journal_entry j on j.consultation_id = c.id
        where c.id = @id and c.tutor_id = @tutor and c.starts_at is not null and c.ends_at is not null
        """;

    internal static Task<OutcomeDetails?> Find(DbSession session, ConsultationId id, PersonId tutor) =>
        session.Find<OutcomeDetails>(Select, new { id, tutor });

    /// <summary>Holds the consultation's row until the commit; what is read behind the lock has seen what came before.</summary>
    internal static async Task<OutcomeDetails?> Lock(DbSession session, ConsultationId id, PersonId tutor)
    {
        await using var both = await (await session.Open()).QueryMultipleAsync($"""
            select id from consultation where id = @id for no key update;
            {Select}
            """, new { id, tutor });
        await both.ReadAsync<long>();
        return await both.ReadFirstOrDefaultAsync<OutcomeDetails>();
    }
}
