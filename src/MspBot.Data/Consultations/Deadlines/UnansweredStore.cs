using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;

namespace MspBot.Data.Consultations.Deadlines;

/// <summary>A request that has waited too long, as those who are told of it see it.</summary>
public sealed record Unanswered
{
    public ConsultationId Id { get; init; }

    public required string Topic { get; init; }

    public string? Subject { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The tutor was reminded of it.</summary>
    public bool IsNudged { get; init; }

    /// <summary>The tutor had offered times, and the teacher chose none.</summary>
    public bool WasOffered { get; init; }

    /// <summary>The tutor was told that none of the offered times fits, and is to name others.</summary>
    public bool IsForOtherTimes { get; init; }

    public ChatId? TeacherChat { get; init; }

    /// <summary>Null: erased.</summary>
    public string? Teacher { get; init; }

    public string? School { get; init; }

    public ChatId? TutorChat { get; init; }

    /// <summary>Null: no tutor has it.</summary>
    public string? Tutor { get; init; }
}

/// <summary>
/// Requests that wait too long. What is taken is marked in the same statement, in the session's transaction: each step is told once,
/// however often the job runs, and a request answered meanwhile is left out.
/// </summary>
public sealed class UnansweredStore(DbSession session)
{
    /// <summary>Those that may be due for a nudge to their tutor, the oldest first.</summary>
    public Task<IReadOnlyList<(ConsultationId Id, DateTimeOffset AskedAt)>> NotNudged(DateTimeOffset askedBy) =>
        Waiting($"select id, asked_at from consultation where {ToNudge} order by asked_at, id limit 200", askedBy);

    public Task<IReadOnlyList<Unanswered>> MarkNudged(
        IReadOnlyCollection<ConsultationId> ids, DateTimeOffset askedBy, DateTimeOffset now) =>
        Mark("nudged_at", ToNudge, ids, askedBy, now);

    /// <summary>Those whose teacher should hear that there is no answer yet.</summary>
    public Task<IReadOnlyList<ConsultationId>> ForTeacher(DateTimeOffset askedBy) => Due(ToTellTeacher, askedBy);

    public Task<IReadOnlyList<Unanswered>> TakeForTeacher(
        IReadOnlyCollection<ConsultationId> ids, DateTimeOffset askedBy, DateTimeOffset now) =>
        Mark("teacher_told_at", ToTellTeacher, ids, askedBy, now);

    /// <summary>Those the head is asked about.</summary>
    public Task<IReadOnlyList<ConsultationId>> ForHead(DateTimeOffset askedBy) => Due(ToAskHead, askedBy);

    public Task<IReadOnlyList<Unanswered>> TakeForHead(
        IReadOnlyCollection<ConsultationId> ids, DateTimeOffset askedBy, DateTimeOffset now) =>
        Mark("head_asked_at", ToAskHead, ids, askedBy, now);

    /// <summary>Requests all of whose times have passed without an answer.</summary>
    public Task<IReadOnlyList<ConsultationId>> Overdue(DateTimeOffset now) =>
        session.Query<ConsultationId>($"select c.id from consultation c where {AllPassed} order by c.id limit 200", new { now });

    /// <summary>
    /// Requests all of whose times have passed without an answer: the tutor's time is free again, the request waits on without a time.
    /// Where it was the teacher who did not answer, the tutor has until from now on.
    /// </summary>
    public Task<IReadOnlyList<Unanswered>> TakeOverdue(IReadOnlyCollection<ConsultationId> ids, DateTimeOffset now) =>
        session.Query<Unanswered>($"""
        with overdue as materialized (
            select c.id, c.state = 'Offered' as was_offered
            from consultation c
            where {AllPassed} and c.id = any(@ids)
            order by c.id
            for no key update of c skip locked
        ), released as (
            delete from consultation_time t using overdue where t.consultation_id = overdue.id
        ), told as (
            update consultation c
            set state = 'Waiting', version = version + 1,
                asked_at = case when was_offered then @now else asked_at end,
                nudged_at = case when was_offered then null else nudged_at end,
                teacher_told_at = case when was_offered then null else teacher_told_at end,
                head_asked_at = case when was_offered then null else head_asked_at end
            from overdue
            where c.id = overdue.id
            returning c.*, was_offered)
        {Told(", c.was_offered")}
        """, new { ids = Values(ids), now });

    /// <summary>Confirmed ones with an open request for another time whose answering side has not been reminded.</summary>
    public Task<IReadOnlyList<(ConsultationId Id, DateTimeOffset AskedAt)>> MovesNotNudged(DateTimeOffset askedBy) => Waiting("""
        select c.id, t.asked_at
        from consultation c
        cross join lateral (
            select max(asked_at) as asked_at from consultation_time where consultation_id = c.id and kind <> 'Agreed') t
        where c.state = 'Confirmed'
          and c.id in (select consultation_id from consultation_time where asked_at <= @askedBy and nudged_at is null)
        order by t.asked_at, c.id
        limit 200
        """, askedBy);

    /// <returns>Those for which this is news; not those that somebody else is writing just now.</returns>
    public Task<IReadOnlyList<ConsultationId>> MarkMovesNudged(IReadOnlyCollection<ConsultationId> ids, DateTimeOffset now) =>
        session.Query<ConsultationId>("""
        with due as materialized (
            select id from consultation where id = any(@ids) and state = 'Confirmed' order by id for no key update skip locked
        ), marked as (
            update consultation_time t
            set nudged_at = @now
            from due
            where t.consultation_id = due.id and t.asked_at is not null and t.nudged_at is null
            returning due.id
        )
        select distinct id from marked order by id
        """, new { ids = Values(ids), now });

    /// <summary>Agreed ones of which another time is asked, and it is too late for that.</summary>
    public Task<IReadOnlyList<ConsultationId>> MovesOver(DateTimeOffset now) =>
        session.Query<ConsultationId>($"select c.id from consultation c where {MoveIsOver} order by c.id limit 200", new { now });

    /// <summary>
    /// Agreed ones that have begun, or all of whose other times have passed, while one side still waited to hear of another time: they
    /// are as they are, and the tutor's time is free again. With each, which side had asked.
    /// </summary>
    public async Task<IReadOnlyList<(ConsultationId Id, bool ByTutor)>> EndMoves(
        IReadOnlyCollection<ConsultationId> ids, DateTimeOffset now) => [.. (await session.Query<(long Id, bool ByTutor)>($"""
        with ended as materialized (
            select c.id
            from consultation c
            where {MoveIsOver} and c.id = any(@ids)
            order by c.id
            for no key update of c skip locked
        ), released as (
            delete from consultation_time t using ended where t.consultation_id = ended.id and t.kind <> 'Agreed'
            returning t.consultation_id, t.kind = 'Offered' as by_tutor
        )
        update consultation c
        set reason = null, version = version + 1
        from ended
        where c.id = ended.id
        returning c.id, (select bool_or(r.by_tutor) from released r where r.consultation_id = c.id)
        """, new { ids = Values(ids), now })).Select(row => (new ConsultationId(row.Id), row.ByTutor))];

    /// <summary>Excludes teachers invited to a group by this tutor: the tutor has answered, and the teacher must reply.</summary>
    private const string NotInvited = """
        not exists (
            select from consultation_member m
            join consultation g on g.id = m.consultation_id and g.state = 'Inviting'
            where m.person_id = consultation.teacher_id and m.request_id = consultation.id and m.state = 'Invited'
                and g.tutor_id = consultation.tutor_id)
        """;

    private const string ToNudge =
        $"state in ('Requested', 'Waiting') and tutor_id is not null and nudged_at is null and asked_at <= @askedBy and {NotInvited}";

    private const string ToTellTeacher =
        $"state in ('Requested', 'Waiting') and tutor_id is not null and teacher_told_at is null and asked_at <= @askedBy and {NotInvited}";

    private const string ToAskHead =
        $"state in ('Requested', 'Waiting') and head_asked_at is null and asked_at <= @askedBy and {NotInvited}";

    private const string AllPassed = """
        c.state in ('Requested', 'Offered')
          and exists (select from consultation_time t where t.consultation_id = c.id)
          and not exists (select from consultation_time t where t.consultation_id = c.id and t.starts_at > @now)
        """;

    private const string MoveIsOver = """
        c.state = 'Confirmed'
          and exists (select from consultation_time t where t.consultation_id = c.id and t.kind <> 'Agreed')
          and (c.starts_at <= @now or not exists (select from consultation_time t where t.consultation_id = c.id and t.kind <> 'Agreed'
              and t.starts_at > @now))
        """;

    private Task<IReadOnlyList<ConsultationId>> Due(string condition, DateTimeOffset askedBy) =>
        session.Query<ConsultationId>($"select id from consultation where {condition} order by asked_at, id limit 200", new { askedBy });

    /// <summary>Those of them that are still due and not locked by another transaction.</summary>
    private Task<IReadOnlyList<Unanswered>> Mark(
        string column, string condition, IReadOnlyCollection<ConsultationId> ids, DateTimeOffset askedBy, DateTimeOffset now) =>
        session.Query<Unanswered>($"""
            with told as (
                update consultation c
                set {column} = @now
                where c.id in (
                    select id from consultation
                    where id = any(@ids) and {condition}
                    order by id
                    for no key update skip locked)
                returning c.*)
            {Told()}
            """, new { ids = Values(ids), askedBy, now });

    private static long[] Values(IReadOnlyCollection<ConsultationId> ids) => [.. ids.Select(i => i.Value)];

    private static string Told(string more = "") => $"""
        select c.id, c.topic, c.subject, c.asked_at, c.nudged_at is not null as is_nudged{more},
               c.state = 'Requested' and not exists (select from consultation_time x where x.consultation_id = c.id) as is_for_other_times,
               t.full_name as teacher, s.name as school,
               case when t.reachable then t.chat_id end as teacher_chat, u.full_name as tutor, case
                   when u.reachable then u.chat_id end as tutor_chat
        from told c
        left join person t on t.id = c.teacher_id
        left join school s on s.id = t.school_id
        left join person u on u.id = c.tutor_id
        order by c.asked_at, c.id
        """;

    private async Task<IReadOnlyList<(ConsultationId, DateTimeOffset)>> Waiting(string sql, DateTimeOffset askedBy) =>
        [.. (await session.Query<(long Id, DateTimeOffset AskedAt)>(sql, new { askedBy }))
            .Select(row => (new ConsultationId(row.Id), row.AskedAt))];
}
