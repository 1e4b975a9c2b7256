using MspBot.Data.Conversations;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using Npgsql;

namespace MspBot.Data.Seminars.Seats;

/// <summary>How many seats one school is to have.</summary>
public sealed record SeatsOfSchool(SchoolId School, int Count);

/// <summary>The result of holding seats; nothing is held when it was refused. Without a seminar there are no details.</summary>
public sealed record HeldResult(SchoolSeatsRefusal? Refusal, SeminarDetails? Details);

/// <summary>Held seats that are free for all now, how many of each school, and who got them.</summary>
public sealed record ReleasedSeats(FilledSeats Filled, IReadOnlyList<SeatsOfSchool> Of);

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

    /// <summary>Frees what the head holds for a school: for those in line, then for all. Null when there is no such seminar.</summary>
    public async Task<ReleasedSeats?> Release(SeminarId id, SchoolId school, PersonId by, DateTimeOffset now) =>
        await SeminarQuery.Lock(session, id, by) is { } details
            ? await Released(details, "school_id = @school and made_for is null", new { id, school }, now) : null;

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
        if (before.Held == 0) return [];
        if (after.Seats is null) return await ReleaseAll(after.Id);
        if (after.StartsAt < before.StartsAt)
            await session.Execute("update school_seat set until = least(until, @last) where seminar_id = @Id",
                new { after.Id, last = SchoolSeats.Latest(after.StartsAt) });
        return [];
    }

    /// <summary>Nothing is held any more. The seminar's row is locked by the caller.</summary>
    /// <returns>What was held until now.</returns>
    internal async Task<IReadOnlyList<SeatsOfSchool>> ReleaseAll(SeminarId id) =>
        BySchool(await session.Query<SchoolId>("delete from school_seat where seminar_id = @id returning school_id", new { id }));

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
        Add(details.Id, newcomer, nomination, place, now);
        return place == SignUpState.Confirmed ? new SignUpOutcome.Seated() : new SignUpOutcome.Waitlisted(details.Waiting);
    }

    private async Task<ReleasedSeats> Released(SeminarDetails details, string which, object args, DateTimeOffset now)
    {
        var freed = await session.Query<SchoolId>($"delete from school_seat where seminar_id = @id and {which} returning school_id", args);
        return new(await Fill(details with { Held = details.Held - freed.Count }, now), BySchool(freed));
    }

    private static IReadOnlyList<SeatsOfSchool> BySchool(IEnumerable<SchoolId> seats) =>
        [.. seats.GroupBy(school => school).Select(seat => new SeatsOfSchool(seat.Key, seat.Count()))];

    /// <summary>
    /// The place of a nominated teacher stays with their school: for the first of it in line, or for whoever comes instead.
    /// </summary>
    private async Task<SeatReturnResult> Return(
        SeminarDetails details, PersonId person, SeatReturnOutcome outcome, DateTimeOffset until, DateTimeOffset now)
    {
        await session.Execute("""
            insert into school_seat (seminar_id, school_id, until, made_for) values (@Id, @NominatedBySchool, @until, @Nomination)
            """, new { details.Id, details.NominatedBySchool, until, details.Nomination });
        var after = (await SeminarQuery.Find(session, details.Id, person))!;
        var promoted = await PromoteOfSchools(after, now);
        if (promoted.Count > 0) after = (await SeminarQuery.Find(session, details.Id, person))!;
        return new(after, outcome, promoted, []) { Nomination = details.Nomination };
    }

    /// <summary>
    /// Seats the first in line of each school for which a seat is held, and that can be told; the held seats become theirs. The seminar's
    /// row is locked by the caller.
    /// </summary>
    private async Task<IReadOnlyList<Promoted>> PromoteOfSchools(SeminarDetails details, DateTimeOffset now)
    {
        if (details.Held == 0 || details.Waiting == 0 || !details.Seminar.IsOpen(now) || Promotion.IsLate(details.Seminar, now)) return [];
        var pairs = await session.Query<(long SignUp, long Seat)>("""
            with line as (
                select m.id, p.school_id, row_number() over (partition by p.school_id order by m.id) as nr
                from sign_up m
                join person p on p.id = m.person_id and p.reachable and p.chat_id is not null
                where m.seminar_id = @Id and m.state = 'Waitlisted'
            ), seat as (
                select id, school_id, row_number() over (partition by school_id order by until, id) as nr
                from school_seat
                where seminar_id = @Id
            )
            select line.id, seat.id from line join seat using (school_id, nr)
            """, new { details.Id });
        if (pairs.Count == 0) return [];
        // First the seat is held no more, then it is taken: the database never sees one seat twice.
        await session.Execute("delete from school_seat where id = any(@seats)", new { seats = pairs.Select(p => p.Seat).ToArray() });
        return await session.Query<Promoted>("""
            with seated as (
                update sign_up
                set state = 'Confirmed', confirmed_at = @now, asked_at = null
                where id = any(@signUps)
                returning id, person_id, nomination_id
            )
            select s.id as sign_up, s.person_id as person, p.chat_id as chat, s.nomination_id is not null as is_nominated,
                   true as took_held
            from seated s
            join person p on p.id = s.person_id
            order by s.id
            """, new { now, signUps = pairs.Select(p => p.SignUp).ToArray() });
    }

    private DateTimeOffset? HeldUntil(SeminarDetails details, DateTimeOffset now) => details.Nomination is null ? null
        : SchoolSeats.Returned(details.Seminar, details.Mine, calendar.After(now, 1, zone), now);

    /// <summary>Of the seats held for the person's school the one that would be freed first.</summary>
    private void TakeHeld(SeminarId id, PersonId person) => session.Later("""
        delete from school_seat
        where id = (
            select h.id
            from school_seat h
            join person p on p.school_id = h.school_id and p.id = $2
            where h.seminar_id = $1
            order by h.until, h.id
            limit 1)
        """,
        new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<long> { TypedValue = person.Value });

    private static SeminarDetails Taken(SeminarDetails details, int seats) =>
        details with { Seated = details.Seated + seats, Waiting = details.Waiting - seats };
}
