using Xunit;

namespace MspBot.Tests.Consultations;

/// <summary>What is true of consultations and the times that they hold, whatever happened and whoever was faster.</summary>
internal static class Invariant
{
    internal static async Task Holds(ConsultationStage stage) => Assert.Equal("", await stage.Value<string>("""
        with bad as (
            select c.id, 'agreed time and state' as why
            from consultation c
            where (c.state in ('Confirmed', 'Inviting', 'Held', 'NotHeld')) <> (
                select count(*) = 1
                from consultation_time t
                where t.consultation_id = c.id and t.kind = 'Agreed' and t.tutor_id = c.tutor_id and t.starts_at = c.starts_at
                    and t.ends_at = c.ends_at
                  and lower(t.busy) = t.starts_at and upper(t.busy) >= t.ends_at)
            union all
            select c.id, 'holds a time though it is over'
            from consultation c
            where c.state in ('Declined', 'Cancelled', 'Waiting')
                and exists (select from consultation_time t where t.consultation_id = c.id)
            union all
            select c.id, 'a time of another tutor'
            from consultation c
            join consultation_time t on t.consultation_id = c.id
            where t.kind <> 'Proposed' and t.tutor_id is distinct from c.tutor_id
            union all
            select c.id, 'offers nothing to choose from'
            from consultation c
            where c.state = 'Offered' and not exists (select from consultation_time t where t.consultation_id = c.id and t.kind = 'Offered')
            union all
            select c.id, 'a colleague is asked though it is not open'
            from consultation c
            join consultation_handover h on h.consultation_id = c.id and h.state = 'Asked'
            where c.state not in ('Requested', 'Waiting') or h.to_tutor_id = c.tutor_id
            union all
            select a.id, 'a tutor in two places'
            from consultation a
            join consultation b on b.tutor_id = a.tutor_id and b.id > a.id
                and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
            where a.state in ('Confirmed', 'Inviting') and b.state in ('Confirmed', 'Inviting')
            union all
            select a.time_id, 'somebody bound to two things at once'
            from engagement a
            join engagement b on b.person_id = a.person_id and b.ctid > a.ctid and b.during && a.during
            union all
            select t.consultation_id, 'a time that is held and binds nobody, or binds somebody else'
            from consultation_time t
            left join engagement e on e.time_id = t.id
            where e.person_id is distinct from case when t.kind <> 'Proposed' then t.tutor_id end
            union all
            select s.id, 'a seminar that binds nobody, or somebody else than its leader'
            from seminar s
            left join engagement e on e.seminar_id = s.id and e.during = tstzrange(s.starts_at, s.ends_at)
            where e.person_id is distinct from case when s.state = 'Published' then s.leader_id end
        )
        select coalesce(string_agg(id || ' ' || why, '; ' order by id), '') from bad
        """));
}
