using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using Npgsql;

namespace MspBot.Data.Seminars;

/// <summary>What a person's wish for a place led to; <paramref name="Sheet"/> is the seminar as it stands to them after it.</summary>
public sealed record SignUpResult(SeminarSheet Sheet, SignUpOutcome Outcome);

/// <summary>What taking a freed seat led to, and who of the others was asked in vain.</summary>
public sealed record TakingResult(SeminarSheet Sheet, TakingRefusal? Refusal, IReadOnlyList<Promoted> InVain);

/// <summary>What giving a place back led to, and who was seated instead.</summary>
public sealed record LeavingResult(SeminarSheet Sheet, LeavingOutcome Outcome, IReadOnlyList<Promoted> Promoted, IReadOnlyList<Promoted> Asked);

/// <summary>Who was given or offered the seats that lay free.</summary>
public sealed record FilledSeats(SeminarSheet Sheet, IReadOnlyList<Promoted> Promoted, IReadOnlyList<Promoted> Asked);

/// <summary>Somebody who waited, and is seated or asked now. <paramref name="Chat"/> is null when they cannot be told.</summary>
public sealed record Promoted(long SignUp, long Person, long? Chat);

/// <summary>
/// Places in seminars. All is decided under the lock of the seminar's row, so a number of a sign-up is also its place in
/// line; the database refuses an oversold seat and a second sign-up by itself.
/// </summary>
public sealed class SignUpStore(DbSession session)
{
    /// <summary>Seats a person, or puts them in line; null when there is no such seminar. The row itself is written with the commit.</summary>
    public async Task<SignUpResult?> SignUp(SeminarId id, PersonId person, DateTimeOffset now)
    {
        if (await SheetQuery.Lock(session, id, person) is not { } sheet) return null;
        var outcome = Domain.Seminars.SignUp.Decide(sheet.Seminar, sheet.Attendance, now);
        switch (outcome)
        {
            case SignUpOutcome.Seated:
                Add(id, person, SignUpState.Confirmed, now);
                if (sheet.PassedOver) PassOver(id, now);
                return new(sheet with { Mine = SignUpState.Confirmed, Seated = sheet.Seated + 1 }, outcome);
            case SignUpOutcome.Waitlisted(var place):
                Add(id, person, SignUpState.Waitlisted, now);
                sheet = sheet with { Mine = SignUpState.Waitlisted, MyPlace = place, Waiting = sheet.Waiting + 1 };
                // A seat that nobody of those asked has taken yet is the newcomer's as well to take.
                var asked = await Ask(id, Promotion.Asked(sheet.Seminar, sheet.Attendance, now), now);
                return new(sheet with { Asked = asked.Any(a => a.Person == person.Value) }, outcome);
            default:
                return new(sheet, outcome);
        }
    }

    /// <summary>Gives a place back; a freed seat goes to the first in line at once.</summary>
    public async Task<LeavingResult?> Leave(SeminarId id, PersonId person, DateTimeOffset now)
    {
        if (await SheetQuery.Lock(session, id, person) is not { } sheet) return null;
        var outcome = Leaving.Decide(sheet.Seminar, sheet.Attendance, now);
        if (outcome is not LeavingOutcome.Left left) return new(sheet, outcome, [], []);

        Cancel(sheet.MySignUp!.Value, now);
        OutboxWriter.Withdraw(session, SeatedKey(sheet.MySignUp.Value));
        var wasSeated = left.What == SignUpState.Confirmed;
        var promoted = await Promote(id, left.Promoted, now);
        var after = sheet with
        {
            MySignUp = null,
            Mine = null,
            Came = null,
            Asked = false,
            MyPlace = null,
            Seated = sheet.Seated - (wasSeated ? 1 : 0) + promoted.Count,
            Waiting = sheet.Waiting - (wasSeated ? 0 : 1) - promoted.Count,
        };
        var asked = await Ask(id, left.Asked, now);
        return new(await SheetQuery.Recounted(session, after), outcome, promoted, asked);
    }

    /// <summary>Takes a seat that was freed shortly before the start; the last one taken ends the question to the others.</summary>
    public async Task<TakingResult?> Take(SeminarId id, PersonId person, DateTimeOffset now)
    {
        if (await SheetQuery.Lock(session, id, person) is not { } sheet) return null;
        if (Taking.Check(sheet.Seminar, sheet.Attendance, sheet.Asked, now) is { } refusal) return new(sheet, refusal, []);

        await session.Execute("update sign_up set state = 'Confirmed', confirmed_at = @now, asked_at = null where id = @MySignUp", new { now, sheet.MySignUp });
        var taken = sheet with { Mine = SignUpState.Confirmed, MyPlace = null, Asked = false, Seated = sheet.Seated + 1, Waiting = sheet.Waiting - 1 };
        return new(taken, null, taken.Attendance.FreeSeats(taken.Seats) is 0 ? await EndOffers(id) : []);
    }

    /// <summary>Seats or asks those who wait where a seat lies free, as when somebody can be reached again; null when there is no such seminar.</summary>
    public async Task<FilledSeats?> Fill(SeminarId id, DateTimeOffset now) =>
        await SheetQuery.Lock(session, id, new PersonId(0)) is { } sheet ? await Fill(sheet, now) : null;

    /// <summary>Coming seminars in which a seat was given to somebody whom the news of it could not reach.</summary>
    public Task<IReadOnlyList<SeminarId>> WithSeatsUnheard(DateTimeOffset now) => session.Query<SeminarId>($"""
        select distinct s.id
        from {Unheard}
        join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.starts_at > @now
        where not p.reachable
        order by s.id
        """, new { now });

    /// <summary>
    /// Whoever could not hear of their seat is back at their place in line, and the seat goes on; null when there is no such seminar.
    /// </summary>
    public async Task<FilledSeats?> GiveOn(SeminarId id, DateTimeOffset now)
    {
        if (await SheetQuery.Lock(session, id, new PersonId(0)) is not { } sheet) return null;
        var back = await session.Execute($"""
            with unheard as (
                select m.id, o.id as said
                from {Unheard}
                where not p.reachable and m.seminar_id = @id
            ), forgotten as (
                delete from outbox o using unheard u where o.id = u.said
            )
            update sign_up m
            set state = 'Waitlisted', confirmed_at = null, passed_at = @now
            from unheard u
            where m.id = u.id
            """, new { id, now });
        return await Fill(sheet with { Seated = sheet.Seated - back, Waiting = sheet.Waiting + back }, now);
    }

    /// <summary>They have heard how they stand: which seats are theirs, and that others went past them.</summary>
    public Task HasHeard(PersonId person) => session.Execute($"""
        with heard as (
            delete from outbox where id in (select o.id from {Unheard} where p.id = @person)
        )
        update sign_up
        set passed_at = null
        where person_id = @person and passed_at is not null
        """, new { person });

    /// <summary>What keeps «Освободилось место» from being said twice, and by what it is taken back.</summary>
    public static string SeatedKey(long signUp) => $"seated:{signUp}";

    /// <summary>Seminars with a seat that those who were asked have let lie, or cannot hear of, while others wait unasked.</summary>
    public Task<IReadOnlyList<SeminarId>> WithSeatsLying(DateTimeOffset now) => session.Query<SeminarId>("""
        select s.id
        from seminar s
        where s.state = 'Published' and s.starts_at > @now and s.starts_at < @until and s.waiting > 0 and (s.seats is null or s.seated < s.seats)
          and exists (
              select from sign_up m join person p on p.id = m.person_id and p.reachable
              where m.seminar_id = s.id and m.state = 'Waitlisted' and m.asked_at is null)
          and (not exists (select from sign_up m where m.seminar_id = s.id and m.state = 'Waitlisted' and m.asked_at > @asked)
               or exists (
                  select from sign_up m join person p on p.id = m.person_id and not p.reachable
                  where m.seminar_id = s.id and m.state = 'Waitlisted' and m.asked_at is not null))
        order by s.id
        """, new { now, until = now + Promotion.AskedWithin, asked = now - Promotion.NextAskedAfter });

    /// <summary>
    /// Asks the next in line, behind those who were asked already. Whoever stopped the bot meanwhile has no offer any more: the next one
    /// gets it at once.
    /// </summary>
    public async Task<(SeminarSheet Sheet, IReadOnlyList<Promoted> Asked)?> AskNext(SeminarId id, DateTimeOffset now)
    {
        if (await SheetQuery.Lock(session, id, new PersonId(0)) is not { } sheet) return null;
        if (Promotion.Asked(sheet.Seminar, sheet.Attendance, now) is 0) return (sheet, []);
        var freed = await session.Execute("""
            update sign_up m
            set asked_at = null
            from person p
            where m.seminar_id = @id and m.state = 'Waitlisted' and m.asked_at is not null and p.id = m.person_id and not p.reachable
            """, new { id });
        var (known, fresh) = await session.Find<(int, int)>("""
            select count(*)::int, (count(*) filter (where asked_at > @since))::int
            from sign_up
            where seminar_id = @id and state = 'Waitlisted' and asked_at is not null
            """, new { id, since = now - Promotion.NextAskedAfter });
        return (sheet, await Ask(id, known + (fresh > 0 ? freed : Promotion.AskedForASeat), now));
    }

    /// <summary>The coming seminars in which a person has a place, in the order in which they may be locked one after the other.</summary>
    public Task<IReadOnlyList<SeminarId>> ComingOf(PersonId person, DateTimeOffset now) => session.Query<SeminarId>("""
        select s.id
        from sign_up m
        join seminar s on s.id = m.seminar_id
        where m.person_id = @person and m.state <> 'Cancelled' and s.state = 'Published' and s.starts_at > @now
        order by s.id
        """, new { person, now });

    /// <summary>
    /// Seats the first of those who wait and can be told; the others keep their place in line, and it is noted that a seat went past them.
    /// The seminar's row is locked by the caller.
    /// </summary>
    internal async Task<IReadOnlyList<Promoted>> Promote(SeminarId id, int count, DateTimeOffset now) => count == 0 ? [] :
        await session.Query<Promoted>("""
            with line as (
                select m.id
                from sign_up m
                join person p on p.id = m.person_id and p.reachable and p.telegram_id is not null
                where m.seminar_id = @id and m.state = 'Waitlisted'
                order by m.id
                limit @count
            ), passed as (
                update sign_up u
                set passed_at = @now
                from person p
                where u.seminar_id = @id and u.state = 'Waitlisted' and u.id < (select max(id) from line)
                  and p.id = u.person_id and not (p.reachable and p.telegram_id is not null)
            ), seated as (
                update sign_up u
                set state = 'Confirmed', confirmed_at = @now, asked_at = null
                from line
                where u.id = line.id
                returning u.id, u.person_id
            )
            select s.id as sign_up, s.person_id as person, case when p.reachable then p.telegram_id end as chat
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
                join person p on p.id = m.person_id and p.reachable and p.telegram_id is not null
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
            select a.id as sign_up, a.person_id as person, case when p.reachable then p.telegram_id end as chat
            from asked a
            join person p on p.id = a.person_id
            order by a.id
            """, new { id, count, now });

    /// <summary>Ends every offer that is open, also one that still waits to be sent; who had one. The seminar's row is locked by the caller.</summary>
    internal Task<IReadOnlyList<Promoted>> EndOffers(SeminarId id) => session.Query<Promoted>("""
        with open as (
            select id, person_id
            from sign_up
            where seminar_id = @id and state = 'Waitlisted' and asked_at is not null
        ), unsent as (
            delete from outbox o
            using open
            where o.dedup like 'offer:' || open.id || ':%' and o.waiting and o.done_at is null
        ), told as (
            update sign_up u
            set asked_at = null
            from open
            where u.id = open.id
            returning u.id, u.person_id
        )
        select t.id as sign_up, t.person_id as person, case when p.reachable then p.telegram_id end as chat
        from told t
        join person p on p.id = t.person_id
        order by t.id
        """, new { id });

    /// <summary>Seats that were given to somebody, and the news of it that could not reach them.</summary>
    private const string Unheard = $"""
        person p
        join sign_up m on m.person_id = p.id and m.state = 'Confirmed'
        join outbox o on o.dedup = 'seated:' || m.id and o.error = '{SendResult.Unreachable}'
        """;

    /// <summary>The seminar's row is locked by the caller.</summary>
    private async Task<FilledSeats> Fill(SeminarSheet sheet, DateTimeOffset now)
    {
        var promoted = await Promote(sheet.Id, Promotion.Count(sheet.Seminar, sheet.Attendance, now), now);
        sheet = sheet with { Seated = sheet.Seated + promoted.Count, Waiting = sheet.Waiting - promoted.Count };
        return new(sheet, promoted, await Ask(sheet.Id, Promotion.Asked(sheet.Seminar, sheet.Attendance, now), now));
    }

    private void Add(SeminarId id, PersonId person, SignUpState state, DateTimeOffset now) => session.Later("""
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
        values ($1, $2, $3, $4, case when $3 = 'Confirmed' then $4 end)
        """,
        new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<long> { TypedValue = person.Value },
        new NpgsqlParameter<string> { TypedValue = state.ToString() }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });

    /// <summary>Notes that a seat went past all who wait.</summary>
    private void PassOver(SeminarId id, DateTimeOffset now) => session.Later(
        "update sign_up set passed_at = $2 where seminar_id = $1 and state = 'Waitlisted'",
        new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });

    private void Cancel(long signUp, DateTimeOffset now) => session.Later(
        "update sign_up set state = 'Cancelled', cancelled_at = $2, asked_at = null where id = $1",
        new NpgsqlParameter<long> { TypedValue = signUp }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
}
