using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Requests;

/// <summary>A consultation as a line of a list.</summary>
public sealed record ConsultationLine
{
    public ConsultationId Id { get; init; }

    public ConsultationKind Kind { get; init; }

    public ConsultationState State { get; init; }

    public required string Topic { get; init; }

    public string? Subject { get; init; }

    /// <summary>The other side; null: none yet, or erased.</summary>
    public string? With { get; init; }

    /// <summary>When it is, or is asked for; null: no time yet.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>How many requests wait for somebody, and since when.</summary>
public sealed record WaitingCount(int Count, DateTimeOffset Since);

/// <summary>Consultations to look at.</summary>
public sealed class ConsultationReader(DbSession session)
{
    public Task<ConsultationDetails?> Details(ConsultationId id) => ConsultationQuery.Find(session, id);

    /// <summary>What waits for this tutor's answer: requests, moves that are asked for, and what colleagues would hand over.</summary>
    public Task<Page<ConsultationLine>> ForTutor(PersonId tutor, int page) => session.Page<ConsultationLine>(page, """
        select c.id, c.kind, c.state, c.topic, c.subject, t.full_name as with,
               (select min(starts_at) from consultation_time x
                where x.consultation_id = c.id and (x.kind <> 'Agreed' or c.state = 'Inviting')) as at
        from consultation c
        left join person t on t.id = c.teacher_id
        where c.id in (
            select id from consultation where tutor_id = @tutor and state in ('Requested', 'Offered', 'Waiting', 'Inviting')
            union
            select m.id
            from consultation m
            where m.tutor_id = @tutor and m.state = 'Confirmed'
              and exists (select from consultation_time x where x.consultation_id = m.id and x.kind in ('Asked', 'Proposed'))
            union
            select consultation_id from consultation_handover where to_tutor_id = @tutor and state = 'Asked')
        order by c.state = 'Offered', c.asked_at, c.id
        offset @skip limit @take
        """, new { tutor, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>Agreed and to come, or going on.</summary>
    public Task<Page<ConsultationLine>> ConfirmedOf(PersonId tutor, DateTimeOffset now, int page) =>
        session.Page<ConsultationLine>(page, """
        select c.id, c.kind, c.state, c.topic, c.subject, t.full_name as with, c.starts_at as at
        from consultation c
        left join person t on t.id = c.teacher_id
        where c.tutor_id = @tutor and c.state = 'Confirmed' and c.starts_at > @now - interval '1 day' and c.ends_at > @now
        order by c.starts_at, c.id
        offset @skip limit @take
        """, new { tutor, now, skip = Paging.Skip(page), take = Paging.Take });

    public Task<Page<ConsultationLine>> PastOf(PersonId tutor, DateTimeOffset now, int page) => session.Page<ConsultationLine>(page, """
        select c.id, c.kind, c.state, c.topic, c.subject, t.full_name as with, c.starts_at as at
        from consultation c
        left join person t on t.id = c.teacher_id
        where c.tutor_id = @tutor and c.state in ('Confirmed', 'Held', 'NotHeld') and c.starts_at < @now and c.ends_at <= @now
        order by c.starts_at desc, c.id desc
        offset @skip limit @take
        """, new { tutor, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>What a person asked for and what is agreed with them, on either side.</summary>
    public async Task<IReadOnlyList<ConsultationLine>> Mine(PersonId person, DateTimeOffset now) =>
        await session.Query<ConsultationLine>("""
        select c.id, c.state, c.topic, c.subject, o.full_name as with,
               coalesce(c.starts_at, (select min(starts_at) from consultation_time x where x.consultation_id = c.id)) as at
        from consultation c
        left join person o on o.id = case when c.teacher_id = @person then c.tutor_id else c.teacher_id end
        where c.id in (
            select id from consultation where teacher_id = @person and state in ('Requested', 'Offered', 'Waiting', 'Confirmed')
            union
            select id from consultation where tutor_id = @person and kind = 'Individual' and state = 'Confirmed'
                and starts_at > @now - interval '1 day')
          and (c.ends_at is null or c.ends_at > @now)
        order by c.starts_at nulls last, c.id
        limit 10
        """, new { person, now });

    /// <summary>The last ten of a teacher that are over, groups among them.</summary>
    public Task<IReadOnlyList<ConsultationLine>> PastOfTeacher(PersonId teacher, DateTimeOffset now) => session.Query<ConsultationLine>("""
        select c.id, c.kind, c.state, c.topic, c.subject, u.full_name as with, c.starts_at as at
        from consultation c
        left join person u on u.id = c.tutor_id
        where c.id in (
            select id from consultation where teacher_id = @teacher
            union
            select consultation_id from consultation_member where person_id = @teacher and state = 'Agreed')
          and c.state in ('Confirmed', 'Held', 'NotHeld') and c.ends_at <= @now
        order by c.starts_at desc, c.id desc
        limit 10
        """, new { teacher, now });

    /// <summary>Requests that wait for this tutor; null when none does.</summary>
    public Task<WaitingCount?> WaitingFor(PersonId tutor) => session.Find<WaitingCount>("""
        select count(*)::int as count, min(since) as since
        from (
            select asked_at as since from consultation where tutor_id = @tutor and state in ('Requested', 'Waiting')
            union all
            select asked_at from consultation_handover where to_tutor_id = @tutor and state = 'Asked') w
        having count(*) > 0
        """, new { tutor });

    /// <summary>Times offered to this teacher that wait for a choice; the oldest.</summary>
    public Task<ConsultationLine?> ToChoose(PersonId teacher) => session.Find<ConsultationLine>("""
        select c.id, c.state, c.topic, c.subject, u.full_name as with, c.asked_at as at
        from consultation c
        left join person u on u.id = c.tutor_id
        where c.teacher_id = @teacher and (c.state = 'Offered' or c.state = 'Confirmed')
          and exists (select from consultation_time x where x.consultation_id = c.id and x.kind = 'Offered')
        order by c.asked_at, c.id
        limit 1
        """, new { teacher });

    /// <summary>The next one that is agreed, on either side.</summary>
    public async Task<ConsultationLine?> Next(PersonId person, DateTimeOffset now) =>
        (await Mine(person, now)).FirstOrDefault(line => line.State == ConsultationState.Confirmed);
}
