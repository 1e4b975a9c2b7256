using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;

namespace MspBot.Data.People;

/// <summary>What many rows are called, a query for all of them. What is gone, or erased, is left out.</summary>
public sealed class PeopleNames(DbSession session)
{
    /// <summary>«Иванова М. П.»</summary>
    public async Task<IReadOnlyDictionary<long, string>> People(IReadOnlyCollection<long> ids) => ids.Count == 0
        ? new Dictionary<long, string>()
        : (await session.Query<Named>("select id, full_name as name from person where id = any(@ids) and full_name is not null", Of(ids)))
            .ToDictionary(row => row.Id, row => FullName.Short(row.Name));

    public async Task<IReadOnlyDictionary<long, string>> Schools(IReadOnlyCollection<long> ids) =>
        (await session.Query<Named>("select id, name from school where id = any(@ids)", Of(ids)))
            .ToDictionary(row => row.Id, row => row.Name);

    /// <summary>To which role.</summary>
    public async Task<IReadOnlyDictionary<long, Role>> Invitations(IReadOnlyCollection<long> ids) =>
        (await session.Query<Named>("select id, role as name from invitation where id = any(@ids)", Of(ids)))
            .ToDictionary(row => row.Id, row => Enum.Parse<Role>(row.Name));

    /// <summary>Who accompanies whom: a teacher by name, or a school.</summary>
    public async Task<IReadOnlyDictionary<long, (string Tutor, string Whom)>> Assignments(IReadOnlyCollection<long> ids) =>
        (await session.Query<(long Id, string Tutor, string? Teacher, string? School)>("""
            select a.id, t.full_name, p.full_name, s.name
            from tutoring_assignment a
            join person t on t.id = a.tutor_id and t.full_name is not null
            left join person p on p.id = a.teacher_id
            left join school s on s.id = a.school_id
            where a.id = any(@ids) and coalesce(p.full_name, s.name) is not null
            """, Of(ids)))
            .ToDictionary(row => row.Id, row => (FullName.Short(row.Tutor), row.Teacher is { } name ? FullName.Short(name) : row.School!));

    /// <summary>Who asks.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Inquiries(IReadOnlyCollection<long> ids) =>
        (await session.Query<Named>("""
            select i.id, p.full_name as name
            from inquiry i
            join person p on p.id = i.asker_id
            where i.id = any(@ids) and p.full_name is not null
            """, Of(ids)))
            .ToDictionary(row => row.Id, row => FullName.Short(row.Name));

    private static object Of(IReadOnlyCollection<long> ids) => new { ids = ids.ToArray() };

    private sealed record Named(long Id, string Name);
}
