using MspBot.Data.People;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations;

/// <summary>When a teacher wants to meet: at a free time (asked), at times of their own (proposed), or as soon as there is any time at all.</summary>
public sealed record TimeWish(TimeKind? Kind, IReadOnlyList<DateTimeOffset> Starts)
{
    public static TimeWish Later { get; } = new(null, []);
}

/// <summary>What a teacher asks for.</summary>
public sealed record ConsultationRequest(string Topic, string? Subject, bool PrefersGroup, TimeWish Wish);

/// <summary>A teacher's requests, written. The first of the tutors in question who has that time gets it, or whoever stands in.</summary>
public sealed class RequestStore(DbSession session, HoursReader hours, HandoverStore handovers, RoleStore roles)
{
    public async Task<ConsultationResult> Ask(PersonId teacher, ConsultationRequest request, IReadOnlyList<PersonId> tutors, DateTimeOffset now)
    {
        await session.Savepoint("request");
        var id = new ConsultationId(await session.Value<long>("""
            insert into consultation (kind, teacher_id, topic, subject, prefers_group, state, created_at, asked_at)
            values ('Individual', @teacher, @Topic, @Subject, @PrefersGroup, @state, @now, @now)
            returning id
            """, new { teacher, request.Topic, request.Subject, request.PrefersGroup, state = State(request.Wish), now }));
        if (await Place(id, teacher, request.Wish, tutors, now) is { } refusal)
        {
            await session.RollbackTo("request");
            return ConsultationResult.Refuse(refusal);
        }
        return new(null, null, await ConsultationQuery.Find(session, id));
    }

    /// <summary>The same request once more, of another tutor or at another time.</summary>
    public async Task<ConsultationResult> AskAgain(ConsultationId id, PersonId teacher, TimeWish wish, IReadOnlyList<PersonId> tutors, DateTimeOffset now)
    {
        if (await ConsultationQuery.Lock(session, id) is not { } before) return ConsultationResult.Refuse(ConsultationRefusal.NoSuchConsultation);
        if (Reasking.ByTeacher(before.Facts, teacher) is { } no) return ConsultationResult.Refuse(no, before);

        await session.Savepoint("request");
        await TimeWriter.DropAll(session, id);
        await ConsultationStore.EndHandover(session, id, now);
        await session.Execute("""
            update consultation
            set state = @state, tutor_id = null, stand_in_for = null, asked_at = @now, closed_at = null, reason = null,
                nudged_at = null, teacher_told_at = null, head_asked_at = null, version = version + 1
            where id = @id
            """, new { id, state = State(wish), now });
        if (await Place(id, teacher, wish, tutors, now) is { } refusal)
        {
            await session.RollbackTo("request");
            return ConsultationResult.Refuse(refusal, before);
        }
        var after = (await ConsultationQuery.Find(session, id))!;
        if (before.TutorId is { } from && after.TutorId is { } to && from != to) await handovers.Note(id, from, to, "Reassigned", now);
        return new(null, before, after);
    }

    private static string State(TimeWish wish) => (wish.Kind is null ? ConsultationState.Waiting : ConsultationState.Requested).ToString();

    private async Task<ConsultationRefusal?> Place(ConsultationId id, PersonId teacher, TimeWish wish, IReadOnlyList<PersonId> tutors, DateTimeOffset now)
    {
        var asked = new List<(PersonId Tutor, PersonId? For)>();
        foreach (var tutor in tutors) asked.Add(await hours.StandIn(tutor, teacher, wish.Starts, now) is { } colleague ? (colleague.Id, tutor) : (tutor, null));
        await TimeWriter.Lock(session, [.. asked.Select(a => a.Tutor)]);
        ConsultationRefusal? last = null;
        foreach (var (tutor, standInFor) in asked)
        {
            last = await Place(id, wish, tutor, standInFor, now);
            if (last is null) return null;
        }
        if (last is not null || wish.Kind == TimeKind.Asked) return last ?? ConsultationRefusal.TimeTaken;
        // Nobody who could be asked: the times are kept for whom the head assigns.
        if (wish.Kind is not { } kind) return null;
        var usual = TimeSpan.FromMinutes(45);
        if (AskedTimes.Check(wish.Starts, usual, TimeSpan.FromHours(4), now) is { } refusal) return refusal;
        await TimeWriter.Add(session, id, null, kind, wish.Starts, 45, 10);
        return null;
    }

    private async Task<ConsultationRefusal?> Place(ConsultationId id, TimeWish wish, PersonId tutor, PersonId? standInFor, DateTimeOffset now)
    {
        // Held still: who takes the role away in the same instant waits, and finds this request among those left behind.
        if (!await roles.Holds(tutor, Role.Tutor) || await hours.Times(tutor) is not { } times) return ConsultationRefusal.NoTutor;
        if (wish.Kind is not null && AskedTimes.Check(wish.Starts, TimeSpan.FromMinutes(times.Minutes), times.Notice, now) is { } refusal) return refusal;
        return await TimeWriter.Try(session, async () =>
        {
            await session.Execute("update consultation set tutor_id = @tutor, stand_in_for = @standInFor where id = @id", new { id, tutor, standInFor });
            if (wish.Kind is { } kind) await TimeWriter.Add(session, id, tutor, kind, wish.Starts, times.Minutes, times.BreakMinutes);
        });
    }
}
