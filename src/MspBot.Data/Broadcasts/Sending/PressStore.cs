using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.Composing;
using MspBot.Domain.Notices;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.Sending;

/// <summary>A broadcast held for the press, and whom it would reach.</summary>
/// <param name="Refusal">Null: it may go.</param>
/// <param name="Broadcast">As it is; null: there is none.</param>
/// <param name="Counts">Whom it would reach.</param>
/// <param name="LatelyAt">When the last of these was written to.</param>
/// <param name="SameAt">When the same text went.</param>
public sealed record Pressing(
    BroadcastRefusal? Refusal, BroadcastDetails? Broadcast, SendCounts Counts, DateTimeOffset? LatelyAt, DateTimeOffset? SameAt)
{
    internal IReadOnlyList<PressedMember> Members { get; init; } = [];
}

/// <summary>Of the audience at the press.</summary>
internal sealed record PressedMember
{
    public long Id { get; init; }

    public long ChatId { get; init; }

    public bool Gets { get; init; }
}

/// <summary>
/// «Отправить»: the audience is read once, decided on, and written down, in one transaction. Its people are held until then: nobody is
/// erased or turns broadcasts off between. Locks the broadcast, then people by number.
/// </summary>
public sealed class PressStore(DbSession session, BroadcastReader reader)
{
    public async Task<Pressing> Hold(BroadcastId id, int version, PersonId by, DateTimeOffset now)
    {
        await session.Query<int>("select 1 from broadcast where id = @id for update", new { id });
        var broadcast = await reader.Find(id);
        if (broadcast is null || broadcast.ByPerson != by) return Refuse(BroadcastRefusal.NoSuchBroadcast, null);
        if (broadcast.State != BroadcastState.Composed || broadcast.Version != version)
            return Refuse(BroadcastRefusal.ChangedMeanwhile, broadcast);
        if (broadcast.Seminar is { } seminar && await session.Value<bool>(
            "select exists (select from seminar where id = @seminar and state = 'Cancelled')", new { seminar }))
            return Refuse(BroadcastRefusal.MeetingCancelled, broadcast);
        // First they are held, then read: whoever turns broadcasts off in between has been waited for, and is read as they are by then.
        var held = (await session.Query<long>($"""
            {AudienceQuery.With(broadcast.Audience)}
            select p.id from person p where p.id in (select m.id from member m where not m.off) order by p.id for share
            """, AudienceQuery.Args(broadcast.Audience, by))).ToArray();
        var members = await session.Query<PressedMember>($"""
            {AudienceQuery.With(broadcast.Audience)}
            select m.id, m.chat_id, m.gets from member m where not m.off and m.id = any(@held) order by m.id
            """, AudienceQuery.Args(broadcast.Audience, by, new { held }));
        var gets = members.Where(member => member.Gets).Select(member => member.Id).ToArray();
        if (gets.Length == 0) return Refuse(BroadcastRefusal.Nobody, broadcast);
        var lately = await Lately(broadcast, gets, now);
        return new(null, broadcast, new(gets.Length, lately.Any, lately.Same), lately.AnyAt, lately.SameAt) { Members = members };
    }

    /// <summary>Writes the recipients and what they are sent. Who has stopped the bot is named in the report and not written to.</summary>
    /// <param name="pressing">As <see cref="Hold"/> gave it in this transaction.</param>
    /// <param name="shown">How many the sender read before the press.</param>
    /// <param name="payload">What each of them sees, as JSON.</param>
    /// <param name="starts">When the first may go.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task Send(Pressing pressing, int shown, string payload, DateTimeOffset starts, DateTimeOffset now)
    {
        var id = pressing.Broadcast!.Id;
        await session.Execute("""
            update broadcast
            set state = 'Waiting', version = version + 1, shown = @shown, pressed_at = @now, starts_at = @starts
            where id = @id;
            insert into broadcast_recipient (broadcast_id, person_id, outcome, at)
            select @id, p, case when not g then 'Blocked' end, case when not g then @now end
            from unnest(@people, @gets) as m(p, g);
            insert into outbox (chat_id, payload, priority, dedup, not_before, not_after)
            select c, @payload, 2, @prefix || p, @starts, @until
            from unnest(@people, @chats, @gets) with ordinality as m(p, c, g, nr)
            where g
            order by nr
            """, new
        {
            id,
            shown,
            now,
            starts,
            until = starts + BroadcastBounds.Longest,
            payload,
            prefix = NoticeKey.BroadcastPrefix(id),
            people = pressing.Members.Select(member => member.Id).ToArray(),
            chats = pressing.Members.Select(member => member.ChatId).ToArray(),
            gets = pressing.Members.Select(member => member.Gets).ToArray(),
        });
    }

    /// <summary>To how many of these something went in the last 24 hours, and this very text in the last two days.</summary>
    private async Task<Written> Lately(BroadcastDetails broadcast, long[] people, DateTimeOffset now) => (await session.Find<Written>("""
        select count(distinct r.person_id) filter (where b.pressed_at > @lately)::int as any,
               max(b.pressed_at) filter (where b.pressed_at > @lately) as any_at,
               count(distinct r.person_id) filter (where folded(b.words) = folded(@Words))::int as same,
               max(b.pressed_at) filter (where folded(b.words) = folded(@Words)) as same_at
        from broadcast b
        join broadcast_recipient r on r.broadcast_id = b.id
        where b.pressed_at > @since and b.id <> @Id and (r.outcome is null or r.outcome = 'Sent') and r.person_id = any(@people)
        """, new
    {
        broadcast.Id,
        broadcast.Words,
        people,
        lately = now - BroadcastBounds.Lately,
        since = now - SendRules.SameWordsFor,
    }))!;

    private static Pressing Refuse(BroadcastRefusal refusal, BroadcastDetails? broadcast) => new(refusal, broadcast, default, null, null);

    private sealed record Written
    {
        public int Any { get; init; }

        public DateTimeOffset? AnyAt { get; init; }

        public int Same { get; init; }

        public DateTimeOffset? SameAt { get; init; }
    }
}
