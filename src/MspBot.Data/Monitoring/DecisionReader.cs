using MspBot.Data.Postgres;
using MspBot.Domain.Monitoring;
using MspBot.Domain.People;

namespace MspBot.Data.Monitoring;

/// <summary>What waits for a decision now, whatever the period.</summary>
public sealed class DecisionReader(DbSession session)
{
    public async Task<IReadOnlyList<Decision>> Waiting(DateTimeOffset now) =>
        [.. await Requests(now), .. await EmptySeminars(now), .. await SilentSchools(now, null), .. await Unreachable(now)];

    private Task<IReadOnlyList<Decision>> Requests(DateTimeOffset now) => session.Query<Decision>("""
        select 'UnansweredRequest' as kind, id, asked_at as at
        from consultation
        where state in ('Requested', 'Waiting') and asked_at <= @until
        order by asked_at, id
        """, new { until = now - Decisions.Unanswered });

    private async Task<IReadOnlyList<Decision>> EmptySeminars(DateTimeOffset now) => [.. (await session.Query<Decision>("""
        select 'EmptySeminar' as kind, id, title as name, starts_at as at, seated, seats
        from seminar
        where state = 'Published' and starts_at > @now and starts_at < @until and seats is not null
        order by starts_at, id
        """, new { now, until = now + Decisions.Ahead })).Where(d => Decisions.IsEmpty(d.Seated, d.Seats))];

    /// <summary>Whether it still is, when a button of some days ago is pressed.</summary>
    public async Task<bool> IsSilent(SchoolId school, DateTimeOffset now) => (await SilentSchools(now, school)).Count > 0;

    /// <param name="now">As of when.</param>
    /// <param name="one">Null: all of them.</param>
    private Task<IReadOnlyList<Decision>> SilentSchools(DateTimeOffset now, SchoolId? one) => session.Query<Decision>("""
        with heard as (
            select person_id from sign_up where created_at > @since and state <> 'Cancelled'
            union
            select m.person_id
            from seminar s
            join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed' and m.came
            where s.state = 'Published' and s.starts_at > @since and s.starts_at <= @now
            union
            select teacher_id from consultation where created_at > @since and teacher_id is not null
            union
            select teacher_id from consultation where state = 'Held' and kind = 'Individual' and starts_at > @since and starts_at <= @now
            union
            select g.person_id
            from consultation c
            cross join lateral (select person_id from consultation_member where consultation_id = c.id and state = 'Agreed' offset 0) g
            where c.state = 'Held' and c.kind = 'Group' and c.starts_at > @since and c.starts_at <= @now
        )
        select 'SilentSchool' as kind, k.id, k.name
        from school k
        where k.kind = 'LowResults' and k.confirmed_at is not null and k.created_at <= @since
          and (@one::bigint is null or k.id = @one)
          and not exists (select from heard h join person p on p.id = h.person_id where p.school_id = k.id)
        order by alphabetical(k.name), k.id
        """, new { now, since = now - TimeSpan.FromDays(Decisions.SilentDays), one });

    /// <summary>Who has stopped the bot and has a place in the coming days, or is a tutor.</summary>
    private Task<IReadOnlyList<Decision>> Unreachable(DateTimeOffset now) => session.Query<Decision>("""
        select 'UnreachablePerson' as kind, p.id, min(s.starts_at) as at
        from person p
        left join sign_up m on m.person_id = p.id and m.state = 'Confirmed'
            and exists (select from seminar c where c.id = m.seminar_id and c.state = 'Published' and c.starts_at > @now and c.starts_at < @until)
        left join seminar s on s.id = m.seminar_id
        where not p.reachable and p.erased_at is null
          and (m.id is not null or exists (select from person_role r where r.person_id = p.id and r.role = 'Tutor'))
        group by p.id
        order by at nulls last, p.id
        """, new { now, until = now + Decisions.Ahead });
}
