using MspBot.Data.Consultations.Requests;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Journal;

/// <summary>
/// How consultations went. Recording is decided under the lock of the consultation's row; the database itself takes one line of the
/// journal a consultation.
/// </summary>
public sealed class OutcomeStore(DbSession session)
{
    public Task<OutcomeDetails?> Find(ConsultationId id, PersonId tutor) => OutcomeQuery.Find(session, id, tutor);

    /// <summary>Writes the outcome down, once.</summary>
    /// <param name="id">The consultation.</param>
    /// <param name="tutor">Whose it must be.</param>
    /// <param name="outcome">How it went.</param>
    /// <param name="day">The day it was on, in the site's zone.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<OutcomeResult> Record(ConsultationId id, PersonId tutor, OutcomeDraft outcome, DateOnly day, DateTimeOffset now)
    {
        if (await OutcomeQuery.Lock(session, id, tutor) is not { } details) return Refused(null, OutcomeRefusal.NoSuchConsultation);
        if (OutcomeRules.Check(details.Facts, now) is { } refusal) return Refused(details, refusal);

        await Close(id, outcome, now);
        var args = Values(outcome);
        var entry = await session.Value<long>("""
            insert into journal_entry (tutor_id, consultation_id, day, school_id, teacher_id, teachers, pupils, topic, form, minutes,
                recommendation, private_note, held, reason, created_at)
            select c.tutor_id, c.id, @day,
                   (select s.id
                    from person p
                    join school s on s.id = coalesce(c.school_id, p.school_id)
                    where p.id = c.teacher_id and s.confirmed_at is not null),
                   c.teacher_id, case when c.kind = 'Group' then @members end, @Pupils, c.topic, c.kind, @Minutes, @Recommendation, @Note,
                       @Held, @Reason, @now
            from consultation c
            where c.id = @id
            returning id
            """, new
        {
            id,
            day,
            members = details.Members,
            args.Pupils,
            args.Minutes,
            args.Recommendation,
            args.Note,
            args.Held,
            args.Reason,
            now
        });
        return new(details, null, new(entry), 1, args.Recommendation is null ? [] : await Audience(id));
    }

    /// <summary>Another outcome in place of the one that was written down.</summary>
    public async Task<OutcomeResult> Correct(ConsultationId id, PersonId tutor, OutcomeDraft outcome, DateTimeOffset now)
    {
        if (await OutcomeQuery.Lock(session, id, tutor) is not { } details) return Refused(null, OutcomeRefusal.NoSuchConsultation);
        if (OutcomeRules.CheckCorrection(details.Facts, now) is { } refusal) return Refused(details, refusal);

        await Close(id, outcome, now);
        var args = Values(outcome);
        // The teacher has read the recommendation: it stays unless a new one is given.
        var version = await session.Value<int>("""
            update journal_entry
            set held = @Held, reason = @Reason, minutes = @Minutes, pupils = @Pupils,
                recommendation = coalesce(@Recommendation, recommendation),
                private_note = coalesce(@Note, private_note), version = version + 1
            where consultation_id = @id
            returning version
            """, new { id, args.Pupils, args.Minutes, args.Recommendation, args.Note, args.Held, args.Reason });
        return new(details, null, details.Entry, version, args.Recommendation is null ? [] : await Audience(id));
    }

    /// <summary>
    /// Marks what was confirmed and is over by now, begun after <paramref name="since"/>, and returns it, by tutor and time. In the
    /// session's transaction; safe to run twice.
    /// </summary>
    public Task<IReadOnlyList<OpenOutcome>> TakeEnded(
        DateTimeOffset since, DateTimeOffset now, IReadOnlyCollection<PersonId>? only = null) => session.Query<OpenOutcome>($"""
        with asked as (
            insert into outcome_question (consultation_id, asked_at)
            select c.id, @now
            from consultation c
            where {NotAsked} and (@tutors::bigint[] is null or c.tutor_id = any(@tutors))
            order by c.id
            on conflict do nothing
            returning consultation_id
        )
        {Open}
        join asked a on a.consultation_id = c.id
        order by c.tutor_id, c.starts_at, c.id
        """, new { since, now, tutors = Values(only) });

    /// <summary>Tutors who are to be asked.</summary>
    public Task<IReadOnlyList<PersonId>> Ended(DateTimeOffset since, DateTimeOffset now) =>
        session.Query<PersonId>($"select distinct c.tutor_id from consultation c where {NotAsked} order by c.tutor_id", new { since, now });

    /// <summary>The one nudge: marks what was asked about before <paramref name="askedBefore"/> and is open still.</summary>
    public Task<IReadOnlyList<OpenOutcome>> TakeUnanswered(
        DateTimeOffset askedBefore, DateTimeOffset now, IReadOnlyCollection<PersonId>? only = null) => session.Query<OpenOutcome>($"""
        with nudged as (
            update outcome_question q
            set nudged_at = @now
            from consultation c
            where {NotNudged} and (@tutors::bigint[] is null or c.tutor_id = any(@tutors))
            returning q.consultation_id
        )
        {Open}
        join nudged n on n.consultation_id = c.id
        order by c.tutor_id, c.starts_at, c.id
        """, new { askedBefore, now, tutors = Values(only) });

    /// <summary>Tutors who are to be nudged.</summary>
    public Task<IReadOnlyList<PersonId>> AskedBefore(DateTimeOffset askedBefore) => session.Query<PersonId>(
        $"select distinct c.tutor_id from outcome_question q cross join consultation c where {NotNudged} and c.tutor_id is not null " +
        $"order by c.tutor_id", new { askedBefore });

    private const string NotAsked = """
        c.state = 'Confirmed' and c.starts_at > @since and c.starts_at < @now and c.ends_at <= @now and c.tutor_id is not null
          and not exists (select from outcome_question q where q.consultation_id = c.id)
        """;

    private const string NotNudged =
        "q.nudged_at is null and q.asked_at < @askedBefore and c.id = q.consultation_id and c.state = 'Confirmed'";

    private static long[]? Values(IReadOnlyCollection<PersonId>? tutors) => tutors?.Select(t => t.Value).ToArray();

    /// <summary>A page of what is over and has no outcome, the oldest first.</summary>
    public Task<Page<OpenOutcome>> Unanswered(PersonId tutor, DateTimeOffset now, int page) => session.Page<OpenOutcome>(page, $"""
        {Open}
        where {IsUnanswered}
        order by c.starts_at, c.id
        offset @skip limit @take
        """, new { tutor, now, skip = Paging.Skip(page), take = Paging.Take });

    public Task<int> CountUnanswered(PersonId tutor, DateTimeOffset now) =>
        session.Value<int>($"select count(*)::int from consultation c where {IsUnanswered}", new { tutor, now });

    /// <summary>How many there are and when the oldest ended; null when there are none.</summary>
    public Task<WaitingCount?> WaitingFor(PersonId tutor, DateTimeOffset now) => session.Find<WaitingCount>($"""
        select count(*)::int as count, min(c.ends_at) as since
        from consultation c
        where {IsUnanswered}
        having count(*) > 0
        """, new { tutor, now });

    private const string IsUnanswered = "c.tutor_id = @tutor and c.state = 'Confirmed' and c.starts_at < @now and c.ends_at <= @now";

    private const string Open = """
        select c.id, c.tutor_id, case when p.reachable then p.chat_id end as chat, c.kind, t.full_name as teacher, c.topic, c.starts_at
        from consultation c
        join person p on p.id = c.tutor_id
        left join person t on t.id = c.teacher_id
        """;

    private Task<int> Close(ConsultationId id, OutcomeDraft outcome, DateTimeOffset now) => session.Execute("""
        update consultation
        set state = @state, closed_at = coalesce(closed_at, @now), version = version + 1
        where id = @id
        """, new { id, state = (outcome is OutcomeDraft.Held ? ConsultationState.Held : ConsultationState.NotHeld).ToString(), now });

    /// <summary>The teacher, or those who agreed to come to the group, where they can be reached.</summary>
    public Task<IReadOnlyList<ChatId>> Audience(ConsultationId id) => session.Query<ChatId>("""
        select p.chat_id
        from person p
        where p.reachable and p.chat_id is not null
          and (p.id = (select teacher_id from consultation where id = @id)
               or p.id in (select person_id from consultation_member where consultation_id = @id and state = 'Agreed'))
        order by p.id
        """, new { id });

    private static (bool Held, string? Reason, int? Minutes, int? Pupils, string? Recommendation,
        string? Note) Values(OutcomeDraft outcome) => outcome switch
        {
            OutcomeDraft.Held held => (true, null, held.Minutes, held.Pupils, held.Recommendation, held.Note),
            OutcomeDraft.NotHeld not => (false, not.Reason.ToString(), null, null, null, null),
            _ => throw new InvalidOperationException("it took place or it did not"),
        };

    private static OutcomeResult Refused(OutcomeDetails? details, OutcomeRefusal because) => new(details, because, details?.Entry, 0, []);
}
