using MspBot.Data.Meetings;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Requests;

/// <summary>
/// The result of an action on a consultation: nothing is written when it was refused. The details do not depend on who reads them.
/// </summary>
public sealed record ConsultationResult(ConsultationRefusal? Refusal, ConsultationDetails? Before, ConsultationDetails? After)
{
    /// <summary>
    /// The tutor's engagement at the time that was refused as taken; null: a break is missing, or it is not the tutor who asks.
    /// </summary>
    public Engagement? Clash { get; init; }

    internal static ConsultationResult Refuse(ConsultationRefusal because, ConsultationDetails? before = null) =>
        new(because, before, before);
}

/// <summary>
/// Actions of tutor and teacher on a consultation. Each is decided under the row's lock; a time that is taken is refused by the database.
/// Lock order: the consultation's row, then the tutor's times.
/// </summary>
public sealed class ConsultationStore(DbSession session)
{
    /// <summary>The tutor says yes to a time that was asked for, at first or for a move.</summary>
    public Task<ConsultationResult> Confirm(ConsultationId id, PersonId by, long time, DateTimeOffset now) =>
        Act(id, it => TimeConfirmation.ByTutor(it.Facts, by, time, now), it => Agree(it, time, now), by,
            it => [it.Times.First(t => t.Id == time).StartsAt]);

    /// <summary>The teacher says yes to one of the times that the tutor offered, at first or for a move.</summary>
    public Task<ConsultationResult> Choose(ConsultationId id, PersonId by, long time, DateTimeOffset now) =>
        Act(id, it => TimeConfirmation.ByTeacher(it.Facts, by, time, now), it => Agree(it, time, now));

    /// <summary>«Другое время»: what was asked for is let go, what is offered is held.</summary>
    public Task<ConsultationResult> Offer(ConsultationId id, PersonId by, IReadOnlyList<DateTimeOffset> starts, DateTimeOffset now) =>
        Act(id, it => TimeOffer.Check(it.Facts, by, starts, it.LengthAndBreak, now), async it =>
        {
            await TimeWriter.Lock(session, by);
            await TimeWriter.DropAll(session, id);
            await TimeWriter.Add(session, id, by, TimeKind.Offered, starts, it.Minutes, it.BreakMinutes);
            await EndHandover(id, now);
            await session.Execute(
                $"update consultation set state = 'Offered', answered_at = coalesce(answered_at, @now), reason = null, {Next} where id " +
                $"= @id", new { id, now });
        }, by, _ => starts);

    /// <summary>«Ни одно не подходит»: it waits for the tutor again.</summary>
    public Task<ConsultationResult> RejectAllTimes(ConsultationId id, PersonId by, DateTimeOffset now) =>
        Act(id, it => TimeConfirmation.CheckRejectAll(it.Facts, by), async _ =>
        {
            await TimeWriter.DropAll(session, id);
            await session.Execute(
                $"update consultation set state = 'Requested', asked_at = @now, nudged_at = null, teacher_told_at = null, head_asked_at " +
                $"= null, {Next} where id = @id", new { id, now });
        });

    public Task<ConsultationResult> Decline(ConsultationId id, PersonId by, string reason, DateTimeOffset now) =>
        Act(id, it => RequestRejection.Check(it.Facts, by), async _ =>
        {
            await TimeWriter.DropAll(session, id);
            await EndHandover(id, now);
            await session.Execute($"""
                update consultation
                set state = 'Declined', reason = @reason, answered_at = coalesce(answered_at, @now), closed_at = @now, {Next}
                where id = @id
                """, new { id, reason, now });
            await NoteRefusal(session, id, by, now);
        });

    /// <summary>Asks the other side for another time of a confirmed one; the old time stands until they agree.</summary>
    /// <param name="id">Which.</param>
    /// <param name="by">The tutor, or the teacher.</param>
    /// <param name="starts">What is asked for; takes the place of what was asked for before.</param>
    /// <param name="free">Whether the teacher chose it among the tutor's free times.</param>
    /// <param name="reason">Said to the other side.</param>
    /// <param name="now">The turn's moment.</param>
    public Task<ConsultationResult> Move(
        ConsultationId id, PersonId by, IReadOnlyList<DateTimeOffset> starts, bool free, string? reason, DateTimeOffset now) =>
        Act(id, it => TimeChange.Check(it.Facts, by, starts, it.TutorId == by ? it.LengthAndBreak : it.Length, now), async it =>
        {
            await TimeWriter.Lock(session, it.TutorId!.Value);
            await TimeWriter.DropPending(session, id);
            var kind = it.TutorId == by ? TimeKind.Offered : free ? TimeKind.Asked : TimeKind.Proposed;
            await TimeWriter.Add(session, id, it.TutorId, kind, starts, it.Minutes, it.BreakMinutes);
            await session.Execute("update consultation_time set asked_at = @now where consultation_id = @id and kind <> 'Agreed'",
                new { id, now });
            await session.Execute($"update consultation set reason = @reason, {Next} where id = @id", new { id, reason });
        }, by, _ => starts);

    /// <summary>«Оставить как было»</summary>
    public Task<ConsultationResult> KeepTime(ConsultationId id, PersonId by) =>
        Act(id, it => TimeChange.CheckKeepTime(it.Facts, by), async _ =>
        {
            await TimeWriter.DropPending(session, id);
            await session.Execute($"update consultation set reason = null, {Next} where id = @id", new { id });
        });

    public Task<ConsultationResult> Cancel(ConsultationId id, PersonId by, string? reason, DateTimeOffset now) =>
        Act(id, it => ConsultationCancellation.Check(it.Facts, by, now), _ => Close(session, id, reason, now));

    /// <summary>Where this one meets; only its tutor says so.</summary>
    public Task<ConsultationResult> SetLink(ConsultationId id, PersonId by, string link) =>
        Act(id, it => it.TutorId == by ? null : ConsultationRefusal.NotYours,
            _ => session.Execute($"update consultation set join_link = @link, {Next} where id = @id", new { id, link }));

    /// <summary>Cancelled, its times free again.</summary>
    internal static async Task Close(DbSession session, ConsultationId id, string? reason, DateTimeOffset now)
    {
        await TimeWriter.DropAll(session, id);
        await EndHandover(session, id, now);
        await session.Execute($"""
            update consultation
            set state = 'Cancelled', reason = @reason, closed_at = @now, calendar_sequence = calendar_sequence + 1, {Next}
            where id = @id
            """, new { id, reason, now });
    }

    /// <summary>A tutor who refused is offered last when another one is sought.</summary>
    internal static Task NoteRefusal(DbSession session, ConsultationId id, PersonId tutor, DateTimeOffset now) => session.Execute("""
        insert into consultation_refusal (consultation_id, tutor_id, refused_at) values (@id, @tutor, @now)
        on conflict (consultation_id, tutor_id) do update set refused_at = excluded.refused_at
        """, new { id, tutor, now });

    internal static Task EndHandover(DbSession session, ConsultationId id, DateTimeOffset now) => session.Execute(
        "update consultation_handover set state = 'Void', answered_at = @now where consultation_id = @id and state = 'Asked'",
        new { id, now });

    private const string Next = "version = version + 1";

    private async Task Agree(ConsultationDetails it, long time, DateTimeOffset now)
    {
        await TimeWriter.Lock(session, it.TutorId!.Value);
        await TimeWriter.Agree(session, it.Id, time, it.TutorId.Value, it.BreakMinutes);
        await EndHandover(it.Id, now);
        await session.Execute($"""
            update consultation c
            set state = 'Confirmed', starts_at = t.starts_at, ends_at = t.ends_at, timed_at = @now, reason = null,
                answered_at = coalesce(c.answered_at, @now), confirmed_at = coalesce(c.confirmed_at, @now),
                calendar_sequence = c.calendar_sequence + case when c.state = 'Confirmed' then 1 else 0 end, {Next}
            from consultation_time t
            where c.id = @Id and t.id = @time
            """, new { it.Id, time, now });
    }

    private Task EndHandover(ConsultationId id, DateTimeOffset now) => EndHandover(session, id, now);

    /// <param name="id">Which.</param>
    /// <param name="check">What stands in the way.</param>
    /// <param name="write">What is done where nothing does.</param>
    /// <param name="by">Who does it; the tutor alone learns what else is at the times.</param>
    /// <param name="starts">The times that are wanted.</param>
    private async Task<ConsultationResult> Act(
        ConsultationId id, Func<ConsultationDetails, ConsultationRefusal?> check, Func<ConsultationDetails, Task> write,
        PersonId? by = null,
        Func<ConsultationDetails, IReadOnlyList<DateTimeOffset>>? starts = null)
    {
        if (await ConsultationQuery.Lock(session, id) is not { } before)
            return ConsultationResult.Refuse(ConsultationRefusal.NoSuchConsultation);
        if (check(before) is { } refusal) return ConsultationResult.Refuse(refusal, before);
        if (await TimeWriter.Try(session, () => write(before)) is not { } taken)
            return new(null, before, await ConsultationQuery.Find(session, id));
        return ConsultationResult.Refuse(taken, before) with
        {
            Clash = starts is null || by is not { } tutor || before.TutorId != tutor ? null
                : await EngagementReader.Clash(session, tutor, starts(before), before.Length, consultation: id.Value),
        };
    }
}
