using MspBot.Data.Meetings;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Requests;

/// <summary>
/// Writes times of consultations. Exclusion constraints say whether a tutor's time is taken, by a consultation or by anything else
/// that they lead; those who want times of one tutor come one after the other, because two that are refused by each other would wait for
/// each other.
/// </summary>
internal static class TimeWriter
{
    /// <summary>Tells these locks from those of chats. The triggers that write engagements take the same ones.</summary>
    private const int Tutors = 10;

    /// <summary>Runs what takes a tutor's time; where it is taken, nothing of it stays and the transaction goes on.</summary>
    internal static async Task<ConsultationRefusal?> Try(DbSession session, Func<Task> write) =>
        await TimeGuard.Try(session, write) ? null : ConsultationRefusal.TimeTaken;

    /// <summary>Locks tutors in a fixed order, always after a consultation's row and never before it.</summary>
    internal static Task Lock(DbSession session, params IReadOnlyList<PersonId> tutors) => session.Query<string>("""
        select pg_advisory_xact_lock(@Tutors, n)::text
        from (select distinct hashint8(t) as n from unnest(@ids) t order by 1) s
        """, new { Tutors, ids = tutors.Select(t => t.Value).ToArray() });

    /// <summary>
    /// A move may overlap the time that it moves: what this consultation holds already is not held twice. Where the old time lies
    /// within the new one, what comes before it is not held; then confirming finds out.
    /// </summary>
    internal static Task Add(DbSession session, ConsultationId id, PersonId? tutor, TimeKind kind, IReadOnlyList<DateTimeOffset> starts,
        int minutes, int breakMinutes) =>
        session.Execute("""
            insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
            select @id, @tutor, s, s + make_interval(mins => @minutes),
                   case when a.busy is null then w.busy
                        when lower(w.busy) < lower(a.busy) and upper(w.busy) > upper(a.busy) then tstzrange(upper(a.busy), upper(w.busy))
                        else w.busy - a.busy end,
                   @kind
            from unnest(@starts) s
            cross join lateral (select tstzrange(s, s + make_interval(mins => @whole)) as busy) w
            left join consultation_time a on a.consultation_id = @id and a.kind = 'Agreed'
            """, new
        {
            id,
            tutor,
            kind = kind.ToString(),
            starts = starts.Select(s => s.UtcDateTime).ToArray(),
            minutes,
            whole = minutes + breakMinutes
        });

    /// <summary>This time becomes the one; all the others go, which lets the tutor have them back.</summary>
    internal static async Task Agree(DbSession session, ConsultationId id, long time, PersonId tutor, int breakMinutes)
    {
        await session.Execute("delete from consultation_time where consultation_id = @id and id <> @time", new { id, time });
        await session.Execute("""
            update consultation_time
            set kind = 'Agreed', asked_at = null, tutor_id = @tutor,
                busy = tstzrange(starts_at, ends_at + make_interval(mins => @breakMinutes))
            where id = @time
            """, new { time, tutor, breakMinutes });
    }

    internal static Task DropPending(DbSession session, ConsultationId id) =>
        session.Execute("delete from consultation_time where consultation_id = @id and kind <> 'Agreed'", new { id });

    internal static Task DropAll(DbSession session, ConsultationId id) =>
        session.Execute("delete from consultation_time where consultation_id = @id", new { id });

    /// <summary>
    /// What was asked of one tutor is asked of another; where that one is busy, it holds nothing and they may say another time.
    /// </summary>
    internal static async Task Transfer(DbSession session, ConsultationId id, PersonId to, int minutes, int breakMinutes)
    {
        await Lock(session, to);
        await session.Execute("delete from consultation_time where consultation_id = @id and kind = 'Offered'", new { id });
        var args = new { id, to, minutes, whole = minutes + breakMinutes };
        var taken = await Try(session, () => session.Execute($"{Theirs} where consultation_id = @id", args));
        if (taken is not null) await session.Execute($"{Theirs}, kind = 'Proposed' where consultation_id = @id", args);
    }

    private const string Theirs = """
        update consultation_time
        set tutor_id = @to, ends_at = starts_at + make_interval(mins => @minutes),
            busy = tstzrange(starts_at, starts_at + make_interval(mins => @whole))
        """;
}
