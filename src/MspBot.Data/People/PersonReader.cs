using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;

namespace MspBot.Data.People;

/// <summary>Everything that is stored of one person, apart from their roles.</summary>
public sealed record PersonDetails
{
    public PersonId Id { get; init; }
    public ChatId Chat { get; init; }
    public string FullName { get; init; } = "";
    public SchoolId SchoolId { get; init; }
    public string School { get; init; } = "";
    public bool SchoolConfirmed { get; init; }
    public string Position { get; init; } = "";
    public string[] Subjects { get; init; } = [];
    public bool Reminders { get; init; }
    public DateTimeOffset ConsentedAt { get; init; }
}

/// <summary>Who is who. An erased person has no profile, no name and no chat.</summary>
public sealed class PersonReader(DbSession session)
{
    public Task<PersonDetails?> Profile(PersonId person) => session.Find<PersonDetails>("""
        select p.id, p.chat_id as chat, p.full_name, p.school_id, s.name as school, s.confirmed_at is not null as school_confirmed,
               p.position, p.subjects, p.reminders, p.consented_at
        from person p
        join school s on s.id = p.school_id
        where p.id = @person
        """, new { person });

    public Task<ChatId?> Chat(PersonId person) =>
        session.Find<ChatId?>("select chat_id from person where id = @person and chat_id is not null", new { person });

    /// <summary>«Иванова М. П.»; null when they are erased.</summary>
    public async Task<string?> ShortName(PersonId person) =>
        await session.Find<string?>("select full_name from person where id = @person", new { person }) is { } name ? FullName.Short(name)
        : null;

    /// <summary>Where the heads hear of news; those who have blocked the bot are left out.</summary>
    public Task<IReadOnlyList<ChatId>> HeadChats() => session.Query<ChatId>("""
        select p.chat_id
        from person p
        join person_role r on r.person_id = p.id and r.role = 'Head'
        where p.reachable and p.chat_id is not null
        order by p.id
        """);

    /// <summary>Who may lead a meeting: tutors, heads, methodologists; by name.</summary>
    public async Task<IReadOnlyList<(PersonId Id, string Name)>> Leaders() =>
        [.. (await session.Query<(long Id, string Name)>("""
            select p.id, p.full_name
            from person p
            where p.erased_at is null
              and exists (select from person_role r where r.person_id = p.id and r.role in ('Tutor', 'Head', 'Methodologist'))
            order by alphabetical(p.full_name), p.id
            """)).Select(row => (new PersonId(row.Id), row.Name))];

    public Task<IReadOnlyList<string>> HeadNames() => session.Query<string>("""
        select p.full_name
        from person p
        join person_role r on r.person_id = p.id and r.role = 'Head'
        order by p.id
        """);
}
