using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
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

/// <summary>The result of giving back a place, and who was seated instead.</summary>
public sealed record SeatReturnResult(
    SeminarDetails Details, SeatReturnOutcome Outcome, IReadOnlyList<Promoted> Promoted, IReadOnlyList<Promoted> Asked)
{
    /// <summary>By which nomination they had the place that they gave back; null: by themselves, or nothing was given back.</summary>
    public NominationId? Nomination { get; init; }
}

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
public sealed partial class SignUpStore(DbSession session, WorkingCalendar calendar, SiteZone zone)
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
            case SignUpOutcome.Seated when details.KeepsMine:
                TakeBack(id, person, nomination);
                return new(details with
                {
                    Mine = SignUpState.Confirmed,
                    Nomination = nomination,
                    Seated = details.Seated + 1,
                    Kept = details.Kept - 1,
                    KeepsMine = false,
                }, outcome)
                { CameBack = true };
            case SignUpOutcome.Seated:
                var isHeld = details.HeldForMine > 0;
                if (isHeld) TakeHeld(id, person);
                Add(id, person, nomination, SignUpState.Confirmed, now);
                if (!isHeld && details.PassedOver) PassOver(id, now);
                return new(details with
                {
                    Mine = SignUpState.Confirmed,
                    Nomination = nomination,
                    Seated = details.Seated + 1,
                    Held = details.Held - (isHeld ? 1 : 0),
                    HeldForMine = details.HeldForMine - (isHeld ? 1 : 0),
                }, outcome)
                { TookHeld = isHeld };
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

    /// <summary>Gives a place back for good; a freed seat goes to the first in line at once.</summary>
    public async Task<SeatReturnResult?> Leave(SeminarId id, PersonId person, DateTimeOffset now) =>
        await SeminarQuery.Lock(session, id, person) is { } details ? await Leave(details, person, isHeld: true, now) : null;

    /// <summary>The seminar's row is locked by the caller, and the details are the person's.</summary>
    /// <param name="details">Where.</param>
    /// <param name="person">Who.</param>
    /// <param name="isHeld">The place of a nominated teacher stays with their school for a while; otherwise it is free at once.</param>
    /// <param name="now">The turn's moment.</param>
    internal Task<SeatReturnResult> Leave(SeminarDetails details, PersonId person, bool isHeld, DateTimeOffset now)
    {
        var until = isHeld ? HeldUntil(details, now) : null;
        var outcome = SeatReturn.Decide(details.Seminar, details.Attendance, now, held: until is not null);
        return Leave(details, person, outcome, keeps: false, until, now);
    }

    /// <summary>
    /// Gives a place back when the person asks to: a seat that no one waits for stays theirs for <see cref="SeatReturn.KeptFor"/>; a seat
    /// that somebody waits for is given back only if the person is <paramref name="sure"/>.
    /// </summary>
    public async Task<SeatReturnResult?> GiveBack(SeminarId id, PersonId person, bool sure, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, person) is not { } details) return null;
        var until = HeldUntil(details, now);
        var outcome = SeatReturn.Decide(details.Seminar, details.Attendance, now, sure, until is not null);
        return await Leave(details, person, outcome, keeps: outcome is SeatReturnOutcome.Left { Keeps: true }, until, now);
    }

    /// <summary>Seminars with kept seats whose time is over.</summary>
    public Task<IReadOnlyList<SeminarId>> WithKeptSeatsOver(DateTimeOffset now) => session.Query<SeminarId>(
        "select distinct seminar_id from sign_up where kept_until <= @now order by seminar_id", new { now });

    /// <summary>
    /// Ends what was kept too long: the seats are for those in line, then for newcomers. Also returns the chats of those who lose
    /// one; null when there is no such seminar. Safe to run twice.
    /// </summary>
    public async Task<(FilledSeats Filled, IReadOnlyList<ChatId> Chats)?> EndKept(SeminarId id, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, new PersonId(0)) is not { } details) return null;
        var chats = await session.Query<long?>("""
            with ended as (
                update sign_up set kept_until = null where seminar_id = @id and kept_until <= @now returning person_id
            )
            select p.chat_id from ended e join person p on p.id = e.person_id
            """, new { id, now });
        return (await Fill(details with { Kept = details.Kept - chats.Count }, now), [.. chats.OfType<long>().Select(ChatId.From)]);
    }

    /// <summary>The seminar's row is locked by the caller.</summary>
    private async Task<SeatReturnResult> Leave(
        SeminarDetails details, PersonId person, SeatReturnOutcome outcome, bool keeps, DateTimeOffset? heldUntil, DateTimeOffset now)
    {
        if (outcome is not SeatReturnOutcome.Left left) return new(details, outcome, [], []);

        Cancel(details.MySignUp!.Value, keeps ? now + SeatReturn.KeptFor : null, now);
        OutboxWriter.Withdraw(session, NoticeKey.SeatFreed(details.MySignUp.Value));
        if (heldUntil is { } until) return await Return(details, person, outcome, until, now);
        var wasSeated = left.What == SignUpState.Confirmed;
        var promoted = await Promote(details.Id, left.Promoted, now);
        var after = details with
        {
            Kept = details.Kept + (keeps ? 1 : 0),
            KeepsMine = keeps,
            MySignUp = null,
            Nomination = null,
            AwaitsAnswer = false,
            Mine = null,
            Came = null,
            Asked = false,
            MyPlace = null,
            Seated = details.Seated - (wasSeated ? 1 : 0) + promoted.Count,
            Waiting = details.Waiting - (wasSeated ? 0 : 1) - promoted.Count,
        };
        var asked = await Ask(details.Id, left.Asked, now);
        return new(await SeminarQuery.Recounted(session, after), outcome, promoted, asked) { Nomination = details.Nomination };
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

    private void Add(SeminarId id, PersonId person, NominationId? nomination, SignUpState state, DateTimeOffset now) => session.Later("""
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, nomination_id)
        values ($1, $2, $3, $4, case when $3 = 'Confirmed' then $4 end, $5)
        """,
        new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<long> { TypedValue = person.Value },
        new NpgsqlParameter<string> { TypedValue = state.ToString() }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
        Nullable(nomination));

    /// <summary>Notes that a seat went past all who wait.</summary>
    private void PassOver(SeminarId id, DateTimeOffset now) => session.Later(
        "update sign_up set passed_at = $2 where seminar_id = $1 and state = 'Waitlisted'",
        new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });

    /// <summary>
    /// Undoes the cancellation: the sign-up is the same as before, with all that was told and noted of it; nominated, unless somebody else
    /// was sent instead.
    /// </summary>
    private void TakeBack(SeminarId id, PersonId person, NominationId? nomination) => session.Later("""
        update sign_up m
        set state = 'Confirmed', cancelled_at = null, kept_until = null,
            nomination_id = coalesce($3, (select n.id from nomination n where n.id = m.nomination_id and n.replaced_by is null))
        where m.seminar_id = $1 and m.person_id = $2 and m.kept_until is not null
        """,
        new NpgsqlParameter<long> { TypedValue = id.Value }, new NpgsqlParameter<long> { TypedValue = person.Value }, Nullable(nomination));

    private void Cancel(long signUp, DateTimeOffset? keptUntil, DateTimeOffset now) => session.Later(
        "update sign_up set state = 'Cancelled', cancelled_at = $2, asked_at = null, kept_until = $3 where id = $1",
        new NpgsqlParameter<long> { TypedValue = signUp }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
        new NpgsqlParameter { Value = keptUntil?.UtcDateTime ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });

    private static NpgsqlParameter Nullable(NominationId? nomination) =>
        new() { Value = nomination?.Value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint };
}
