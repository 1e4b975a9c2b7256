using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Digests;

/// <summary>Somebody who has stopped the bot, and their next meeting.</summary>
public sealed record UnreachablePerson
{
    public required string FullName { get; init; }
    public required string School { get; init; }
    public string? Title { get; init; }
    public DateTimeOffset? StartsAt { get; init; }
}

/// <summary>Whom a decision is about, and who is to hear of it.</summary>
public sealed class AudienceReader(DbSession session)
{
    public Task<IReadOnlyList<(long Person, ChatId Chat)>> SchoolHeads() => session.Query<(long, ChatId)>("""
        select p.id, p.chat_id
        from person p
        join person_role r on r.person_id = p.id and r.role = 'SchoolHead'
        where p.reachable and p.chat_id is not null
        order by p.id
        """);

    public Task<string?> School(SchoolId school) =>
        session.Find<string>("select name from school where id = @school and confirmed_at is not null", new { school });

    public Task<UnreachablePerson?> Unreachable(PersonId person, DateTimeOffset now) => session.Find<UnreachablePerson>("""
        select p.full_name, k.name as school, s.title, s.starts_at
        from person p
        join school k on k.id = p.school_id
        left join lateral (
            select s.title, s.starts_at
            from sign_up m
            join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.starts_at > @now
            where m.person_id = p.id and m.state = 'Confirmed'
            order by s.starts_at
            limit 1
        ) s on true
        where p.id = @person and not p.reachable
        """, new { person, now });
}
