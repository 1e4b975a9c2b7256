using MspBot.Data.Consultations.Requests;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Deadlines;

/// <summary>How much a tutor has to do.</summary>
public sealed record TutorLoad
{
    public PersonId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Requests that are not agreed yet.</summary>
    public int Open { get; init; }

    /// <summary>Of these, how many have waited for this tutor's answer for longer than a day.</summary>
    public int Late { get; init; }

    /// <summary>Confirmed, and not over.</summary>
    public int Ahead { get; init; }

    /// <summary>That took place this month.</summary>
    public int Held { get; init; }

    /// <summary>
    /// The median of the hours from when a teacher asked to the first answer of any tutor (confirmed, another time, declined, handed over),
    /// of the requests answered in the last 30 days that are this tutor's today. Null: none was.
    /// </summary>
    public double? HoursToAnswer { get; init; }
}

/// <summary>A request that waits for a tutor's answer.</summary>
public sealed record UnansweredRequest
{
    public ConsultationId Id { get; init; }

    public string? Teacher { get; init; }

    public string? Tutor { get; init; }

    public required string Topic { get; init; }

    /// <summary>When the teacher asked.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What the head coordinates by.</summary>
public sealed class LoadReader(DbSession session)
{
    /// <summary>Waiting longer than this needs the head's attention.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromHours(24);

    /// <summary>How far back answers are looked at.</summary>
    public static readonly TimeSpan AnswersOf = TimeSpan.FromDays(30);

    /// <summary>Fewer answers say nothing of how long one usually takes.</summary>
    private const int Enough = 5;

    /// <summary>A page of tutors, those first who need attention.</summary>
    /// <param name="monthFrom">This month in the site's zone begins.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="page">From 0.</param>
    public Task<Page<TutorLoad>> Tutors(DateTimeOffset monthFrom, DateTimeOffset now, int page) => session.Page<TutorLoad>(
        page, ByTutor + ByNeed,
        new { monthFrom, now, late = now - LateAfter, answersFrom = now - AnswersOf, skip = Paging.Skip(page), take = Paging.Take });

    public Task<TutorLoad?> Tutor(PersonId tutor, DateTimeOffset monthFrom, DateTimeOffset now) => session.Find<TutorLoad>(
        $"{ByTutor} where p.id = @tutor", new { tutor, monthFrom, now, late = now - LateAfter, answersFrom = now - AnswersOf });

    /// <summary>A page of what waits for a tutor, the longest first. What was offered waits for its teacher.</summary>
    public Task<Page<UnansweredRequest>> Unanswered(int page) => session.Page<UnansweredRequest>(page, """
        -- First the few that wait: else the whole past is walked in the order of its creation.
        with waiting as materialized (
            select id, teacher_id, tutor_id, topic, created_at
            from consultation
            where state in ('Requested', 'Waiting')
        )
        select c.id, t.full_name as teacher, u.full_name as tutor, c.topic, c.created_at
        from waiting c
        left join person t on t.id = c.teacher_id
        left join person u on u.id = c.tutor_id
        order by c.created_at, c.id
        offset @skip limit @take
        """, new { skip = Paging.Skip(page), take = Paging.Take });

    public Task<int> CountUnanswered() =>
        session.Value<int>("select count(*)::int from consultation where state in ('Requested', 'Waiting')");

    /// <summary>Requests that no tutor has, or that the head was asked about; null when there is none.</summary>
    public Task<WaitingCount?> Overdue() => session.Find<WaitingCount>("""
        select count(*)::int as count, min(asked_at) as since
        from consultation
        where state in ('Requested', 'Waiting') and (tutor_id is null or head_asked_at is not null)
        having count(*) > 0
        """);

    /// <summary>
    /// How long this tutor usually takes to answer, else all tutors do; null: too few answers in the same 30 days, of which at most 300
    /// are read.
    /// </summary>
    public async Task<TimeSpan?> UsuallyAnswers(PersonId tutor, DateTimeOffset now)
    {
        var found = await session.Find<Medians>($"""
            with recent as (
                select tutor_id, extract(epoch from answered_at - created_at) as took
                from consultation
                where answered_at > @answersFrom and kind = 'Individual'
                order by answered_at desc
                limit 300)
            select case when count(*) filter (where tutor_id = @tutor) >= {Enough}
                       then percentile_cont(0.5) within group (order by took) filter (where tutor_id = @tutor)
                   end::double precision as theirs,
                   case when count(*) >= {Enough} then percentile_cont(0.5) within group (order by took) end::double precision as everybodys
            from recent
            """, new { tutor, answersFrom = now - AnswersOf });
        return (found?.Theirs ?? found?.Everybodys) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private sealed record Medians(double? Theirs, double? Everybodys);

    private const string ByNeed =
        " order by late desc, open desc, hours_to_answer desc nulls last, alphabetical(p.full_name), p.id offset @skip limit @take";

    /// <summary>Each part is counted once for all tutors, over the few rows its index has.</summary>
    private const string ByTutor = """
        with opened as (
            select tutor_id, count(*)::int as open, count(*) filter (where state <> 'Offered' and asked_at < @late)::int as late
            from consultation
            where state in ('Requested', 'Offered', 'Waiting')
            group by tutor_id
        ), coming as (
            select tutor_id, count(*)::int as ahead
            from consultation
            where state = 'Confirmed' and ends_at > @now
            group by tutor_id
        ), done as (
            select tutor_id, count(*)::int as held
            from consultation
            where state = 'Held' and starts_at >= @monthFrom and starts_at <= @now
            group by tutor_id
        ), answers as (
            select tutor_id, percentile_cont(0.5) within group (order by extract(epoch from answered_at - created_at)) / 3600 as hours
            from consultation
            where answered_at > @answersFrom and answered_at <= @now and kind = 'Individual'
            group by tutor_id
        )
        select p.id, p.full_name as name, coalesce(o.open, 0) as open, coalesce(o.late, 0) as late, coalesce(c.ahead, 0) as ahead,
               coalesce(d.held, 0) as held, a.hours as hours_to_answer
        from person p
        join person_role r on r.person_id = p.id and r.role = 'Tutor'
        left join opened o on o.tutor_id = p.id
        left join coming c on c.tutor_id = p.id
        left join done d on d.tutor_id = p.id
        left join answers a on a.tutor_id = p.id
        """;
}
