using MspBot.Data.Conversations;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Seminars.Seats;

/// <content>Those who wait: how a seat that lies free is given or offered to them.</content>
public sealed partial class SignUpStore
{
    /// <summary>
    /// Seats or asks those who wait where a seat lies free, as when somebody can be reached again; null when there is no such seminar.
    /// </summary>
    public async Task<FilledSeats?> Fill(SeminarId id, DateTimeOffset now) =>
        await SeminarQuery.Lock(session, id, new PersonId(0)) is { } details ? await Fill(details, now) : null;

    /// <summary>Coming seminars in which somebody got a seat and could not be told.</summary>
    public Task<IReadOnlyList<SeminarId>> WithSeatsUnheard(DateTimeOffset now) => session.Query<SeminarId>($"""
        select distinct s.id
        from {Unheard}
        join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.starts_at > @now
        where not p.reachable
        order by s.id
        """, new { now });

    /// <summary>
    /// Puts a person who could not be told of their seat back in line and passes the seat on; null when there is no such seminar.
    /// </summary>
    public async Task<FilledSeats?> GiveOn(SeminarId id, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, new PersonId(0)) is not { } details) return null;
        var args = new { id, now };
        var taken = await session.Query<HeldSeat>($"""
            select m.held_for as school, m.held_until as until, m.held_made_for as made_for
            from {Unheard}
            where not p.reachable and m.seminar_id = @id and m.held_for is not null
            """, args);
        var back = await session.Execute($"""
            with unheard as (
                select m.id, o.id as said
                from {Unheard}
                where not p.reachable and m.seminar_id = @id
            ), forgotten as (
                delete from outbox o using unheard u where o.id = u.said
            )
            update sign_up m
            set state = 'Waitlisted', confirmed_at = null, passed_at = @now, held_for = null, held_until = null, held_made_for = null
            from unheard u
            where m.id = u.id
            """, args);
        var held = taken.Select(seat => Again(details, seat, now)).OfType<HeldSeat>().ToList();
        if (held.Count > 0) await HoldAgain(id, held);
        details = details with { Seated = details.Seated - back, Waiting = details.Waiting + back, Held = details.Held + held.Count };
        return await Fill(details, now);
    }

    /// <summary>Notes that the person was told which seats are theirs and where others were seated before them.</summary>
    public Task HasHeard(PersonId person) => session.Execute($"""
        with heard as (
            delete from outbox where id in (select o.id from {Unheard} where p.id = @person)
        )
        update sign_up
        set passed_at = null
        where person_id = @person and passed_at is not null
        """, new { person });

    /// <summary>Seminars with a seat that those who were asked have let lie, or cannot hear of, while others wait unasked.</summary>
    public Task<IReadOnlyList<SeminarId>> WithSeatsLying(DateTimeOffset now) => session.Query<SeminarId>("""
        select s.id
        from seminar s
        where s.state = 'Published' and s.starts_at > @now and s.starts_at < @until
          and s.waiting > 0 and (s.seats is null or s.seated + s.held < s.seats)
          and exists (
              select from sign_up m join person p on p.id = m.person_id and p.reachable and p.chat_id is not null
              where m.seminar_id = s.id and m.state = 'Waitlisted' and m.asked_at is null)
          and (not exists (select from sign_up m where m.seminar_id = s.id and m.state = 'Waitlisted' and m.asked_at > @asked)
               or exists (
                  select from sign_up m join person p on p.id = m.person_id and not (p.reachable and p.chat_id is not null)
                  where m.seminar_id = s.id and m.state = 'Waitlisted' and m.asked_at is not null))
        order by s.id
        """, new { now, until = now + Promotion.AskedWithin, asked = now - Promotion.NextAskedAfter });

    /// <summary>
    /// Asks the next in line, behind those who were asked already. A person who stopped the bot loses the offer; the next one gets it at
    /// once.
    /// </summary>
    public async Task<(SeminarDetails Details, IReadOnlyList<Promoted> Asked)?> AskNext(SeminarId id, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, new PersonId(0)) is not { } details) return null;
        if (Promotion.Asked(details.Seminar, details.Attendance, now) is 0) return (details, []);
        var freed = await session.Execute("""
            update sign_up m
            set asked_at = null
            from person p
            where m.seminar_id = @id and m.state = 'Waitlisted' and m.asked_at is not null and p.id = m.person_id
              and not (p.reachable and p.chat_id is not null)
            """, new { id });
        var (known, fresh) = await session.Find<(int, int)>("""
            select count(*)::int, (count(*) filter (where asked_at > @since))::int
            from sign_up
            where seminar_id = @id and state = 'Waitlisted' and asked_at is not null
            """, new { id, since = now - Promotion.NextAskedAfter });
        return (details, await Ask(id, known + (fresh > 0 ? freed : Promotion.AskedForASeat), now));
    }

    /// <summary>
    /// Seats the first of those who wait and can be told; the others keep their place in line, and it is noted that a seat went past them.
    /// The seminar's row is locked by the caller.
    /// </summary>
    internal async Task<IReadOnlyList<Promoted>> Promote(SeminarId id, int count, DateTimeOffset now) => count == 0 ? [] :
        await session.Query<Promoted>("""
            with line as (
                select m.id
                from sign_up m
                join person p on p.id = m.person_id and p.reachable and p.chat_id is not null
                where m.seminar_id = @id and m.state = 'Waitlisted'
                order by m.id
                limit @count
            ), passed as (
                update sign_up u
                set passed_at = @now
                from person p
                where u.seminar_id = @id and u.state = 'Waitlisted' and u.id < (select max(id) from line)
                  and p.id = u.person_id and not (p.reachable and p.chat_id is not null)
            ), seated as (
                update sign_up u
                set state = 'Confirmed', confirmed_at = @now, asked_at = null
                from line
                where u.id = line.id
                returning u.id, u.person_id, u.nomination_id
            )
            select s.id as sign_up, s.person_id as person, case when p.reachable then p.chat_id end as chat,
                   s.nomination_id is not null as is_nominated
            from seated s
            join person p on p.id = s.person_id
            order by s.id
            """, new { id, count, now });

    /// <summary>
    /// Asks those of the first in line who were not asked yet, of those whom a message reaches: the seat goes to the first to tap.
    /// The seminar's row is locked by the caller.
    /// </summary>
    internal async Task<IReadOnlyList<Promoted>> Ask(SeminarId id, int count, DateTimeOffset now) => count == 0 ? [] :
        await session.Query<Promoted>("""
            with line as (
                select m.id
                from sign_up m
                join person p on p.id = m.person_id and p.reachable and p.chat_id is not null
                where m.seminar_id = @id and m.state = 'Waitlisted'
                order by m.id
                limit @count
            ), asked as (
                update sign_up u
                set asked_at = @now
                from line
                where u.id = line.id and u.asked_at is null
                returning u.id, u.person_id
            )
            select a.id as sign_up, a.person_id as person, case when p.reachable then p.chat_id end as chat
            from asked a
            join person p on p.id = a.person_id
            order by a.id
            """, new { id, count, now });

    /// <summary>
    /// Ends every offer that is open, also one that still waits to be sent; who had one. The seminar's row is locked by the caller.
    /// </summary>
    internal Task<IReadOnlyList<Promoted>> EndOffers(SeminarId id) => session.Query<Promoted>($"""
        with open as (
            select id, person_id
            from sign_up
            where seminar_id = @id and state = 'Waitlisted' and asked_at is not null
        ), unsent as (
            delete from outbox o
            using open
            where o.dedup like '{NoticeKey.SeatOfferedStart}' || open.id || ':%' and o.waiting and o.done_at is null
        ), told as (
            update sign_up u
            set asked_at = null
            from open
            where u.id = open.id
            returning u.id, u.person_id
        )
        select t.id as sign_up, t.person_id as person, case when p.reachable then p.chat_id end as chat
        from told t
        join person p on p.id = t.person_id
        order by t.id
        """, new { id });

    /// <summary>Seats that were given to somebody, and the news of it that could not reach them.</summary>
    private const string Unheard = $"""
        person p
        join sign_up m on m.person_id = p.id and m.state = 'Confirmed'
        join outbox o on o.dedup = '{NoticeKey.SeatFreedStart}' || m.id and o.error = '{SendResult.Unreachable}'
        """;

    /// <summary>The seminar's row is locked by the caller.</summary>
    private async Task<FilledSeats> Fill(SeminarDetails details, DateTimeOffset now)
    {
        var ofSchools = await PromoteOfSchools(details, now);
        details = details with { Held = details.Held - ofSchools.Count };
        details = Taken(details, ofSchools.Count);
        var promoted = await Promote(details.Id, Promotion.Count(details.Seminar, details.Attendance, now), now);
        details = Taken(details, promoted.Count);
        var asked = await Ask(details.Id, Promotion.Asked(details.Seminar, details.Attendance, now), now);
        return new(details, [.. ofSchools, .. promoted], asked);
    }
}
