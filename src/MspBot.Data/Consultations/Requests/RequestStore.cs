using MspBot.Data.Consultations.Hours;
using MspBot.Data.People.Roles;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Requests;

/// <summary>
/// When a teacher wants to meet: at a free time (asked), at times of their own (proposed), or as soon as there is any time at all.
/// </summary>
public sealed record TimePreference(TimeKind? Kind, IReadOnlyList<DateTimeOffset> Starts)
{
    public static TimePreference Later { get; } = new(null, []);
}

/// <summary>What a teacher asks for.</summary>
public sealed record ConsultationRequest(string Topic, string? Subject, bool PrefersGroup, TimePreference Preference);

/// <summary>A teacher's requests, written. The first suitable tutor with that time gets it, or that tutor's stand-in.</summary>
public sealed class RequestStore(DbSession session, HoursReader hours, HandoverStore handovers, RoleStore roles)
{
    public async Task<ConsultationResult> Ask(
        PersonId teacher, ConsultationRequest request, IReadOnlyList<PersonId> tutors, DateTimeOffset now)
    {
        var asked = await Candidates(teacher, request.Preference, tutors, now);
        await session.Savepoint("request");
        var id = new ConsultationId(await session.Value<long>("""
            insert into consultation (kind, teacher_id, topic, subject, prefers_group, state, created_at, asked_at)
            values ('Individual', @teacher, @Topic, @Subject, @PrefersGroup, @state, @now, @now)
            returning id
            """, new { teacher, request.Topic, request.Subject, request.PrefersGroup, state = State(request.Preference), now }));
        if (await Place(id, request.Preference, asked, now) is { } refusal)
        {
            await session.RollbackTo("request");
            return ConsultationResult.Refuse(refusal);
        }
        return new(null, null, await ConsultationQuery.Find(session, id));
    }

    /// <summary>The same request once more, of another tutor or at another time.</summary>
    public async Task<ConsultationResult> AskAgain(
        ConsultationId id, PersonId teacher, TimePreference preference, IReadOnlyList<PersonId> tutors, DateTimeOffset now)
    {
        var asked = await Candidates(teacher, preference, tutors, now);
        if (await ConsultationQuery.Lock(session, id) is not { } before)
            return ConsultationResult.Refuse(ConsultationRefusal.NoSuchConsultation);
        if (RequestReassignment.ByTeacher(before.Facts, teacher) is { } no) return ConsultationResult.Refuse(no, before);

        await session.Savepoint("request");
        await TimeWriter.DropAll(session, id);
        await ConsultationStore.EndHandover(session, id, now);
        await session.Execute("""
            update consultation
            set state = @state, tutor_id = null, stand_in_for = null, asked_at = @now, closed_at = null, reason = null,
                nudged_at = null, teacher_told_at = null, head_asked_at = null, had_times = null, version = version + 1
            where id = @id
            """, new { id, state = State(preference), now });
        if (await Place(id, preference, asked, now) is { } refusal)
        {
            await session.RollbackTo("request");
            return ConsultationResult.Refuse(refusal, before);
        }
        var after = (await ConsultationQuery.Find(session, id))!;
        if (before.TutorId is { } from && after.TutorId is { } to && from != to) await handovers.Note(id, from, to, "Reassigned", now);
        return new(null, before, after);
    }

    private static string State(TimePreference preference) =>
        (preference.Kind is null ? ConsultationState.Waiting : ConsultationState.Requested).ToString();

    /// <summary>
    /// The tutors to ask: each of them, or their stand-in. Their roles are locked before any row: a concurrent removal of a role waits,
    /// and then finds this request among those to release.
    /// </summary>
    private async Task<IReadOnlyList<Candidate>> Candidates(
        PersonId teacher, TimePreference preference, IReadOnlyList<PersonId> tutors, DateTimeOffset now)
    {
        var all = new List<Candidate>();
        foreach (var tutor in tutors)
        {
            var colleague = await hours.StandIn(tutor, teacher, preference.Starts, now);
            var asked = colleague?.Id ?? tutor;
            all.Add(new(asked, colleague is null ? null : tutor, await roles.Holds(asked, Role.Tutor)));
        }
        return all;
    }

    private async Task<ConsultationRefusal?> Place(
        ConsultationId id, TimePreference preference, IReadOnlyList<Candidate> asked, DateTimeOffset now)
    {
        await TimeWriter.Lock(session, [.. asked.Select(a => a.Tutor)]);
        ConsultationRefusal? last = null;
        foreach (var one in asked)
        {
            last = await Place(id, preference, one, now);
            if (last is null) return null;
        }
        if (last is not null || preference.Kind == TimeKind.Asked) return last ?? ConsultationRefusal.TimeTaken;
        // No tutor can be asked: the times are kept for the one the head assigns.
        if (preference.Kind is not { } kind) return null;
        var usual = TimeSpan.FromMinutes(45);
        if (AskedTimes.Check(preference.Starts, usual, TimeSpan.FromHours(4), now) is { } refusal) return refusal;
        await TimeWriter.Add(session, id, null, kind, preference.Starts, 45, 10);
        return null;
    }

    private async Task<ConsultationRefusal?> Place(ConsultationId id, TimePreference preference, Candidate asked, DateTimeOffset now)
    {
        if (!asked.IsTutor || await hours.Times(asked.Tutor) is not { } times) return ConsultationRefusal.NoTutor;
        if (preference.Kind is not null
            && AskedTimes.Check(preference.Starts, TimeSpan.FromMinutes(times.Minutes), times.Notice, now) is { } refusal) return refusal;
        return await TimeWriter.Try(session, async () =>
        {
            await session.Execute("update consultation set tutor_id = @Tutor, stand_in_for = @StandInFor where id = @id",
                new { id, asked.Tutor, asked.StandInFor });
            if (preference.Kind is { } kind)
                await TimeWriter.Add(session, id, asked.Tutor, kind, preference.Starts, times.Minutes, times.BreakMinutes);
        });
    }

    private sealed record Candidate(PersonId Tutor, PersonId? StandInFor, bool IsTutor);
}
