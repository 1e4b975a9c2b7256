using MspBot.Data.Conversations;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using Npgsql;

namespace MspBot.Data.Seminars.Seats;

/// <summary>The result of giving back a place, and who was seated instead.</summary>
public sealed record SeatReturnResult(
    SeminarDetails Details, SeatReturnOutcome Outcome, IReadOnlyList<Promoted> Promoted, IReadOnlyList<Promoted> Asked)
{
    /// <summary>By which nomination they had the place that they gave back; null: by themselves, or nothing was given back.</summary>
    public NominationId? Nomination { get; init; }

    /// <summary>The school for which the seat is held from now on, and until when; null: for none.</summary>
    public SchoolId? HeldFor { get; init; }

    public DateTimeOffset? HeldUntil { get; init; }
}

/// <content>Places that are given back.</content>
public sealed partial class SignUpStore
{
    /// <summary>Gives a place back for good; a freed seat goes to the first in line at once.</summary>
    public async Task<SeatReturnResult?> Leave(SeminarId id, PersonId person, DateTimeOffset now) =>
        await SeminarQuery.Lock(session, id, person) is { } details ? await Leave(details, person, isHeld: true, now) : null;

    /// <summary>The seminar's row is locked by the caller, and the details are the person's.</summary>
    /// <param name="details">Where.</param>
    /// <param name="person">Who.</param>
    /// <param name="isHeld">
    /// The place of a nominated teacher stays with their school for a while; otherwise only a seat that was held for it before.
    /// </param>
    /// <param name="now">The turn's moment.</param>
    internal Task<SeatReturnResult> Leave(SeminarDetails details, PersonId person, bool isHeld, DateTimeOffset now)
    {
        var held = HeldAfter(details, isHeld, now);
        var outcome = SeatReturn.Decide(details.Seminar, details.Attendance, now, heirs: held is null ? null : 0);
        return Leave(details, person, outcome, keeps: false, held, now);
    }

    /// <summary>
    /// Gives a place back when the person asks to: a seat that no one waits for stays theirs for <see cref="SeatReturn.KeptFor"/>; a seat
    /// that somebody waits for is given back only if the person is <paramref name="sure"/>.
    /// </summary>
    public async Task<SeatReturnResult?> GiveBack(SeminarId id, PersonId person, bool sure, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, person) is not { } details) return null;
        var held = HeldAfter(details, isHeld: true, now);
        int? heirs = held is null ? null : sure || details.Waiting == 0 ? 0 : await Waiting(id, held.School);
        var outcome = SeatReturn.Decide(details.Seminar, details.Attendance, now, sure, heirs);
        return await Leave(details, person, outcome, keeps: outcome is SeatReturnOutcome.Left { Keeps: true }, held, now);
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
        SeminarDetails details, PersonId person, SeatReturnOutcome outcome, bool keeps, HeldSeat? held, DateTimeOffset now)
    {
        if (outcome is not SeatReturnOutcome.Left left) return new(details, outcome, [], []);

        Cancel(details.MySignUp!.Value, keeps ? now + SeatReturn.KeptFor : null, now);
        OutboxWriter.Withdraw(session, NoticeKey.SeatFreed(details.MySignUp.Value));
        if (held is not null) return await Return(details, person, outcome, held, now);
        var wasSeated = left.What == SignUpState.Confirmed;
        var promoted = await Promote(details.Id, left.Promoted, now);
        var after = details with
        {
            Kept = details.Kept + (keeps ? 1 : 0),
            KeptBy = keeps ? details.Nomination?.Value ?? 0 : null,
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

    /// <summary>The seat is held for a school: for the first of it in line, or for whoever comes instead.</summary>
    private async Task<SeatReturnResult> Return(
        SeminarDetails details, PersonId person, SeatReturnOutcome outcome, HeldSeat held, DateTimeOffset now)
    {
        await HoldAgain(details.Id, [held]);
        var after = (await SeminarQuery.Find(session, details.Id, person))!;
        var promoted = await PromoteOfSchools(after, now);
        if (promoted.Count > 0) after = (await SeminarQuery.Find(session, details.Id, person))!;
        return new(after, outcome, promoted, []) { Nomination = details.Nomination, HeldFor = held.School, HeldUntil = held.Until };
    }

    /// <summary>
    /// As what the place that a person gives back is held: a seat that was held before stays so until its own time, and that of somebody
    /// who was sent is their school's for a working day, counted from when its head hears of it. Null: it is free.
    /// </summary>
    private HeldSeat? HeldAfter(SeminarDetails details, bool isHeld, DateTimeOffset now)
    {
        var returned = isHeld && details is { Nomination: not null, NominatedBySchool: { } school }
            && SchoolSeats.Returned(details.Seminar, details.Mine, quiet, now) is { } inOneDay
            ? new HeldSeat { School = school, Until = inOneDay, MadeFor = details.Nomination } : null;
        if (Taken(details) is not { } taken || Again(details, taken, now) is not { } again) return returned;
        return returned is not null && returned.School == again.School && returned.Until > again.Until ? returned : again;
    }

    private static HeldSeat? Again(SeminarDetails details, HeldSeat taken, DateTimeOffset now) =>
        SchoolSeats.HeldAgain(details.Seminar, SignUpState.Confirmed, taken.Until, now) is { } until ? taken with { Until = until } : null;

    /// <summary>What their seat was held for before they had it.</summary>
    private static HeldSeat? Taken(SeminarDetails details) => details is
    { Mine: SignUpState.Confirmed, MyHeldFor: { } school, MyHeldUntil: { } until }
        ? new HeldSeat { School = school, Until = until, MadeFor = details.MyHeldMadeFor } : null;

    /// <summary>How many of a school wait and can be told.</summary>
    private Task<int> Waiting(SeminarId id, SchoolId school) => session.Value<int>("""
        select count(*)::int
        from sign_up m
        join person p on p.id = m.person_id and p.school_id = @school and p.reachable and p.chat_id is not null
        where m.seminar_id = @id and m.state = 'Waitlisted'
        """, new { id, school });

    private void Cancel(long signUp, DateTimeOffset? keptUntil, DateTimeOffset now) => session.Later(
        "update sign_up set state = 'Cancelled', cancelled_at = $2, asked_at = null, kept_until = $3 where id = $1",
        new NpgsqlParameter<long> { TypedValue = signUp }, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
        Nullable(keptUntil));
}
