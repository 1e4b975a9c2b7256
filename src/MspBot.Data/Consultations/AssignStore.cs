using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations;

/// <summary>What became of giving a request to a tutor; chats are null where somebody cannot be told.</summary>
public sealed record AssignResult(AssignRefusal? Refusal, AssignedRequest? Request);

/// <summary>A request that was given to a tutor.</summary>
public sealed record AssignedRequest
{
    public ConsultationId Id { get; init; }

    public ConsultationState State { get; init; }

    public required string Topic { get; init; }

    public int Version { get; init; }

    public PersonId? TeacherId { get; init; }

    public string? Teacher { get; init; }

    public long? TeacherChat { get; init; }

    public PersonId? FromId { get; init; }

    public long? FromChat { get; init; }

    /// <summary>To whom it goes.</summary>
    public string? To { get; init; }

    public long? ToChat { get; init; }

    public bool ToIsTutor { get; init; }
}

/// <summary>The head gives a request to a tutor.</summary>
public sealed class AssignStore(DbSession session)
{
    /// <summary>
    /// Decided under the lock of the request's row, so that it meets a confirmation in one order only. Times that the tutor before held are
    /// free again, and stay as the teacher's wish.
    /// </summary>
    public async Task<AssignResult> Assign(ConsultationId id, PersonId tutor, DateTimeOffset now)
    {
        await session.Query<long>("select id from consultation where id = @id and kind = 'Individual' for no key update", new { id });
        if (await Read(id, tutor) is not { } request) return new(AssignRefusal.NoSuchRequest, null);
        if (Assigning.Check(request.State, request.FromId, request.TeacherId, tutor, request.ToIsTutor) is { } refusal) return new(refusal, request);

        await session.Execute("""
            update consultation_time
            set kind = 'Proposed', tutor_id = null
            where consultation_id = @id and kind in ('Asked', 'Offered')
            """, new { id });
        await session.Execute("""
            update consultation_handover
            set state = 'Void', answered_at = @now
            where consultation_id = @id and state = 'Asked'
            """, new { id, now });
        await session.Execute("""
            update consultation
            set tutor_id = @tutor, state = 'Requested', asked_at = @now, nudged_at = null, teacher_told_at = null, head_asked_at = null, version = version + 1
            where id = @id
            """, new { id, tutor, now });
        return new(null, request with { Version = request.Version + 1 });
    }

    private Task<AssignedRequest?> Read(ConsultationId id, PersonId tutor) => session.Find<AssignedRequest>("""
        select c.id, c.state, c.topic, c.version, c.teacher_id, t.full_name as teacher, case when t.reachable then t.telegram_id end as teacher_chat,
               c.tutor_id as from_id, case when f.reachable then f.telegram_id end as from_chat,
               u.full_name as "to", case when u.reachable then u.telegram_id end as to_chat,
               exists (select from person_role r where r.person_id = u.id and r.role = 'Tutor') as to_is_tutor
        from consultation c
        left join person t on t.id = c.teacher_id
        left join person f on f.id = c.tutor_id
        left join person u on u.id = @tutor
        where c.id = @id and c.kind = 'Individual'
        """, new { id, tutor });
}
