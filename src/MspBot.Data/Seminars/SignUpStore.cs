using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using Npgsql;

namespace MspBot.Data.Seminars;

/// <summary>What a person's wish for a place led to; <paramref name="Sheet"/> is the seminar as it stands to them after it.</summary>
public sealed record SignUpResult(SeminarSheet Sheet, SignUpOutcome Outcome);

/// <summary>What giving a place back led to, and who was seated instead.</summary>
public sealed record LeavingResult(SeminarSheet Sheet, LeavingOutcome Outcome, IReadOnlyList<Promoted> Promoted);

/// <summary>Somebody who waited and is seated now. <paramref name="Chat"/> is null when they cannot be told.</summary>
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
                return new(sheet with { Mine = SignUpState.Confirmed, Seated = sheet.Seated + 1 }, outcome);
            case SignUpOutcome.Waitlisted(var place):
                Add(id, person, SignUpState.Waitlisted, now);
                return new(sheet with { Mine = SignUpState.Waitlisted, MyPlace = place, Waiting = sheet.Waiting + 1 }, outcome);
            default:
                return new(sheet, outcome);
        }
    }

    /// <summary>Gives a place back; a freed seat goes to the first in line at once.</summary>
    public async Task<LeavingResult?> Leave(SeminarId id, PersonId person, DateTimeOffset now)
    {
        if (await SheetQuery.Lock(session, id, person) is not { } sheet) return null;
        var outcome = Leaving.Decide(sheet.Seminar, sheet.Attendance, now);
        if (outcome is not LeavingOutcome.Left left) return new(sheet, outcome, []);

        Cancel(sheet.MySignUp!.Value, now);
        var wasSeated = left.What == SignUpState.Confirmed;
        return new(sheet with
        {
            MySignUp = null,
            Mine = null,
            MyPlace = null,
            Seated = sheet.Seated - (wasSeated ? 1 : 0) + left.Promoted,
            Waiting = sheet.Waiting - (wasSeated ? 0 : 1) - left.Promoted,
        }, outcome, await Promote(id, left.Promoted, now));
    }

    /// <summary>The coming seminars in which a person has a place, in the order in which they may be locked one after the other.</summary>
    public Task<IReadOnlyList<SeminarId>> ComingOf(PersonId person, DateTimeOffset now) => session.Query<SeminarId>("""
        select s.id
        from sign_up m
        join seminar s on s.id = m.seminar_id
        where m.person_id = @person and m.state <> 'Cancelled' and s.state = 'Published' and s.starts_at > @now
        order by s.id
        """, new { person, now });

    /// <summary>Seats the first of those who wait. The seminar's row is locked by the caller.</summary>
    internal async Task<IReadOnlyList<Promoted>> Promote(SeminarId id, int count, DateTimeOffset now) => count == 0 ? [] :
        await session.Query<Promoted>("""
            with line as (
                select id
                from sign_up
                where seminar_id = @id and state = 'Waitlisted'
                order by id
                limit @count
            ), seated as (
                update sign_up u
                set state = 'Confirmed', confirmed_at = @now
                from line
                where u.id = line.id
                returning u.id, u.person_id
            )
            select s.id as sign_up, s.person_id as person, case when p.reachable then p.telegram_id end as chat
            from seated s
            join person p on p.id = s.person_id
            order by s.id
            """, new { id, count, now });

    private void Add(SeminarId id, PersonId person, SignUpState state, DateTimeOffset now) => session.Later("""
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
        values ($1, $2, $3, $4, case when $3 = 'Confirmed' then $4 end)
        """,
        new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<long> { TypedValue = person.Value },
        new NpgsqlParameter<string> { TypedValue = state.ToString() }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });

    private void Cancel(long signUp, DateTimeOffset now) => session.Later(
        "update sign_up set state = 'Cancelled', cancelled_at = $2 where id = $1",
        new NpgsqlParameter<long> { TypedValue = signUp }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
}
