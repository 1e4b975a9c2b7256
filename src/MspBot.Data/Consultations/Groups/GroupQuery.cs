using Dapper;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;

namespace MspBot.Data.Consultations.Groups;

/// <summary>Reads a group's details, with or without its row's lock.</summary>
internal static class GroupQuery
{
    private const string Select = """
        select c.id, c.state, c.topic, c.subject, c.tutor_id, u.full_name as tutor, case when u.reachable then u.chat_id end as tutor_chat,
               c.starts_at, c.ends_at, coalesce(c.join_link, ut.join_link) as join_link, c.reason, c.seats, c.least as min_participants,
                   coalesce(c.agree_by, c.starts_at) as agree_by, c.open_since, c.open_code,
               c.calendar_uid, c.calendar_sequence, c.version, c.confirmed_at is not null as was_confirmed,
               coalesce(ut.minutes, 45) as minutes, coalesce(ut.break_minutes, 10) as break_minutes
        from consultation c
        left join person u on u.id = c.tutor_id
        left join tutor ut on ut.person_id = c.tutor_id
        where c.id = @id and c.kind = 'Group';

        select m.person_id as id, p.full_name as name, s.name as school, case when p.reachable then p.chat_id end as chat, m.request_id,
            m.state
        from consultation_member m
        join person p on p.id = m.person_id
        left join school s on s.id = p.school_id
        where m.consultation_id = @id
        order by m.at, m.person_id
        """;

    internal static async Task<GroupDetails?> Find(DbSession session, ConsultationId id)
    {
        await using var both = await session.Several(Select, new { id });
        return await Read(both);
    }

    /// <summary>
    /// Holds the row until the commit: seats are taken one after the other. The details are a statement of their own
    /// behind the lock, so it sees what the one before has committed.
    /// </summary>
    internal static async Task<GroupDetails?> Lock(DbSession session, ConsultationId id)
    {
        await using var all = await session.Several($"""
            select id from consultation where id = @id and kind = 'Group' for no key update;
            {Select}
            """, new { id });
        await all.ReadAsync<long>();
        return await Read(all);
    }

    private static async Task<GroupDetails?> Read(SqlMapper.GridReader both)
    {
        var details = await both.ReadFirstOrDefaultAsync<GroupDetails>();
        var members = (await both.ReadAsync<GroupMember>()).AsList();
        return details is null ? null : details with { Members = members };
    }
}
