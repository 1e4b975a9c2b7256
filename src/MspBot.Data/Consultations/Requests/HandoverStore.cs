using MspBot.Data.People.Roles;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Requests;

/// <summary>
/// A request passes from tutor to tutor: offered to a colleague, assigned by a head, or left by a tutor who lost the role. Lock order: the
/// new tutor's role, then the consultation's row, so that a concurrent removal of that role waits and then finds the request.
/// </summary>
public sealed class HandoverStore(DbSession session, RoleStore roles)
{
    /// <summary>Offers the request to a colleague and withdraws an earlier offer.</summary>
    public Task<ConsultationResult> HandOver(ConsultationId id, PersonId by, PersonId to, DateTimeOffset now) =>
        HandOver(id, by, to, isAnswer: true, now);

    /// <summary>The same, by the clock: that is no answer of the tutor's.</summary>
    internal Task<ConsultationResult> OfferToStandIn(ConsultationId id, PersonId tutor, PersonId standIn, DateTimeOffset now) =>
        HandOver(id, tutor, standIn, isAnswer: false, now);

    private async Task<ConsultationResult> HandOver(ConsultationId id, PersonId by, PersonId to, bool isAnswer, DateTimeOffset now)
    {
        var isTutor = await roles.Holds(to, Role.Tutor);
        if (await ConsultationQuery.Lock(session, id) is not { } before)
            return ConsultationResult.Refuse(ConsultationRefusal.NoSuchConsultation);
        if (Handover.Check(before.Facts, by, to) is { } refusal) return ConsultationResult.Refuse(refusal, before);
        if (!isTutor) return ConsultationResult.Refuse(ConsultationRefusal.NoTutor, before);

        await ConsultationStore.EndHandover(session, id, now);
        await Note(id, by, to, "Asked", now);
        await session.Execute("""
            update consultation
            set answered_at = coalesce(answered_at, @answered), version = version + 1
            where id = @id
            """, new { id, answered = isAnswer ? now : (DateTimeOffset?)null });
        return new(null, before, await ConsultationQuery.Find(session, id));
    }

    /// <summary>«Взять себе»</summary>
    public async Task<ConsultationResult> Accept(ConsultationId id, PersonId by, DateTimeOffset now)
    {
        var isTutor = await roles.Holds(by, Role.Tutor);
        if (await ConsultationQuery.Lock(session, id) is not { } before)
            return ConsultationResult.Refuse(ConsultationRefusal.NoSuchConsultation);
        if (Handover.CheckAnswer(before.Facts, by) is { } refusal) return ConsultationResult.Refuse(refusal, before);
        if (!isTutor) return ConsultationResult.Refuse(ConsultationRefusal.NoTutor, before);

        await session.Execute(
            "update consultation_handover set state = 'Accepted', answered_at = @now where consultation_id = @id and state = 'Asked'",
            new { id, now });
        await Give(before, by, now);
        return new(null, before, await ConsultationQuery.Find(session, id));
    }

    /// <summary>«Не могу взять»: the request stays with its present tutor.</summary>
    public async Task<ConsultationResult> Return(ConsultationId id, PersonId by, DateTimeOffset now)
    {
        if (await ConsultationQuery.Lock(session, id) is not { } before)
            return ConsultationResult.Refuse(ConsultationRefusal.NoSuchConsultation);
        if (Handover.CheckAnswer(before.Facts, by) is { } refusal) return ConsultationResult.Refuse(refusal, before);

        await session.Execute(
            "update consultation_handover set state = 'Declined', answered_at = @now where consultation_id = @id and state = 'Asked'",
            new { id, now });
        await session.Execute("update consultation set version = version + 1 where id = @id", new { id });
        await ConsultationStore.NoteRefusal(session, id, by, now);
        return new(null, before, await ConsultationQuery.Find(session, id));
    }

    /// <summary>A head gives it to a tutor. The caller checks that the speaker is a head.</summary>
    public async Task<ConsultationResult> Assign(ConsultationId id, PersonId to, DateTimeOffset now)
    {
        var isTutor = await roles.Holds(to, Role.Tutor);
        if (await ConsultationQuery.Lock(session, id) is not { } before)
            return ConsultationResult.Refuse(ConsultationRefusal.NoSuchConsultation);
        if (RequestReassignment.ByHead(before.Facts, to) is { } refusal) return ConsultationResult.Refuse(refusal, before);
        if (!isTutor) return ConsultationResult.Refuse(ConsultationRefusal.NoTutor, before);

        await ConsultationStore.EndHandover(session, id, now);
        if (before.TutorId is { } from) await Note(id, from, to, "Reassigned", now);
        await Give(before, to, now);
        return new(null, before, await ConsultationQuery.Find(session, id));
    }

    /// <summary>Who was its tutor once: their old cards may say so.</summary>
    public Task<bool> WasTutor(ConsultationId id, PersonId person) => session.Value<bool>("""
        select exists (
            select from consultation_handover
            where consultation_id = @id and (from_tutor_id = @person and state in ('Accepted', 'Reassigned') or to_tutor_id = @person))
        """, new { id, person });

    internal Task Note(ConsultationId id, PersonId? from, PersonId to, string state, DateTimeOffset now) => session.Execute("""
        insert into consultation_handover (consultation_id, from_tutor_id, to_tutor_id, state, asked_at)
        values (@id, @from, @to, @state, @now)
        """, new { id, from, to, state, now });

    private async Task Give(ConsultationDetails it, PersonId to, DateTimeOffset now)
    {
        await session.Execute("""
            update consultation
            set tutor_id = @to, stand_in_for = null, asked_at = @now, nudged_at = null, teacher_told_at = null, head_asked_at = null,
                closed_at = null, reason = null,
                state = case when state = 'Waiting' then state else 'Requested' end, version = version + 1
            where id = @Id
            """, new { it.Id, to, now });
        // The defaults until the tutor sets something.
        var theirs = await session.Find<Lengths>("select minutes, break_minutes from tutor where person_id = @to", new { to })
            ?? new(45, 10);
        await TimeWriter.Transfer(session, it.Id, to, theirs.Minutes, theirs.BreakMinutes);
    }

    private sealed record Lengths(int Minutes, int BreakMinutes);
}
