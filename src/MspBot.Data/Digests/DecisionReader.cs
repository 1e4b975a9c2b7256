using MspBot.Data.Postgres;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain;
using MspBot.Domain.Digests;
using MspBot.Domain.People;

namespace MspBot.Data.Digests;

/// <summary>What waits for a decision now, whatever the period.</summary>
public sealed class DecisionReader(DbSession session, PlanDecisionReader plan, SurveyDecisionReader surveys, LibraryDecisionReader library)
{
    public async Task<IReadOnlyList<Decision>> Waiting(DateTimeOffset now)
    {
        var all = new List<Decision>();
        foreach (var kind in Enum.GetValues<DecisionKind>()) all.AddRange(await Read(kind, now, 0, null));
        return all;
    }

    /// <summary>A page of one kind.</summary>
    public async Task<Page<Decision>> Page(DecisionKind kind, int page, DateTimeOffset now) =>
        Paging.Of(await Read(kind, now, Paging.Skip(page), Paging.Take), page);

    /// <summary>Whether it still is, when a button of some days ago is pressed.</summary>
    public async Task<bool> IsSilent(SchoolId school, DateTimeOffset now) => (await SilentSchools(now, school, 0, null)).Count > 0;

    private Task<IReadOnlyList<Decision>> Read(DecisionKind kind, DateTimeOffset now, int skip, int? take) => kind switch
    {
        DecisionKind.UnansweredRequest => Requests(now, skip, take),
        DecisionKind.UnmarkedSeminar => Unmarked(now, skip, take),
        DecisionKind.EmptySeminar => EmptySeminars(now, skip, take),
        DecisionKind.SilentSchool => SilentSchools(now, null, skip, take),
        DecisionKind.UnreachablePerson => Unreachable(now, skip, take),
        DecisionKind.PlanItemDue => plan.Due(now, skip, take),
        DecisionKind.PlanItemOverdue => plan.Overdue(now, skip, take),
        DecisionKind.UnansweredPlan => plan.Unanswered(now, skip, take),
        DecisionKind.SurveyLate => surveys.Late(now, skip, take),
        DecisionKind.AnswersToCheck => surveys.ToCheck(skip, take),
        DecisionKind.BroadcastUndelivered => library.Undelivered(now, skip, take),
        DecisionKind.MaterialOffered => library.Offered(now, skip, take),
    };

    private Task<IReadOnlyList<Decision>> Requests(DateTimeOffset now, int skip, int? take) => session.Query<Decision>("""
        select 'UnansweredRequest' as kind, id, asked_at as at, topic as name, subject, teacher_id as teacher, tutor_id as tutor
        from consultation
        where state in ('Requested', 'Waiting') and asked_at <= @until
        order by asked_at, id
        offset @skip limit @take
        """, new { until = now - Decisions.Unanswered, skip, take });

    private Task<IReadOnlyList<Decision>> Unmarked(DateTimeOffset now, int skip, int? take) => session.Query<Decision>($"""
        select 'UnmarkedSeminar' as kind, s.id, s.title as name, s.starts_at as at, s.seated, s.leader_id as tutor
        from seminar s
        where s.ends_at > @since and {AttendanceReader.IsUnmarked}
        order by s.starts_at, s.id
        offset @skip limit @take
        """, new { now, since = now - TimeSpan.FromDays(Decisions.UnmarkedDays), skip, take });

    private Task<IReadOnlyList<Decision>> EmptySeminars(DateTimeOffset now, int skip, int? take) => session.Query<Decision>("""
        select 'EmptySeminar' as kind, id, title as name, starts_at as at, seated, seats
        from seminar
        where state = 'Published' and starts_at > @now and starts_at < @until and (seated + held) * @oneIn < seats
        order by starts_at, id
        offset @skip limit @take
        """, new { now, until = now + Decisions.Ahead, oneIn = Decisions.OneIn, skip, take });

    /// <param name="now">As of when.</param>
    /// <param name="one">Null: all of them.</param>
    /// <param name="skip">How many come before the page.</param>
    /// <param name="take">Null: all of them.</param>
    private Task<IReadOnlyList<Decision>> SilentSchools(DateTimeOffset now, SchoolId? one, int skip, int? take) =>
        session.Query<Decision>($"""
        with heard as (
            select person_id, school_id from sign_up where created_at > @since and state <> 'Cancelled'
            union
            -- Who came to what is not marked is unknown: each person with a seat may have been there.
            select m.person_id, m.school_id
            from seminar s
            join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed' and (m.came or not {AttendanceReader.IsMarked})
            where s.state = 'Published' and s.starts_at > @since and s.starts_at <= @now
            union
            select teacher_id, school_id from consultation where created_at > @since and teacher_id is not null
            union
            select teacher_id, school_id
            from consultation
            where state = 'Held' and kind = 'Individual' and starts_at > @since and starts_at <= @now
            union
            select g.person_id, g.school_id
            from consultation c
            cross join lateral (
                select person_id, school_id from consultation_member where consultation_id = c.id and state = 'Agreed' offset 0
            ) g
            where c.state = 'Held' and c.kind = 'Group' and c.starts_at > @since and c.starts_at <= @now
        )
        select 'SilentSchool' as kind, k.id, k.name
        from school k
        where k.kind = 'LowResults' and k.confirmed_at is not null and k.created_at <= @since
          and (@one::bigint is null or k.id = @one)
          and not exists (
              select from heard h join person p on p.id = h.person_id where coalesce(h.school_id, p.school_id) = k.id)
        order by alphabetical(k.name), k.id
        offset @skip limit @take
        """, new { now, since = now - TimeSpan.FromDays(Decisions.SilentDays), one, skip, take });

    /// <summary>Who has stopped the bot and has a place in the coming days, or is a tutor.</summary>
    private Task<IReadOnlyList<Decision>> Unreachable(DateTimeOffset now, int skip, int? take) => session.Query<Decision>("""
        select 'UnreachablePerson' as kind, p.id, min(s.starts_at) as at
        from person p
        left join sign_up m on m.person_id = p.id and m.state = 'Confirmed'
            and exists (select from seminar c where c.id = m.seminar_id and c.state = 'Published' and c.starts_at > @now
                and c.starts_at < @until)
        left join seminar s on s.id = m.seminar_id
        where not p.reachable and p.erased_at is null
          and (m.id is not null or exists (select from person_role r where r.person_id = p.id and r.role = 'Tutor'))
        group by p.id
        order by at nulls last, p.id
        offset @skip limit @take
        """, new { now, until = now + Decisions.Ahead, skip, take });
}
