using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.People.Schools;

/// <summary>Which school somebody heads: not the one they work at, which everybody changes for themselves.</summary>
public sealed class HeadedSchools(DbSession session)
{
    /// <summary>Null: none, or none any more.</summary>
    public Task<School?> Of(PersonId person) => session.Find<School>("""
        select s.id, s.name, s.kind
        from person_role r
        join school s on s.id = r.school_id
        where r.person_id = @person and r.role = 'SchoolHead'
        """, new { person });

    /// <summary>The same; they stay its head until the commit.</summary>
    public async Task<School?> Hold(PersonId person)
    {
        await session.Query<int>("select 1 from person_role where person_id = @person and role = 'SchoolHead' for share", new { person });
        return await Of(person);
    }

    /// <summary>Where the heads of a school hear of news.</summary>
    public async Task<IReadOnlyList<ChatId>> Chats(SchoolId school) => [.. (await Chats([school])).Select(head => head.Chat)];

    /// <summary>The same of several schools.</summary>
    public async Task<IReadOnlyList<(SchoolId School, ChatId Chat)>> Chats(IReadOnlyCollection<SchoolId> schools) =>
        [.. (await session.Query<(long School, long Chat)>("""
            select r.school_id, p.chat_id
            from person_role r
            join person p on p.id = r.person_id and p.reachable and p.chat_id is not null
            where r.role = 'SchoolHead' and r.school_id = any(@schools)
            order by p.id
            """, new { schools = schools.Select(s => s.Value).ToArray() }))
            .Select(row => (new SchoolId(row.School), new ChatId(row.Chat)))];
}
