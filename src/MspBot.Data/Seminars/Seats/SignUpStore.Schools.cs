using MspBot.Data.Conversations;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Seminars.Seats;

/// <summary>How many seats one school is to have.</summary>
public sealed record SeatsOfSchool(SchoolId School, int Count);

/// <summary>The result of holding seats; nothing is held when it was refused. Without a seminar there are no details.</summary>
public sealed record HeldResult(SchoolSeatsRefusal? Refusal, SeminarDetails? Details);

/// <summary>Held seats that are free for all now, how many of each school, and who got them.</summary>
public sealed record ReleasedSeats(FilledSeats Filled, IReadOnlyList<SeatsOfSchool> Of);

/// <summary>A seat held for a school.</summary>
internal sealed record HeldSeat
{
    public SchoolId School { get; init; }

    public DateTimeOffset Until { get; init; }

    /// <summary>By which nomination somebody had the place and gave it back; null: the head of the site holds it.</summary>
    public NominationId? MadeFor { get; init; }
}

/// <content>Seats held for schools.</content>
public sealed partial class SignUpStore
{
    /// <summary>Holds seats for schools, all of them or none.</summary>
    public async Task<HeldResult> Hold(SeminarId id, IReadOnlyCollection<SeatsOfSchool> seats, DateTimeOffset until, PersonId by,
        DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, by) is not { } details) return new(SchoolSeatsRefusal.NoSuchSeminar, null);
        var count = seats.Sum(s => s.Count);
        if (SchoolSeats.Check(details.Seminar, details.Attendance, count, until, now) is { } refusal) return new(refusal, details);

        var schools = seats.Select(s => s.School.Value).ToArray();
        // They stay until the commit.
        var listed = await session.Query<long>("select id from school where id = any(@schools) and confirmed_at is not null for key share",
            new { schools });
        if (listed.Count < schools.Distinct().Count()) return new(SchoolSeatsRefusal.NoSuchSchool, details);
        await session.Execute("""
            insert into school_seat (seminar_id, school_id, until)
            select @id, w.school, @until
            from unnest(@schools, @counts) as w(school, count), generate_series(1, w.count)
            """, new { id, until, schools, counts = seats.Select(s => s.Count).ToArray() });
        return new(null, await SeminarQuery.Find(session, id, by));
    }

    /// <summary>
    /// Frees what the head holds for a school: for those in line, then for all; so are the seats that somebody has taken of it, once they
    /// are given back. Null when it is not as many as the head has seen, or there is no such seminar.
    /// </summary>
    public async Task<ReleasedSeats?> Release(SeminarId id, SchoolId school, long seen, PersonId by, DateTimeOffset now)
    {
        const string which = "school_id = @school and made_for is null";
        const string count = $"select count(*) from school_seat where seminar_id = @id and {which}";
        if (await SeminarQuery.Lock(session, id, by) is not { } details
            || await session.Value<long>(count, new { id, school }) != seen) return null;
        await session.Execute("""
            update sign_up
            set held_for = null, held_until = null
            where seminar_id = @id and state = 'Confirmed' and held_for = @school and held_made_for is null
            """, new { id, school });
        return await Released(details, which, new { id, school }, now);
    }

    /// <summary>Meetings with held seats whose time is over.</summary>
    public Task<IReadOnlyList<SeminarId>> WithHeldSeatsOver(DateTimeOffset now) => session.Query<SeminarId>(
        "select distinct seminar_id from school_seat where until <= @now order by seminar_id", new { now });

    /// <summary>Frees the held seats whose time is over; null when there is no such seminar. Safe to run twice.</summary>
    public async Task<ReleasedSeats?> EndHeld(SeminarId id, DateTimeOffset now) =>
        await SeminarQuery.Lock(session, id, new PersonId(0)) is { } details
            ? await Released(details, "until <= @now", new { id, now }, now) : null;

    /// <summary>Coming meetings in which somebody waits for whose school a seat is held: they came to that school, or back to us.</summary>
    public Task<IReadOnlyList<SeminarId>> WithHeldSeatsLying(DateTimeOffset now) => session.Query<SeminarId>("""
        select distinct s.id
        from seminar s
        join school_seat h on h.seminar_id = s.id
        join sign_up m on m.seminar_id = s.id and m.state = 'Waitlisted'
        join person p on p.id = m.person_id and p.school_id = h.school_id and p.reachable and p.chat_id is not null
        where s.state = 'Published' and s.held > 0 and s.waiting > 0 and s.starts_at > @late
        order by s.id
        """, new { late = now + Promotion.AskedWithin });

    /// <summary>
    /// Held seats as a changed meeting can have them: none where seats are unlimited, and none that is held too near the new start. The
    /// seminar's row is locked by the caller.
    /// </summary>
    /// <returns>What is free for all now.</returns>
    internal async Task<IReadOnlyList<SeatsOfSchool>> FitHeld(SeminarDetails before, SeminarDetails after)
    {
        if (after.Seats is null) return before.Seats is null ? [] : await ReleaseAll(after.Id);
        if (before.Held > 0 && after.StartsAt < before.StartsAt)
            await session.Execute("update school_seat set until = least(until, @last) where seminar_id = @Id",
                new { after.Id, last = SchoolSeats.Latest(after.StartsAt) });
        return [];
    }

    /// <summary>Nothing is held any more, nor again once it is given back. The seminar's row is locked by the caller.</summary>
    /// <returns>What was held until now.</returns>
    internal async Task<IReadOnlyList<SeatsOfSchool>> ReleaseAll(SeminarId id)
    {
        await session.Execute("""
            update sign_up set held_for = null, held_until = null, held_made_for = null where seminar_id = @id and held_for is not null
            """, new { id });
        return BySchool(await session.Query<SchoolId>("delete from school_seat where seminar_id = @id returning school_id", new { id }));
    }

    /// <summary>
    /// One out, one in: the newcomer has the seat in the same moment, or a place at the line's end where the other one waited. The
    /// seminar's row is locked by the caller, and the details are the newcomer's.
    /// </summary>
    internal async Task<SignUpOutcome> Swap(
        SeminarDetails details, PersonId former, PersonId newcomer, NominationId nomination, SignUpState place, DateTimeOffset now)
    {
        var left = (await SeminarQuery.Find(session, details.Id, former))!;
        Cancel(left.MySignUp!.Value, null, now);
        OutboxWriter.Withdraw(session, NoticeKey.SeatFreed(left.MySignUp.Value));
        // A seat may lie free because the other one could not be told of it.
        if (place == SignUpState.Waitlisted)
            return (await SignUp((await SeminarQuery.Find(session, details.Id, newcomer))!, newcomer, nomination, now)).Outcome;
        Add(details.Id, newcomer, nomination, place, now, Taken(left));
        return new SignUpOutcome.Seated();
    }

    private async Task<ReleasedSeats> Released(SeminarDetails details, string which, object args, DateTimeOffset now)
    {
        var freed = await session.Query<SchoolId>($"delete from school_seat where seminar_id = @id and {which} returning school_id", args);
        return new(await Fill(details with { Held = details.Held - freed.Count }, now), BySchool(freed));
    }

    private static IReadOnlyList<SeatsOfSchool> BySchool(IEnumerable<SchoolId> seats) =>
        [.. seats.GroupBy(school => school).Select(seat => new SeatsOfSchool(seat.Key, seat.Count()))];

    /// <summary>
    /// Seats the first in line of each school for which a seat is held, and that can be told; the held seats become theirs. The seminar's
    /// row is locked by the caller.
    /// </summary>
    private async Task<IReadOnlyList<Promoted>> PromoteOfSchools(SeminarDetails details, DateTimeOffset now)
    {
        if (details.Held == 0 || details.Waiting == 0 || !details.Seminar.IsOpen(now) || Promotion.IsLate(details.Seminar, now)) return [];
        // First the seat is held no more, then it is taken: the database never sees one seat twice.
        return await session.Query<Promoted>("""
            with line as (
                select m.id, p.school_id, row_number() over (partition by p.school_id order by m.id) as nr
                from sign_up m
                join person p on p.id = m.person_id and p.reachable and p.chat_id is not null
                where m.seminar_id = @Id and m.state = 'Waitlisted'
            ), seat as (
                select id, school_id, row_number() over (partition by school_id order by until, id) as nr
                from school_seat
                where seminar_id = @Id
            ), pair as (
                select line.id as sign_up, seat.id as seat from line join seat using (school_id, nr)
            ), freed as (
                delete from school_seat h using pair where h.id = pair.seat returning pair.sign_up, h.school_id, h.until, h.made_for
            ), seated as (
                update sign_up u
                set state = 'Confirmed', confirmed_at = @now, asked_at = null, held_for = f.school_id, held_until = f.until,
                    held_made_for = f.made_for
                from freed f
                where u.id = f.sign_up
                returning u.id, u.person_id, u.nomination_id
            )
            select s.id as sign_up, s.person_id as person, p.chat_id as chat, s.nomination_id is not null as is_nominated,
                   true as took_held
            from seated s
            join person p on p.id = s.person_id
            order by s.id
            """, new { details.Id, now });
    }

    /// <summary>Of the seats held for the person's school the one that would be freed first; null: there is none any more.</summary>
    private Task<HeldSeat?> TakeHeld(SeminarId id, PersonId person) => session.Find<HeldSeat>("""
        delete from school_seat
        where id = (
            select h.id
            from school_seat h
            join person p on p.school_id = h.school_id and p.id = @person
            where h.seminar_id = @id
            order by h.until, h.id
            limit 1)
        returning school_id as school, until, made_for
        """, new { id, person });

    private Task<int> HoldAgain(SeminarId id, IReadOnlyCollection<HeldSeat> seats) => session.Execute("""
        insert into school_seat (seminar_id, school_id, until, made_for)
        select @id, h.school, h.until, h.made_for
        from unnest(@schools, @untils, @madeFor) as h(school, until, made_for)
        """, new
    {
        id,
        schools = seats.Select(s => s.School.Value).ToArray(),
        untils = seats.Select(s => s.Until.UtcDateTime).ToArray(),
        madeFor = seats.Select(s => s.MadeFor?.Value).ToArray(),
    });

    private static SeminarDetails Taken(SeminarDetails details, int seats) =>
        details with { Seated = details.Seated + seats, Waiting = details.Waiting - seats };
}
