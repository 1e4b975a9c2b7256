using Dapper;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;

namespace MspBot.Data.Consultations.Requests;

/// <summary>Reads a consultation's details, with or without its row's lock.</summary>
internal static class ConsultationQuery
{
    private const string Select = """
        select c.id, c.kind, c.state, c.group_id, g.tutor_id as group_tutor_id, c.topic, c.subject, c.prefers_group, c.starts_at, c.ends_at,
            coalesce(c.join_link, ut.join_link) as join_link, c.reason,
               c.created_at, c.asked_at, c.calendar_uid, c.calendar_sequence, c.version,
               c.teacher_id, t.full_name as teacher, s.name as school, case when t.reachable then t.chat_id end as teacher_chat,
               c.tutor_id, u.full_name as tutor, case when u.reachable then u.chat_id end as tutor_chat,
               coalesce(ut.minutes, 45) as minutes, coalesce(ut.break_minutes, 10) as break_minutes,
                   coalesce(ut.notice, '4 hours') as notice,
               sf.full_name as stand_in_for, j.recommendation,
               h.to_tutor_id as colleague_id, k.full_name as colleague, case when k.reachable then k.chat_id end as colleague_chat
        from consultation c
        left join person t on t.id = c.teacher_id
        left join school s on s.id = t.school_id
        left join person u on u.id = c.tutor_id
        left join tutor ut on ut.person_id = c.tutor_id
        left join consultation g on g.id = c.group_id
        left join person sf on sf.id = c.stand_in_for
        left join journal_entry j on j.consultation_id = c.id
        left join consultation_handover h on h.consultation_id = c.id and h.state = 'Asked'
        left join person k on k.id = h.to_tutor_id
        where c.id = @id;

        select id, kind, starts_at, ends_at
        from consultation_time
        where consultation_id = @id
        order by starts_at, id
        """;

    internal static async Task<ConsultationDetails?> Find(DbSession session, ConsultationId id)
    {
        await using var both = await (await session.Open()).QueryMultipleAsync(Select, new { id });
        return await Read(both);
    }

    /// <summary>
    /// Locks the row until the commit, so that actions on one consultation follow one another. The details are read by a separate
    /// statement after the lock, so that it sees what the previous action committed.
    /// </summary>
    internal static async Task<ConsultationDetails?> Lock(DbSession session, ConsultationId id)
    {
        await using var all = await (await session.Open()).QueryMultipleAsync($"""
            select id from consultation where id = @id for no key update;
            {Select}
            """, new { id });
        await all.ReadAsync<long>();
        return await Read(all);
    }

    private static async Task<ConsultationDetails?> Read(SqlMapper.GridReader both)
    {
        var details = await both.ReadFirstOrDefaultAsync<ConsultationDetails>();
        var times = (await both.ReadAsync<TimeRow>())
            .Select(t => new ConsultationTime(t.Id, Enum.Parse<TimeKind>(t.Kind), t.StartsAt, t.EndsAt)).ToList();
        return details is null ? null : details with { Times = times };
    }

    private sealed record TimeRow(long Id, string Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
}
