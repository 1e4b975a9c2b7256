using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;

namespace MspBot.Data.Digests;

/// <summary>The figures of docs/figures.md: one definition, one statement. Message, picture and files have them from here.</summary>
public sealed class FiguresReader(DbSession session, PlanFiguresReader plan, SiteZone site)
{
    /// <summary>From here on all is read as it stands at one moment, so that sums agree; call it first.</summary>
    public Task Freeze() => session.Execute("set transaction isolation level repeatable read, read only");

    /// <summary>
    /// The figures of each period, as they stand now; periods that were over before the first person registered are left out.
    /// </summary>
    public Task<IReadOnlyList<PeriodFigures>> Of(IReadOnlyList<DigestPeriod> periods, SiteZone zone, DateTimeOffset now) =>
        Of([.. periods.Select(p => p.Span(zone, now))]);

    /// <summary>The same of parts of periods.</summary>
    public async Task<IReadOnlyList<PeriodFigures>> Of(IReadOnlyList<PeriodSpan> spans)
    {
        var opened = await session.Find<DateTimeOffset?>("select created_at from person order by id limit 1");
        var rows = await plan.With(spans, await session.Query<Figures>(Sql, new
        {
            from = spans.Select(s => s.From.UtcDateTime).ToArray(),
            to = spans.Select(s => s.To.UtcDateTime).ToArray(),
            first = spans.Select(s => s.First).ToArray(),
            last = spans.Select(s => s.Last).ToArray(),
            asOf = spans.Select(s => s.AsOf.UtcDateTime).ToArray(),
            fewest = Figures.FewestRatings,
            zone = site.Zone.Id,
        }));
        return [.. spans.Select((span, nr) => (span, nr)).Where(x => x.nr == spans.Count - 1 || opened < x.span.To)
            .Select(x => new PeriodFigures(x.span.First, rows[x.nr]))];
    }

    /// <summary>Open, so that its plan can be looked at.</summary>
    public const string Sql = """
        select s.seminars, s.unplanned, s.unmarked, s.signed_up, s.came, o.nominated, o.nominations_accepted, o.nominations_declined,
               o.nominations_unanswered, o.nominations_lapsed, o.nominated_came, n.new_sign_ups, r.requested, h.held, a.answered,
               a.hours_to_answer, f.ratings, f.rating, t.active_schools, l.low_schools, t.reached, k.links_made, u.links_used,
               v.surveys_asked, v.surveys_in_time, d.materials_added, e.took, g.handed_out, w.asked_in_vain, b.broadcasts, b.recipients,
               b.delivered, z.subscribed
        from unnest(@from, @to, @first, @last, @asOf) with ordinality as p(from_at, to_at, first_day, last_day, as_of, nr)
        cross join lateral (
            -- Who came to what is not marked is unknown: it is in no sum and no share.
            select count(*)::int as seminars, count(*) filter (where is_unplanned)::int as unplanned,
                   count(*) filter (where seated > 0 and known = 0)::int as unmarked,
                   coalesce(sum(seated) filter (where known > 0), 0)::int as signed_up, coalesce(sum(came), 0)::int as came
            from (
                select exists (select from unplanned_meeting u where u.seminar_id = s.id) as is_unplanned, count(m.id) as seated,
                       count(m.came) as known, count(*) filter (where m.came) as came
                from seminar s
                left join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed'
                where s.state = 'Published' and s.starts_at >= p.from_at and s.starts_at < p.to_at and s.ends_at <= p.as_of
                group by s.id
            ) each
        ) s
        cross join lateral (
            -- What the school took back, or gave to another, was never asked of anybody at the meeting.
            select count(*)::int as nominated, count(*) filter (where n.state = 'Accepted')::int as nominations_accepted,
                   count(*) filter (where n.state = 'Declined')::int as nominations_declined,
                   count(*) filter (where n.state = 'Asked')::int as nominations_unanswered,
                   count(*) filter (where n.state = 'Lapsed')::int as nominations_lapsed, count(m.id)::int as nominated_came
            from seminar s
            join nomination n on n.seminar_id = s.id and n.state not in ('Withdrawn', 'Replaced') and n.replaced_by is null
            left join sign_up m on m.nomination_id = n.id and m.state = 'Confirmed' and m.came
            where s.state = 'Published' and s.starts_at >= p.from_at and s.starts_at < p.to_at and s.ends_at <= p.as_of
        ) o
        cross join lateral (
            select count(*)::int as new_sign_ups
            from sign_up
            where created_at >= p.from_at and created_at < p.to_at
        ) n
        cross join lateral (
            select count(*)::int as requested
            from consultation
            where kind = 'Individual' and created_at >= p.from_at and created_at < p.to_at
        ) r
        cross join lateral (
            select count(*)::int as held
            from consultation
            where state = 'Held' and starts_at >= p.from_at and starts_at < p.to_at
        ) h
        cross join lateral (
            select count(*)::int as answered,
                   percentile_cont(0.5) within group (order by extract(epoch
                       from answered_at - created_at)::float8 / 3600) as hours_to_answer
            from consultation
            where kind = 'Individual' and answered_at >= p.from_at and answered_at < p.to_at
        ) a
        cross join lateral (
            select count(*)::int as ratings, case when count(*) >= @fewest then avg(rating)::float8 end as rating
            from feedback
            where opened_on >= p.first_day and opened_on <= p.last_day
        ) f
        cross join lateral (
            select count(distinct x.person_id)::int as reached, count(distinct e.school_id) filter (where e.low)::int as active_schools
            from (
                select m.person_id, m.school_id
                from seminar s
                join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed' and m.came
                where s.state = 'Published' and s.starts_at >= p.from_at and s.starts_at < p.to_at and s.ends_at <= p.as_of
                union all
                select c.teacher_id, c.school_id
                from consultation c
                where c.state = 'Held' and c.kind = 'Individual' and c.starts_at >= p.from_at and c.starts_at < p.to_at
                union all
                select g.person_id, g.school_id
                from consultation c
                -- With offset it is looked up group by group; else all groups there ever were are read.
                cross join lateral (
                    select person_id, school_id from consultation_member where consultation_id = c.id and state = 'Agreed' offset 0
                ) g
                where c.state = 'Held' and c.kind = 'Group' and c.starts_at >= p.from_at and c.starts_at < p.to_at
            ) x
            left join lateral (
                select k.id as school_id, k.kind = 'LowResults' and k.confirmed_at is not null as low
                from person b
                join school k on k.id = coalesce(x.school_id, b.school_id)
                where b.id = x.person_id
            ) e on true
        ) t
        cross join lateral (
            -- Not the links themselves: those that nobody uses in time are deleted.
            select coalesce(sum(links), 0)::int as links_made
            from roster_list
            where made_at >= p.from_at and made_at < p.to_at
        ) k
        cross join lateral (
            select count(*)::int as links_used
            from roster_link
            where used_at >= p.from_at and used_at < p.to_at
        ) u
        cross join lateral (
            -- Its last moment is that of the due day in the site's zone: before it, who is still to answer is not late.
            select count(*)::int as surveys_asked,
                   count(*) filter (where c.sent_at < (y.due_on + 1)::timestamp at time zone @zone)::int as surveys_in_time
            from survey y
            join survey_school c on c.survey_id = y.id
            where y.state <> 'Draft' and y.due_on >= p.first_day and y.due_on <= p.last_day
              and (y.due_on + 1)::timestamp at time zone @zone <= p.as_of
        ) v
        cross join lateral (
            select count(*)::int as materials_added
            from material
            where in_library and shown_at >= p.from_at and shown_at < p.to_at
        ) d
        cross join lateral (
            select count(distinct k.person_id)::int as took
            from material_taken k
            join material m on m.id = k.material_id and m.added_by <> k.person_id
            where k.first_at >= p.from_at and k.first_at < p.to_at
        ) e
        cross join lateral (
            select count(distinct u.person_id)::int as handed_out
            from seminar_material_given g
            join sign_up u on u.id = g.sign_up_id
            where g.given_at >= p.from_at and g.given_at < p.to_at
        ) g
        cross join lateral (
            select count(distinct folded)::int as asked_in_vain
            from material_wish
            where at >= p.from_at and at < p.to_at
        ) w
        cross join lateral (
            select count(distinct b.id)::int as broadcasts, count(r.person_id)::int as recipients,
                   count(*) filter (where r.outcome = 'Sent')::int as delivered
            from broadcast b
            left join broadcast_recipient r on r.broadcast_id = b.id
            where b.state = 'Done' and b.done_at >= p.from_at and b.done_at < p.to_at
        ) b
        cross join (
            select count(*)::int as subscribed
            from (select person_id from topic_wish union select person_id from subject_wish) asked
        ) z
        cross join (
            select count(*)::int as low_schools from school where kind = 'LowResults' and confirmed_at is not null
        ) l
        order by p.nr
        """;
}
