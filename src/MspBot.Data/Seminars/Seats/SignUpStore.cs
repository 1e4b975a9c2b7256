using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using Npgsql;
using NpgsqlTypes;

namespace MspBot.Data.Seminars.Seats;

/// <summary>
/// The result of taking an offered seat; <paramref name="InVain"/> are the others who were offered the seat, if it was the last.
/// </summary>
public sealed record SeatOfferResult(SeminarDetails Details, SeatOfferRefusal? Refusal, IReadOnlyList<Promoted> InVain);

/// <summary>Who was given or offered the seats that lay free.</summary>
public sealed record FilledSeats(SeminarDetails Details, IReadOnlyList<Promoted> Promoted, IReadOnlyList<Promoted> Asked);

/// <summary>Somebody who waited, and is seated or asked now.</summary>
public sealed record Promoted
{
    public long SignUp { get; init; }

    public long Person { get; init; }

    /// <summary>Null when they cannot be told.</summary>
    public ChatId? Chat { get; init; }

    /// <summary>Whether the head of their school has sent them.</summary>
    public bool IsNominated { get; init; }

    /// <summary>Whether the seat was held for their school.</summary>
    public bool TookHeld { get; init; }
}

/// <summary>
/// Places in seminars. All is decided under the lock of the seminar's row, so a number of a sign-up is also its place in
/// line; the database refuses an oversold seat and a second sign-up by itself.
/// </summary>
public sealed partial class SignUpStore(DbSession session, QuietHours quiet)
{
    /// <summary>
    /// Seats a person, or puts them in line; null when there is no such seminar. The row itself is written with the commit.
    /// </summary>
    /// <param name="id">Where.</param>
    /// <param name="person">Who.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="orWait">Where there is no seat, a place in line; otherwise nothing.</param>
    public async Task<SignUpResult?> SignUp(SeminarId id, PersonId person, DateTimeOffset now, bool orWait = true) =>
        await SeminarQuery.Lock(session, id, person) is { } details ? await SignUp(details, person, null, now, orWait) : null;

    /// <summary>The seminar's row is locked by the caller, and the details are the person's.</summary>
    internal async Task<SignUpResult> SignUp(
        SeminarDetails details, PersonId person, NominationId? nomination, DateTimeOffset now, bool orWait = true)
    {
        var id = details.Id;
        var outcome = Domain.Seminars.Seats.SignUp.Decide(details.Seminar, details.Attendance, now, orWait);
        switch (outcome)
        {
            case SignUpOutcome.Seated:
                var isKept = details.Attendance.HasKept(details.Seats);
                var isHeld = !isKept && details.HeldForMine > 0;
                var held = isHeld ? await TakeHeld(id, person) : null;
                // A moment ago the person has left the school for which it is held.
                if (isHeld && held is null) return await SignUp(details with { HeldForMine = 0 }, person, nomination, now, orWait);
                if (details.KeptBy is { } by) TakeBack(id, person, by, nomination, held);
                else Add(id, person, nomination, SignUpState.Confirmed, now, held);
                if (!isKept && !isHeld && details.PassedOver) PassOver(id, now);
                return new(details with
                {
                    Mine = SignUpState.Confirmed,
                    Nomination = nomination,
                    Seated = details.Seated + 1,
                    Kept = details.Kept - (details.KeepsMine ? 1 : 0),
                    KeptBy = null,
                    Held = details.Held - (isHeld ? 1 : 0),
                    HeldForMine = details.HeldForMine - (isHeld ? 1 : 0),
                }, outcome)
                { CameBack = details.KeptBy > 0, TookHeld = isHeld };
            case SignUpOutcome.Waitlisted(var place):
                Add(id, person, nomination, SignUpState.Waitlisted, now);
                details = details with
                {
                    Mine = SignUpState.Waitlisted,
                    Nomination = nomination,
                    MyPlace = place,
                    Waiting = details.Waiting + 1,
                };
                // A newcomer may also take a seat that has been offered and not yet taken.
                var asked = await Ask(id, Promotion.Asked(details.Seminar, details.Attendance, now), now);
                return new(details with { Asked = asked.Any(a => a.Person == person.Value) }, outcome);
            default:
                return new(details, outcome);
        }
    }

    /// <summary>Takes a seat that was freed shortly before the start; the last one taken ends the question to the others.</summary>
    public async Task<SeatOfferResult?> Take(SeminarId id, PersonId person, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, person) is not { } details) return null;
        if (SeatOffer.Check(details.Seminar, details.Attendance, details.Asked, now) is { } refusal) return new(details, refusal, []);

        await session.Execute("update sign_up set state = 'Confirmed', confirmed_at = @now, asked_at = null where id = @MySignUp",
            new { now, details.MySignUp });
        var taken = details with
        {
            Mine = SignUpState.Confirmed,
            MyPlace = null,
            Asked = false,
            Seated = details.Seated + 1,
            Waiting = details.Waiting - 1
        };
        return new(taken, null, taken.Attendance.FreeSeats(taken.Seats) is 0 ? await EndOffers(id) : []);
    }

    /// <summary>The coming seminars in which a person has a place, in the order in which they may be locked one after the other.</summary>
    public Task<IReadOnlyList<SeminarId>> ComingOf(PersonId person, DateTimeOffset now) => session.Query<SeminarId>("""
        select s.id
        from sign_up m
        join seminar s on s.id = m.seminar_id
        where m.person_id = @person and m.state <> 'Cancelled' and s.state = 'Published' and s.starts_at > @now
        order by s.id
        """, new { person, now });

    private void Add(
        SeminarId id, PersonId person, NominationId? nomination, SignUpState state, DateTimeOffset now, HeldSeat? held = null) =>
        session.Later("""
        insert into sign_up (
            seminar_id, person_id, state, created_at, confirmed_at, nomination_id, held_for, held_until, held_made_for)
        values ($1, $2, $3, $4, case when $3 = 'Confirmed' then $4 end, $5, $6, $7, $8)
        """,
        [
            new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<long> { TypedValue = person.Value },
            new NpgsqlParameter<string> { TypedValue = state.ToString() }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
            Nullable(nomination?.Value), .. Of(held),
        ]);

    /// <summary>Notes that a seat went past all who wait.</summary>
    private void PassOver(SeminarId id, DateTimeOffset now) => session.Later(
        "update sign_up set passed_at = $2 where seminar_id = $1 and state = 'Waitlisted'",
        new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });

    /// <summary>
    /// Undoes the cancellation: the sign-up is the same as before, with all that was told and noted of it; nominated, unless somebody else
    /// was sent instead. Who was sent meanwhile, and has given that place back as well, has two.
    /// </summary>
    private void TakeBack(SeminarId id, PersonId person, long keptBy, NominationId? nomination, HeldSeat? held) => session.Later($"""
        update sign_up m
        set state = 'Confirmed', cancelled_at = null, kept_until = null, nomination_id = {(keptBy == 0 ? "$3" : KeptNomination)},
            held_for = $4, held_until = $5, held_made_for = $6
        where m.id = (select max(id) from sign_up where seminar_id = $1 and person_id = $2 and kept_until is not null)
        """,
        [
            new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<long> { TypedValue = person.Value },
            Nullable(nomination?.Value), .. Of(held),
        ]);

    private const string KeptNomination =
        "coalesce($3, (select n.id from nomination n where n.id = m.nomination_id and n.replaced_by is null))";

    private static NpgsqlParameter[] Of(HeldSeat? held) =>
        [Nullable(held?.School.Value), Nullable(held?.Until), Nullable(held?.MadeFor?.Value)];

    private static NpgsqlParameter Nullable(long? value) =>
        new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint };

    private static NpgsqlParameter Nullable(DateTimeOffset? value) =>
        new() { Value = value?.UtcDateTime ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
