using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Seminars;

/// <summary>Somebody who must hear of a change.</summary>
public sealed record ToTell
{
    public PersonId Person { get; init; }

    public long Chat { get; init; }

    public SignUpState State { get; init; }
}

/// <summary>Somebody who has a place, as the head sees them. <paramref name="Name"/> is null once they are erased.</summary>
public sealed record Participant(string? Name, string? School, string State);

/// <summary>Who has places in a seminar.</summary>
public sealed class SignUpReader(DbSession session)
{
    public const int PageSize = 10;

    /// <summary>Everybody who is seated or waits and can be reached.</summary>
    public Task<IReadOnlyList<ToTell>> ToTell(SeminarId id) => session.Query<ToTell>("""
        select p.id as person, p.telegram_id as chat, m.state
        from sign_up m
        join person p on p.id = m.person_id
        where m.seminar_id = @id and m.state <> 'Cancelled' and p.reachable and p.telegram_id is not null
        order by m.id
        """, new { id });

    /// <summary>A page of those who are seated, then of those who wait, in order.</summary>
    public Task<IReadOnlyList<Participant>> Participants(SeminarId id, int page) => session.Query<Participant>("""
        select p.full_name as name, c.name as school, m.state
        from sign_up m
        join person p on p.id = m.person_id
        left join school c on c.id = p.school_id
        where m.seminar_id = @id and m.state <> 'Cancelled'
        order by m.state, m.id
        offset @skip limit @take
        """, new { id, skip = page * PageSize, take = PageSize });
}
