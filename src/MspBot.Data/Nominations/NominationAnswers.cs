using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Nominations;

/// <summary>
/// The result of an answer or a withdrawal: nothing is done when it was refused. <paramref name="Before"/> is the nomination as it was;
/// <paramref name="Left"/> what became of the place, if it was given back.
/// </summary>
public sealed record NominationAnswer(NominationRefusal? Refusal, Nomination? Before, SeatReturnResult? Left = null);

/// <summary>How nominations end: the teacher says yes or no, or the school takes its word back.</summary>
public sealed class NominationAnswers(DbSession session, SignUpStore signUps, NominationStore nominations)
{
    /// <summary>«Участвовать»: an answer that was given already does not change.</summary>
    public async Task<NominationAnswer> Accept(NominationId id, PersonId person, DateTimeOffset now)
    {
        if (await Theirs(id, person) is not { } found) return new(NominationRefusal.NoSuchNomination, null);
        var (details, before) = await Lock(found);
        if (before.State != NominationState.Asked) return new(NominationRefusal.Ended, before);
        if (NominationRules.Check(details.Seminar, now) is { } closed) return new(closed, before);

        await Close(before, NominationState.Accepted, null, now);
        return new(null, before);
    }

    /// <summary>«Не могу»: the place goes back, also of one who had said yes.</summary>
    public async Task<NominationAnswer> Decline(NominationId id, PersonId person, DecliningReason? reason, DateTimeOffset now)
    {
        if (await Theirs(id, person) is not { } found) return new(NominationRefusal.NoSuchNomination, null);
        return await End(found, NominationState.Declined, reason, now);
    }

    /// <summary>«Отозвать направление».</summary>
    public async Task<NominationAnswer> Withdraw(NominationId id, SchoolId school, DateTimeOffset now)
    {
        if (await nominations.SeminarOf(id, school) is null || await NominationQuery.Find(session, id) is not { } found)
            return new(NominationRefusal.NoSuchNomination, null);
        return await End(found, NominationState.Withdrawn, null, now);
    }

    /// <summary>The teacher has come in, or taken a seat that was offered, in this transaction: that is a yes.</summary>
    public async Task PlaceTaken(NominationId id, DateTimeOffset now)
    {
        if (await NominationQuery.Find(session, id) is { State: NominationState.Asked } asked)
            await Close(asked, NominationState.Accepted, null, now);
    }

    /// <summary>The teacher has given the place back by themselves, in this transaction. Null: it had ended already.</summary>
    public async Task<Nomination?> PlaceLeft(NominationId id, DateTimeOffset now) =>
        await NominationQuery.Find(session, id) is { } before && await Close(before, NominationState.Declined, null, now) ? before : null;

    /// <summary>
    /// The teacher has taken back, in this transaction, the place that they had given back a moment ago: a yes. Null: they have it by
    /// themselves.
    /// </summary>
    public async Task<Nomination?> PlaceTakenBack(SeminarId seminar, PersonId person, DateTimeOffset now) =>
        await session.Find<NominationId?>("""
            update nomination n
            set state = 'Accepted', reason = null, ended_at = @now
            from sign_up m
            where m.seminar_id = @seminar and m.person_id = @person and m.state = 'Confirmed' and n.id = m.nomination_id
              and n.state = 'Declined'
            returning n.id
            """, new { seminar, person, now }) is { } id ? await NominationQuery.Find(session, id) : null;

    /// <summary>What was written with nominations of or by somebody who is about to be erased, and why they could not come.</summary>
    public Task Forget(PersonId person) => session.Execute("""
        with theirs as (
            -- In the order in which all take them.
            select id
            from nomination
            where (person_id = @person or by_person = @person) and (words is not null or person_id = @person and reason is not null)
            order by id
            for no key update
        )
        update nomination n
        set words = null, reason = case when n.person_id = @person then null else n.reason end
        from theirs
        where n.id = theirs.id
        """, new { person });

    /// <summary>How often somebody was sent, and how often they have sent others.</summary>
    public async Task<(int Sent, int BySelf)> Stored(PersonId person) => (await session.Query<(int, int)>("""
        select (select count(*) from nomination where person_id = @person)::int,
               (select count(*) from nomination where by_person = @person)::int
        """, new { person }))[0];

    private async Task<NominationAnswer> End(
        Nomination found, NominationState to, DecliningReason? reason, DateTimeOffset now)
    {
        var (details, before) = await Lock(found);
        if (!before.IsActive) return new(NominationRefusal.Ended, before);
        if (NominationRules.Check(details.Seminar, now) is { } closed) return new(closed, before);

        await Close(before, to, reason, now);
        return new(null, before, await signUps.Leave(details, found.Person, isHeld: true, now));
    }

    /// <summary>Both as they are once the seminar's row is locked.</summary>
    private async Task<(SeminarDetails Details, Nomination Nomination)> Lock(Nomination found)
    {
        var details = (await SeminarQuery.Lock(session, found.Seminar, found.Person))!;
        return (details, (await NominationQuery.Find(session, found.Id))!);
    }

    private async Task<bool> Close(Nomination one, NominationState to, DecliningReason? reason, DateTimeOffset now)
    {
        var isDone = await session.Execute("""
            update nomination
            set state = @to, reason = @reason, ended_at = @now
            where id = @Id and state in ('Asked', 'Accepted')
            """, new { one.Id, to = to.ToString(), reason = reason?.ToString(), now }) > 0;
        NominationQuery.TakeBackQuestion(session, one);
        return isDone;
    }

    private async Task<Nomination?> Theirs(NominationId id, PersonId person) =>
        await NominationQuery.Find(session, id) is { } found && found.Person == person ? found : null;
}
