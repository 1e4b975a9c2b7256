using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.People.Roles;

namespace MspBot.Data.People.Roles;

/// <summary>What opening an invitation led to. <paramref name="Details"/> is null where the role must stay unknown.</summary>
public sealed record Redeemed(InvitationDetails? Details, RedeemRefusal? Refusal);

/// <summary>Writes invitations. Each is used under the lock of its row, so once.</summary>
public sealed class InvitationStore(DbSession session)
{
    public async Task<InvitationId> Add(string code, Role role, SchoolId? school, PersonId by, DateTimeOffset now) =>
        new(await session.Value<long>("""
            insert into invitation (code, role, school_id, made_by, made_at, expires_at)
            values (@code, @role, @school, @by, @now, @until)
            returning id
            """, new { code, role = role.ToString(), school, by, now, until = now + Invitation.Lasts }));

    /// <summary>Gives the role, or says why not; a code that fits nothing is counted.</summary>
    public async Task<Redeemed> Redeem(string code, PersonId person, DateTimeOffset now)
    {
        var misses = await session.Value<int>("select count(*)::int from invitation_miss where person_id = @person and at > @since",
            new { person, since = now - InvitationRules.MissesCountFor });
        await session.Execute("select 1 from invitation where code = @code for update", new { code });
        var details = await session.Find<InvitationDetails>($"{InvitationReader.Select} where i.code = @code", new { code });
        var holds = await session.Find<Holding>("select role, school_id from person_role where person_id = @person and role = @role",
            new { person, role = details?.Role.ToString() });

        var refusal = InvitationRules.Decide(details?.Invitation, person, holds is not null, holds?.SchoolId, misses, now);
        if (refusal == RedeemRefusal.Unknown) await Miss(person, now);
        if (refusal is not null) return new(refusal is RedeemRefusal.Own or RedeemRefusal.AlreadyYours ? details : null, refusal);

        await Use(details!, person, now);
        return new(details, null);
    }

    /// <returns>False when it was used, withdrawn or has expired already.</returns>
    public async Task<bool> Withdraw(InvitationId id, DateTimeOffset now) => await session.Execute("""
        update invitation set withdrawn_at = @now
        where id = @id and used_at is null and withdrawn_at is null and expires_at > @now
        """, new { id, now }) > 0;

    /// <summary>
    /// When the head role is removed, the person's open invitations to become head end; their other invitations stay valid for the next
    /// head.
    /// </summary>
    /// <returns>Which they were.</returns>
    public Task<IReadOnlyList<InvitationId>> WithdrawHeads(PersonId by, DateTimeOffset now) => session.Query<InvitationId>("""
        update invitation set withdrawn_at = @now
        where made_by = @by and role = 'Head' and used_at is null and withdrawn_at is null
        returning id
        """, new { by, now });

    /// <summary>Heads who have not heard yet that this person accepted an invitation do not hear it any more.</summary>
    public async Task WithdrawNews(PersonId person)
    {
        var told = await session.Query<(InvitationId Invitation, ChatId Chat)>("""
            select i.id, p.chat_id
            from invitation i
            join person_role r on r.role = 'Head'
            join person p on p.id = r.person_id and p.chat_id is not null
            where i.used_by = @person
            """, new { person });
        OutboxWriter.Withdraw(session, [.. told.Select(one => NoticeKey.InvitationAccepted(one.Invitation, one.Chat))]);
    }

    private async Task Use(InvitationDetails details, PersonId person, DateTimeOffset now)
    {
        await session.Execute("update invitation set used_by = @person, used_at = @now where id = @Id", new { person, now, details.Id });
        await session.Execute("""
            insert into person_role (person_id, role, granted_at, school_id)
            values (@person, @role, @now, @SchoolId)
            """, new { person, role = details.Role.ToString(), now, details.SchoolId });
    }

    private async Task Miss(PersonId person, DateTimeOffset now)
    {
        await session.Execute("delete from invitation_miss where at <= @since", new { since = now - InvitationRules.MissesCountFor });
        await session.Execute("insert into invitation_miss (person_id, at) values (@person, @now)", new { person, now });
    }

    private sealed record Holding
    {
        public Role Role { get; init; }
        public SchoolId? SchoolId { get; init; }
    }
}
