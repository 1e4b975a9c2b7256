using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.People.Roles;

namespace MspBot.Data.People.Roles;

/// <summary>An invitation as a head sees it.</summary>
public sealed record InvitationDetails
{
    public InvitationId Id { get; init; }
    public string Code { get; init; } = "";
    public Role Role { get; init; }
    public SchoolId? SchoolId { get; init; }
    public string? School { get; init; }
    public PersonId MadeBy { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public PersonId? UsedBy { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Null as well when they are erased.</summary>
    public string? UsedByName { get; init; }

    public Invitation Invitation => new(Role, SchoolId, MadeBy, ExpiresAt, UsedBy, WithdrawnAt);
}

/// <summary>Invitations, for heads.</summary>
public sealed class InvitationReader(DbSession session)
{
    internal const string Select = """
        select i.id, i.code, i.role, i.school_id, s.name as school, i.made_by, i.expires_at, i.used_by, i.used_at, i.withdrawn_at,
            u.full_name as used_by_name
        from invitation i
        left join school s on s.id = i.school_id
        left join person u on u.id = i.used_by
        """;

    /// <summary>To which role a code invites, used or not; null: no such code.</summary>
    public async Task<Role?> RoleOf(string code) =>
        await session.Find<string?>("select role from invitation where code = @code", new { code }) is { } role
            ? Enum.Parse<Role>(role) : null;

    public Task<InvitationDetails?> One(InvitationId id) => session.Find<InvitationDetails>($"{Select} where i.id = @id", new { id });

    public Task<int> CountOpen(DateTimeOffset now) => session.Value<int>("""
        select count(*)::int from invitation where used_at is null and withdrawn_at is null and expires_at > @now
        """, new { now });

    /// <summary>Those that can still be used, the one that ends first on top, and how many there are.</summary>
    public async Task<(Page<InvitationDetails> Page, int All)> Open(int page, DateTimeOffset now)
    {
        var all = await CountOpen(now);
        page = Paging.Nearest(page, all);
        return (Paging.Of(await session.Query<InvitationDetails>($"""
            {Select}
            where i.used_at is null and i.withdrawn_at is null and i.expires_at > @now
            order by i.expires_at, i.id
            limit {Paging.Size} offset @skip
            """, new { now, skip = Paging.Skip(page) }), page, all), all);
    }
}
