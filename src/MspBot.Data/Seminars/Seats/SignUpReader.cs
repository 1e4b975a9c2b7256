using System.Collections.ObjectModel;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Seminars.Seats;

/// <summary>A person to be told of a change.</summary>
public sealed record ToTell
{
    public PersonId Person { get; init; }

    public ChatId Chat { get; init; }

    /// <summary>Null: no place, they lead it.</summary>
    public SignUpState? State { get; init; }

    public bool Leads { get; init; }

    /// <summary>In the waiting list, from 1; null for a seat.</summary>
    public int? Place { get; init; }

    /// <summary>Whether they wait and may take a seat that is free now.</summary>
    public bool Asked { get; init; }

    /// <summary>Whether they came; null while nothing is known.</summary>
    public bool? Came { get; init; }

    /// <summary>As in <see cref="SeminarDetails"/>.</summary>
    public NominationId? Nomination { get; init; }

    public string? NominatedBy { get; init; }

    public string? NominationWords { get; init; }

    public bool AwaitsAnswer { get; init; }

    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Whether their school's question still waits for its hour: they have not heard that they have a place.</summary>
    public bool IsUnasked { get; init; }
}

/// <summary>Somebody who has a place, as the head sees them. <paramref name="Name"/> is null once they are erased.</summary>
public sealed record Participant(string? Name, string? School, string State);

/// <summary>A coming seminar in which a person who is back after a block has a place.</summary>
public sealed record Standing
{
    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>In the waiting list, from 1; null for a seat.</summary>
    public int? Place { get; init; }

    /// <summary>A seat went to somebody behind them.</summary>
    public bool Passed { get; init; }
}

/// <summary>Who has places in a seminar.</summary>
public sealed class SignUpReader(DbSession session)
{
    /// <summary>Lines of text, not buttons: more of them fit.</summary>
    public const int PageSize = 10;

    /// <summary>
    /// Everybody who is seated or waits, and the leader, as far as they can be reached; with <paramref name="chats"/>, these only.
    /// </summary>
    public Task<IReadOnlyList<ToTell>> ToTell(SeminarId id, IReadOnlyCollection<ChatId>? chats = null) => session.Query<ToTell>($"""
        with mine as (
            select id, person_id, state, came, asked_at, nomination_id,
                case when state = 'Waitlisted' then row_number() over (partition by state order by id) end::int as place
            from sign_up
            where seminar_id = @id and state <> 'Cancelled'
        ), concerned as (
            select id, person_id, state, came, place, asked_at is not null as asked, nomination_id from mine
            union all
            select null, s.leader_id, null, null, null, false, null
            from seminar s
            where s.id = @id and not exists (select from mine where mine.person_id = s.leader_id)
        )
        select p.id as person, p.chat_id as chat, c.state, c.came, c.place, c.asked, coalesce(p.id = s.leader_id, false) as leads,
               c.nomination_id as nomination, n.words as nomination_words, coalesce(n.state = 'Asked', false) as awaits_answer,
               n.answer_by, b.full_name as nominated_by,
               coalesce(n.state = 'Asked', false) and exists (
                   select from outbox o
                   where o.dedup = '{NoticeKey.NominatedStart}' || n.id and o.waiting and o.done_at is null) as is_unasked
        from concerned c
        left join nomination n on n.id = c.nomination_id
        left join person b on b.id = n.by_person
        join person p on p.id = c.person_id
        join seminar s on s.id = @id
        where p.reachable and p.chat_id is not null and (@chats::bigint[] is null or p.chat_id = any(@chats))
        order by c.id nulls first
        """, new { id, chats = chats?.Select(c => c.Value).ToArray() });

    /// <summary>
    /// How many seats are held for the school of this person, of those in these chats, or of all who are of such a school. Where nothing is
    /// held it costs no query.
    /// </summary>
    public Task<IReadOnlyDictionary<PersonId, int>> HeldFor(SeminarDetails details, PersonId only) => HeldFor(details, [only.Value], null);

    /// <inheritdoc cref="HeldFor(SeminarDetails, PersonId)"/>
    public Task<IReadOnlyDictionary<PersonId, int>> HeldFor(SeminarDetails details, IReadOnlyCollection<ChatId>? chats) =>
        HeldFor(details, null, chats?.Select(c => c.Value).ToArray());

    private async Task<IReadOnlyDictionary<PersonId, int>> HeldFor(SeminarDetails details, long[]? only, long[]? chats)
    {
        if (details.Held == 0) return ReadOnlyDictionary<PersonId, int>.Empty;
        var held = await session.Query<(long Person, int Seats)>("""
            select p.id, count(*)::int
            from school_seat h
            join person p on p.school_id = h.school_id and p.chat_id is not null
            where h.seminar_id = @Id and (@only::bigint[] is null or p.id = any(@only))
              and (@chats::bigint[] is null or p.chat_id = any(@chats))
            group by p.id
            """, new { details.Id, only, chats });
        return held.ToDictionary(row => new PersonId(row.Person), row => row.Seats);
    }

    /// <summary>Wherever somebody has or had a place.</summary>
    public Task<IReadOnlyList<SeminarId>> PlacesOf(PersonId person) =>
        session.Query<SeminarId>("select distinct seminar_id from sign_up where person_id = @person order by seminar_id", new { person });

    /// <summary>The nearest coming seminars in which a person has a place, also those that were cancelled.</summary>
    public Task<IReadOnlyList<Standing>> Standing(PersonId person, DateTimeOffset now) => session.Query<Standing>($"""
        select s.title, s.starts_at, s.state = 'Cancelled' as cancelled, m.passed_at is not null as passed, {SeminarQuery.Place} as place
        from sign_up m
        join seminar s on s.id = m.seminar_id
        where m.person_id = @person and m.state <> 'Cancelled' and s.state in ('Published', 'Cancelled') and s.starts_at > @now
        order by s.starts_at, s.id
        limit 12
        """, new { person, now });

    /// <summary>A page of those who are seated, then of those who wait, in order: the page asked for, or the nearest.</summary>
    /// <param name="id">The seminar.</param>
    /// <param name="page">From 0.</param>
    /// <param name="all">How many are seated or wait.</param>
    public async Task<Page<Participant>> Participants(SeminarId id, int page, int all)
    {
        page = Paging.Nearest(page, all, PageSize);
        return Paging.Of(await Participants(id, page), page, all, PageSize);
    }

    private Task<IReadOnlyList<Participant>> Participants(SeminarId id, int page) => session.Query<Participant>("""
        select p.full_name as name, c.name as school, m.state
        from sign_up m
        join person p on p.id = m.person_id
        left join school c on c.id = coalesce(m.school_id, p.school_id)
        where m.seminar_id = @id and m.state <> 'Cancelled'
        order by m.state, m.id
        offset @skip limit @take
        """, new { id, skip = Paging.Skip(page, PageSize), take = PageSize });
}
