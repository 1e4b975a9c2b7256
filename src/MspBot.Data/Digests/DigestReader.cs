using MspBot.Data.Postgres;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using AttendanceReader = MspBot.Data.Seminars.Attendance.AttendanceReader;

namespace MspBot.Data.Digests;

/// <summary>What a period's figures are made up of, row by row: the sheets of the files.</summary>
public sealed class DigestReader(DbSession session)
{
    /// <summary>Without what was said of them: see <see cref="Ratings"/>.</summary>
    public Task<IReadOnlyList<DigestSeminar>> Seminars(DigestPeriod period, SiteZone zone, DateTimeOffset now) =>
        session.Query<DigestSeminar>("""
        select s.id, s.kind, s.title, s.starts_at, s.state = 'Cancelled' as cancelled, s.state = 'Published' and s.ends_at <= @now as held,
               s.seats, m.signed_up, m.came, s.leader_id as leader,
               s.state = 'Published' and s.ends_at <= @now and m.signed_up > 0 and m.known = 0 as unmarked
        from seminar s
        cross join lateral (
            select count(*)::int as signed_up, count(*) filter (where came)::int as came, count(came) as known
            from sign_up
            where seminar_id = s.id and state = 'Confirmed'
        ) m
        where s.starts_at >= @from and s.starts_at < @to and s.state <> 'Draft' and s.published_at is not null
        order by s.starts_at, s.id
        """, Args(period, zone, now));

    public Task<IReadOnlyList<DigestTutor>> Tutors(DigestPeriod period, SiteZone zone, DateTimeOffset now) => session.Query<DigestTutor>("""
        select tutor, sum(requested)::int as requested, sum(answered)::int as answered, max(hours) as hours_to_answer,
               sum(held)::int as held, sum(groups)::int as groups, sum(not_held)::int as not_held,
               sum(entries)::int as entries, sum(minutes)::int as minutes, sum(pupils)::int as pupils
        from (
            select tutor_id as tutor, count(*) as requested, 0 as answered, null::float8 as hours, 0 as held, 0 as groups, 0 as not_held,
                   0 as entries, 0 as minutes, 0 as pupils
            from consultation
            where kind = 'Individual' and created_at >= @from and created_at < @to
            group by tutor_id
            union all
            select tutor_id, 0, count(*),
                   percentile_cont(0.5) within group (order by extract(epoch from answered_at - created_at)::float8 / 3600), 0, 0, 0, 0, 0,
                       0
            from consultation
            where kind = 'Individual' and answered_at >= @from and answered_at < @to
            group by tutor_id
            union all
            select tutor_id, 0, 0, null, count(*) filter (where state = 'Held'), count(*) filter (where state = 'Held' and kind = 'Group'),
                   count(*) filter (where state = 'NotHeld'), 0, 0, 0
            from consultation
            where state in ('Held', 'NotHeld') and starts_at >= @from and starts_at < @to
            group by tutor_id
            union all
            select tutor_id, 0, 0, null, 0, 0, 0, count(*), coalesce(sum(minutes), 0), coalesce(sum(pupils), 0)
            from journal_entry
            where held and day >= @first and day <= @last
            group by tutor_id
        ) work
        group by tutor
        order by tutor is null, held desc, alphabetical((select p.full_name from person p where p.id = tutor)), tutor
        """, Args(period, zone, now));

    /// <summary>
    /// Every low-results school, and each other one that took part or sent somebody, by name; last, without a number, people who have been
    /// erased since and of whom no school is known. Its people are those who work there now, and those who took part from there and have
    /// left since; whom it has sent counts there, wherever they work.
    /// </summary>
    public Task<IReadOnlyList<DigestSchool>> Schools(DigestPeriod period, SiteZone zone, DateTimeOffset now) =>
        session.Query<DigestSchool>($"""
        with took as (
            select m.person_id, m.school_id, 1 as signed_up, case when m.came then 1 else 0 end as came, 0 as consultations
            from seminar s
            join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed'
            where s.state = 'Published' and s.starts_at >= @from and s.starts_at < @to and s.ends_at <= @now and {AttendanceReader.IsMarked}
            union all
            select c.teacher_id, c.school_id, 0, 0, 1
            from consultation c
            where c.state = 'Held' and c.kind = 'Individual' and c.starts_at >= @from and c.starts_at < @to
            union all
            select g.person_id, g.school_id, 0, 0, 1
            from consultation c
            cross join lateral (
                select person_id, school_id from consultation_member where consultation_id = c.id and state = 'Agreed' offset 0
            ) g
            where c.state = 'Held' and c.kind = 'Group' and c.starts_at >= @from and c.starts_at < @to
        ), part as (
            select w.school_id, sum(t.signed_up)::int as signed_up, sum(t.came)::int as came, sum(t.consultations)::int as consultations,
                   count(distinct p.id) filter (where t.came + t.consultations > 0)::int as reached,
                   count(distinct p.id) filter (
                       where t.came + t.consultations > 0 and p.school_id is distinct from w.school_id)::int as gone
            from took t
            join person p on p.id = t.person_id
            cross join lateral (select coalesce(t.school_id, p.school_id) as school_id) w
            group by w.school_id
        ), sent as (
            select n.school_id, count(*)::int as nominated, count(m.id)::int as nominated_came
            from seminar s
            join nomination n on n.seminar_id = s.id and n.state not in ('Withdrawn', 'Replaced') and n.replaced_by is null
            left join sign_up m on m.nomination_id = n.id and m.state = 'Confirmed' and m.came
            where s.state = 'Published' and s.starts_at >= @from and s.starts_at < @to and s.ends_at <= @now and {AttendanceReader.IsMarked}
            group by n.school_id
        )
        select alphabetical(k.name) as place, k.id as school, k.name, k.kind,
            (select count(*)::int from person b where b.school_id = k.id) + coalesce(t.gone, 0) as people,
               coalesce(t.signed_up, 0) as signed_up, coalesce(t.came, 0) as came, coalesce(t.consultations, 0) as consultations,
                   coalesce(t.reached, 0) as reached, coalesce(o.nominated, 0) as nominated,
                   coalesce(o.nominated_came, 0) as nominated_came
        from school k
        left join part t on t.school_id = k.id
        left join sent o on o.school_id = k.id
        where t.school_id is not null or o.school_id is not null or (k.kind = 'LowResults' and k.confirmed_at is not null)
        union all
        select null, null, null, null, 0, signed_up, came, consultations, reached, 0, 0
        from part
        where school_id is null
        order by place nulls last, school
        """, Args(period, zone, now));

    /// <summary>By seminar, consultations together. Means of fewer than three are not read at all.</summary>
    public Task<IReadOnlyList<RatingGroup>> Ratings(DigestPeriod period, SiteZone zone, DateTimeOffset now) =>
        session.Query<RatingGroup>("""
        select f.seminar_id as seminar, s.title, s.starts_at, count(*)::int as count,
               case when count(*) >= @fewest then avg(f.rating)::float8 end as rating, case
                   when count(*) >= @fewest then avg(f.usefulness)::float8 end as usefulness
        from feedback f
        left join seminar s on s.id = f.seminar_id
        where f.opened_on >= @first and f.opened_on <= @last
        group by f.seminar_id, s.title, s.starts_at
        order by s.starts_at nulls last, f.seminar_id
        """, Args(period, zone, now));

    /// <summary>Those that are open, and those that were due in the period; the earliest due day first.</summary>
    public Task<IReadOnlyList<DigestSurvey>> Surveys(DigestPeriod period, SiteZone zone, DateTimeOffset now) =>
        session.Query<DigestSurvey>("""
        select s.id, s.label, s.due_on as due, s.state = 'Open' and s.due_on >= @today as is_running, count(*)::int as asked,
               count(c.sent_at)::int as sent
        from survey s
        join survey_school c on c.survey_id = s.id
        where s.state <> 'Draft' and s.opened_at < @to and (s.state = 'Open' or s.due_on between @first and @last)
        group by s.id
        order by s.due_on, s.id
        """, new { today = zone.DayOf(now), to = period.Moments(zone).To, first = period.First, last = period.Last });

    private static object Args(DigestPeriod period, SiteZone zone, DateTimeOffset now)
    {
        var (from, to) = period.Moments(zone);
        return new { from, to, first = period.First, last = period.Last, now, fewest = Figures.FewestRatings };
    }
}
