using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Digests;

namespace MspBot.Data.Digests;

/// <summary>Looks for what should never be, and keeps what was found. What is long past is left out: it was looked at then.</summary>
public sealed class AuditStore(DbSession session)
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);
    private static readonly TimeSpan OutboxPatience = TimeSpan.FromHours(1);

    /// <summary>What of a broadcast was not sent so long after it began is not sent any more, and that is known by then.</summary>
    private static readonly TimeSpan BroadcastPatience = BroadcastBounds.Longest + TimeSpan.FromHours(1);

    public Task<bool> Has(DateOnly day) => session.Value<bool>("select exists (select from self_audit where day = @day)", new { day });

    public Task<SelfAudit?> Latest() => session.Find<SelfAudit>("""
        select day, oversold, double_booked, erased_seated, outbox_late, unfinished,
               (select sum(unlogged)::int from self_audit e where e.day > a.day - @Days and e.day <= a.day) as unlogged
        from self_audit a
        order by day desc
        limit 1
        """, new { Back.Days });

    /// <summary>
    /// Up to when deeds were looked at; null: never. What was committed a little late is looked at twice rather than never.
    /// </summary>
    private async Task<DateTimeOffset?> Looked() =>
        await session.Find<DateTimeOffset?>("select made_at from self_audit order by day desc limit 1") is { } at ? at - Overlap : null;

    /// <summary>Once a day: the first call of the day runs it.</summary>
    public async Task Run(DateOnly day, DateTimeOffset now) => await session.Execute("""
        insert into self_audit (day, made_at, unlogged, oversold, double_booked, erased_seated, outbox_late, unfinished)
        select @day, @now, @unlogged,
            (select count(*) from seminar s
             where s.state = 'Published' and s.starts_at > @since and s.seats is not null
               and s.seats < (select count(*) from sign_up m where m.seminar_id = s.id and m.state = 'Confirmed')
                   + (select count(*) from school_seat h where h.seminar_id = s.id)),
            (select count(*) from consultation a
             join consultation b on b.tutor_id = a.tutor_id and b.id > a.id and b.state = 'Confirmed' and b.starts_at < a.ends_at
                 and b.ends_at > a.starts_at
             where a.state = 'Confirmed' and a.starts_at > @since),
            (select count(*) from person p
             join sign_up m on m.person_id = p.id and m.state <> 'Cancelled'
             join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.starts_at > @now
             where p.erased_at is not null),
            -- Rows carry the database's own time, quiet hours the site's.
            (select count(*) from outbox
             where waiting and done_at is null and created_at < clock_timestamp() - @patience
               and (not_before is null or not_before < @now - @patience) and (not_after is null or not_after > @now)),
            (select count(*) from broadcast_recipient r
             join broadcast b on b.id = r.broadcast_id
             where r.outcome is null and (b.state = 'Done' or b.done_at is not null or b.starts_at < @now - @longest))
        on conflict (day) do nothing
        """, new
    {
        day,
        now,
        unlogged = await LogAudit.Count(session, await Looked() ?? DateTimeOffset.UnixEpoch),
        since = now - Back,
        patience = OutboxPatience,
        longest = BroadcastPatience,
    });
}
