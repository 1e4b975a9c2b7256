using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Requests;

/// <summary>
/// How much a tutor has in hand: open requests, agreed meetings, coming groups, meetings that have begun and have no outcome.
/// </summary>
public sealed record TutorsWork
{
    public int Open { get; init; }

    public int Confirmed { get; init; }

    public int Groups { get; init; }

    public int Unanswered { get; init; }
}

/// <summary>Closes or releases the consultations of a person who is erased or loses the tutor role.</summary>
public sealed class DepartureStore(DbSession session)
{
    /// <summary>What a tutor has in hand.</summary>
    public async Task<TutorsWork> WorkOf(PersonId tutor, DateTimeOffset now) => (await session.Find<TutorsWork>("""
        select count(*) filter (where kind = 'Individual' and state in ('Requested', 'Offered', 'Waiting'))::int as open,
               count(*) filter (where kind = 'Individual' and state = 'Confirmed' and starts_at > @now)::int as confirmed,
               count(*) filter (where kind = 'Group' and (state = 'Inviting' or state = 'Confirmed' and starts_at > @now))::int as groups,
               count(*) filter (where state = 'Confirmed' and starts_at <= @now)::int as unanswered
        from consultation
        where tutor_id = @tutor and state in ('Requested', 'Offered', 'Waiting', 'Inviting', 'Confirmed')
        """, new { tutor, now }))!;

    /// <summary>Open requests wait for another tutor, what was agreed is cancelled.</summary>
    public async Task<IReadOnlyList<ConsultationResult>> OfTutor(PersonId tutor, DateTimeOffset now)
    {
        var all = new List<ConsultationResult>();
        // Grouped requests first: a request that returns from a group meanwhile is then found among the others.
        await LeaveGrouped(tutor);
        foreach (var id in await Live("tutor_id", tutor, now))
        {
            if (await ConsultationQuery.Lock(session, id) is not { } before || before.TutorId != tutor) continue;
            if (before.Facts.IsOpen) await Leave(id, now);
            else if (before.State == ConsultationState.Confirmed) await ConsultationStore.Close(session, id, null, now);
            else continue;
            all.Add(new(null, before, await ConsultationQuery.Find(session, id)));
        }
        return all;
    }

    /// <summary>Withdraws offers of colleagues' requests to this tutor; the requests stay with their tutors.</summary>
    public async Task<IReadOnlyList<ConsultationResult>> AskedOf(PersonId tutor, DateTimeOffset now)
    {
        var all = new List<ConsultationResult>();
        foreach (var id in await session.Query<ConsultationId>(
            "select consultation_id from consultation_handover where to_tutor_id = @tutor and state = 'Asked' order by consultation_id",
            new { tutor }))
        {
            if (await ConsultationQuery.Lock(session, id) is not { } before || before.ColleagueId != tutor) continue;
            await ConsultationStore.EndHandover(session, id, now);
            await session.Execute("update consultation set version = version + 1 where id = @id", new { id });
            all.Add(new(null, before, await ConsultationQuery.Find(session, id)));
        }
        return all;
    }

    /// <summary>All that a teacher asked for is taken back.</summary>
    public async Task<IReadOnlyList<ConsultationResult>> OfTeacher(PersonId teacher, DateTimeOffset now)
    {
        var all = new List<ConsultationResult>();
        foreach (var id in await Live("teacher_id", teacher, now))
        {
            if (await ConsultationQuery.Lock(session, id) is not { } before) continue;
            if (!before.Facts.IsOpen && before.State != ConsultationState.Confirmed) continue;
            await ConsultationStore.Close(session, id, null, now);
            all.Add(new(null, before, await ConsultationQuery.Find(session, id)));
        }
        return all;
    }

    /// <summary>Requests that name somebody, on either side.</summary>
    public Task<IReadOnlyList<ConsultationId>> Of(PersonId person) => session.Query<ConsultationId>("""
        select id from consultation where teacher_id = @person and kind = 'Individual'
        union
        select id from consultation where tutor_id = @person and kind = 'Individual'
        """, new { person });

    /// <summary>The words of somebody who is to be forgotten: what they asked about, why they said no, where they met.</summary>
    public async Task Forget(PersonId person)
    {
        await session.Execute("update consultation set topic = '—', reason = null where teacher_id = @person", new { person });
        await session.Execute("update consultation set reason = null, join_link = null where tutor_id = @person", new { person });
    }

    private Task<IReadOnlyList<ConsultationId>> Live(string side, PersonId person, DateTimeOffset now) => session.Query<ConsultationId>($"""
        select id
        from consultation
        where {side} = @person and kind = 'Individual'
            and (state in ('Requested', 'Offered', 'Waiting') or state = 'Confirmed' and starts_at > @now)
        order by id
        """, new { person, now });

    /// <summary>If the group does not take place, these requests have no tutor.</summary>
    private Task<int> LeaveGrouped(PersonId tutor) => session.Execute("""
        with grouped as (
            update consultation
            set tutor_id = null, stand_in_for = null, version = version + 1
            where tutor_id = @tutor and kind = 'Individual' and state = 'Grouped' and group_id is not null
            returning id)
        update consultation_time t set tutor_id = null from grouped g where t.consultation_id = g.id
        """, new { tutor });

    private async Task Leave(ConsultationId id, DateTimeOffset now)
    {
        await session.Execute("delete from consultation_time where consultation_id = @id and kind = 'Offered'", new { id });
        await session.Execute("update consultation_time set kind = 'Proposed', tutor_id = null where consultation_id = @id", new { id });
        await ConsultationStore.EndHandover(session, id, now);
        await session.Execute("""
            update consultation
            set tutor_id = null, stand_in_for = null, asked_at = @now, nudged_at = null, head_asked_at = @now, version = version + 1,
                state = case when state = 'Waiting' then state else 'Requested' end
            where id = @id
            """, new { id, now });
    }
}
