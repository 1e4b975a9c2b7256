using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Groups;

/// <summary>An open request that could go on in a group.</summary>
public sealed record OpenRequest
{
    public ConsultationId Id { get; init; }

    public required string Topic { get; init; }

    public string? Subject { get; init; }

    public PersonId TeacherId { get; init; }

    public required string Teacher { get; init; }

    public PersonId? TutorId { get; init; }

    public AskedTopic Asked => new(Topic, Subject);
}

/// <summary>A group as a line of a list.</summary>
public sealed record GroupLine
{
    public ConsultationId Id { get; init; }

    public ConsultationState State { get; init; }

    public required string Topic { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int Agreed { get; init; }

    public int Seats { get; init; }

    /// <summary>How the person stands to it; null for its tutor.</summary>
    public MemberState? Mine { get; init; }
}

/// <summary>A request that went into a group or out of it, and the tutor it was asked of.</summary>
public sealed record ReturnedRequest
{
    public ConsultationId Id { get; init; }

    public required string Topic { get; init; }

    /// <summary>Null: erased.</summary>
    public string? Teacher { get; init; }

    public PersonId? TutorId { get; init; }

    /// <summary>Null where they cannot be told.</summary>
    public ChatId? TutorChat { get; init; }
}

/// <summary>Groups, and requests that could become one.</summary>
public sealed class GroupReader(DbSession session)
{
    private const int Most = 500;

    /// <summary>Groups that name somebody.</summary>
    public Task<IReadOnlyList<ConsultationId>> Of(PersonId person) => session.Query<ConsultationId>("""
        select id from consultation where tutor_id = @person and kind = 'Group'
        union
        select consultation_id from consultation_member where person_id = @person
        """, new { person });

    public Task<GroupDetails?> Details(ConsultationId id) => GroupQuery.Find(session, id);

    /// <summary>Open requests like this one, including it; those made to this tutor first. Empty when it is no longer open.</summary>
    public async Task<IReadOnlyList<OpenRequest>> Like(ConsultationId request, PersonId tutor)
    {
        var open = await Open(tutor);
        return open.FirstOrDefault(r => r.Id == request) is not { } first ? []
            : [.. SimilarTopics.Like(first.Asked, open, r => r.Asked).OrderBy(r => r.Id != request).ThenBy(r => r.TutorId != tutor)
                .ThenBy(r => r.Id.Value)];
    }

    /// <summary>Open requests about this.</summary>
    public async Task<IReadOnlyList<OpenRequest>> Like(string topic, string? subject, PersonId tutor) =>
        [.. SimilarTopics.Like(new(topic, subject), await Open(tutor), r => r.Asked).OrderBy(r => r.TutorId != tutor)
            .ThenBy(r => r.Id.Value)];

    /// <summary>A request, as long as it is open.</summary>
    public async Task<OpenRequest?> Request(ConsultationId id) => await session.Find<OpenRequest>($"{Requests} and c.id = @id", new { id });

    /// <summary>Sets of requests that could each be one meeting and have not been suggested yet.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<OpenRequest>>> ToSuggest() =>
        SimilarTopics.Sets(
        await session.Query<OpenRequest>($"{Requests} and c.suggested_at is null {NotInvited} order by c.id limit {Most}"), r => r.Asked);

    /// <summary>Those that come of a tutor, gathering ones first.</summary>
    public Task<IReadOnlyList<GroupLine>> OfTutor(PersonId tutor, DateTimeOffset now) => session.Query<GroupLine>("""
        select c.id, c.state, c.topic, c.starts_at, c.seats,
               (select count(*) from consultation_member m where m.consultation_id = c.id and m.state = 'Agreed')::int as agreed
        from consultation c
        where c.id in (
            select id from consultation where tutor_id = @tutor and kind = 'Group' and state = 'Inviting'
            union
            select id from consultation where tutor_id = @tutor and kind = 'Group' and state = 'Confirmed'
                and starts_at > @now - interval '1 day')
          and c.ends_at > @now
        order by c.starts_at, c.id
        limit 20
        """, new { tutor, now });

    /// <summary>Those that somebody is invited to, or comes to.</summary>
    public Task<IReadOnlyList<GroupLine>> Mine(PersonId person, DateTimeOffset now) => session.Query<GroupLine>("""
        select c.id, c.state, c.topic, c.starts_at, c.seats, m.state as mine,
               (select count(*) from consultation_member a where a.consultation_id = c.id and a.state = 'Agreed')::int as agreed
        from consultation_member m
        join consultation c on c.id = m.consultation_id
        where m.person_id = @person and m.state in ('Invited', 'Agreed') and c.state in ('Inviting', 'Confirmed') and c.ends_at > @now
        order by c.starts_at, c.id
        limit 10
        """, new { person, now });

    /// <summary>Null where they cannot be told.</summary>
    public Task<ChatId?> Chat(PersonId person) =>
        session.Find<ChatId?>("select chat_id from person where id = @person and reachable and chat_id is not null", new { person });

    public async Task<IReadOnlyList<ReturnedRequest>> Returned(IReadOnlyList<ConsultationId> requests) => requests.Count == 0 ? [] :
        await session.Query<ReturnedRequest>("""
            select c.id, c.topic, t.full_name as teacher, c.tutor_id, case when u.reachable then u.chat_id end as tutor_chat
            from consultation c
            left join person t on t.id = c.teacher_id
            left join person u on u.id = c.tutor_id
            where c.id = any(@ids)
            order by c.id
            """, new { ids = requests.Select(r => r.Value).ToArray() });

    private Task<IReadOnlyList<OpenRequest>> Open(PersonId tutor) => session.Query<OpenRequest>(
        $"{Requests} and c.teacher_id <> @tutor {NotInvited} order by c.tutor_id is distinct from @tutor, c.id limit {Most}",
        new { tutor });

    /// <summary>Offered ones are not asked: their teacher has times to choose from.</summary>
    private const string Requests = """
        select c.id, c.topic, c.subject, c.teacher_id, t.full_name as teacher, c.tutor_id
        from consultation c
        join person t on t.id = c.teacher_id and t.erased_at is null
        where c.state in ('Requested', 'Waiting')
        """;

    /// <summary>A teacher with an unanswered invitation is not invited again.</summary>
    private const string NotInvited = """
        and not exists (
            select from consultation_member m
            join consultation g on g.id = m.consultation_id and g.state = 'Inviting'
            where m.person_id = c.teacher_id and m.request_id = c.id and m.state <> 'Declined')
        """;
}
