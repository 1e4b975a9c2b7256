using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;

namespace MspBot.Data.People.Schools;

/// <summary>A school of the list.</summary>
public sealed record School
{
    public SchoolId Id { get; init; }
    public string Name { get; init; } = "";
    public SchoolKind Kind { get; init; }
}

/// <summary>A school that somebody typed and the head has not agreed to yet.</summary>
public sealed record UnlistedSchool
{
    public SchoolId Id { get; init; }
    public string Name { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How many people have named it.</summary>
    public long People { get; init; }
}

/// <summary>The district's schools.</summary>
public sealed class SchoolReader(DbSession session)
{
    /// <summary>Those that the head has agreed to: the host, the leaders, the low-results ones, the others, each by name.</summary>
    public async Task<IReadOnlyList<School>> Confirmed()
    {
        var schools = await session.Query<School>("select id, name, kind from school where confirmed_at is not null");
        return [.. schools.OrderBy(s => s.Kind).ThenBy(s => s.Name, Alphabet.Order)];
    }

    public async Task<bool> IsConfirmed(SchoolId school) =>
        await session.Find<long?>("select id from school where id = @school and confirmed_at is not null", new { school }) is not null;

    public Task<UnlistedSchool?> Unlisted(SchoolId school) => One("s.id = @school", new { school });

    /// <summary>The one that has waited longest for the head.</summary>
    public Task<UnlistedSchool?> LongestUnlisted() => One("true");

    private Task<UnlistedSchool?> One(string which, object? args = null) => session.Find<UnlistedSchool>($"""
        select s.id, s.name, s.created_at, (select count(*) from person p where p.school_id = s.id) as people
        from school s
        where s.confirmed_at is null and {which}
        order by s.created_at, s.id
        limit 1
        """, args);
}
