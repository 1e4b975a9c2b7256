using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;

namespace MspBot.Data.Seminars.Attendance;

/// <summary>What asking to be let in led to. <paramref name="Other"/>: the seminar whose code word it was.</summary>
public sealed record CheckInResult(SeminarDetails Details, CheckInRefusal? Refusal, string? Other = null);

/// <summary>
/// Writes who came, and how that is known. Evidence is added; one press on many can be undone, and a move to another time voids it, in the
/// database.
/// </summary>
public sealed class AttendanceStore(DbSession session)
{
    /// <summary>Lets a person in and notes that they came; null when there is no such seminar. Safe to run twice.</summary>
    public async Task<CheckInResult?> Join(SeminarId id, PersonId person, DateTimeOffset now)
    {
        if (await SeminarQuery.Find(session, id, person) is not { } details) return null;
        return CheckIn.Check(details.Seminar, details.Mine, now) is { } refusal
            ? new(details, refusal)
            : await Note(details, Evidence.Joined, now);
    }

    /// <summary>Takes a typed code word; null when there is no such seminar.</summary>
    public async Task<CheckInResult?> JoinByCode(SeminarId id, PersonId person, string typed, DateTimeOffset now)
    {
        if (await SeminarQuery.Find(session, id, person) is not { } details) return null;
        if (CheckIn.CheckCode(details.Seminar, details.Mine, now) is { } refusal) return new(details, refusal);
        if (CodeWord.Same(typed, details.CodeWord)) return await Note(details, Evidence.Code, now);
        return await Other(id, typed, now) is { } other
            ? new(details, CheckInRefusal.CodeOfAnother, other)
            : new(details, CheckInRefusal.WrongCode);
    }

    /// <summary>What the leader or the head says about one person.</summary>
    /// <returns>Who it is; null when the sign-up is not a seat in this seminar.</returns>
    public Task<PersonId?> Correct(SeminarId id, long signUp, bool came, PersonId by, DateTimeOffset now) => session.Find<PersonId?>("""
        with corrected as (
            update sign_up
            set came = @came
            where id = @signUp and seminar_id = @id and state = 'Confirmed'
            returning id, person_id
        ), noted as (
            insert into evidence (sign_up_id, kind, came, at, by_person)
            select id, 'ByHand', @came, @now, @by from corrected
        )
        select person_id from corrected
        """, new { id, signUp, came, by, now });

    /// <summary>Marks everybody without a mark as present or absent; all of it can be taken back together.</summary>
    /// <param name="id">Which seminar.</param>
    /// <param name="came">What is said.</param>
    /// <param name="overrule">Also those who were marked the opposite way.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">The turn's moment.</param>
    /// <returns>Who was marked; nobody when all were marked already.</returns>
    public Task<IReadOnlyList<PersonId>> MarkRest(SeminarId id, bool came, bool overrule, PersonId by, DateTimeOffset now) =>
        session.Query<PersonId>("""
        with marked as (
            update sign_up
            set came = @came
            where seminar_id = @id and state = 'Confirmed' and (came is null or @overrule and came <> @came)
            returning id, person_id
        ), one as (
            select nextval('evidence_batch') as batch where exists (select from marked)
        ), noted as (
            insert into evidence (sign_up_id, kind, came, at, by_person, batch)
            select marked.id, 'ByHand', @came, @now, @by, one.batch from marked, one
        )
        select person_id from marked
        """, new { id, came, overrule, by, now });

    /// <summary>Undoes one press that marked many people; marks made since then stay. Safe to run twice.</summary>
    /// <returns>Whose mark was taken back.</returns>
    public Task<IReadOnlyList<PersonId>> Undo(SeminarId id, long batch, DateTimeOffset now) => session.Query<PersonId>($"""
        with undone as (
            delete from evidence e
            using sign_up m
            where e.batch = @batch and m.id = e.sign_up_id and m.seminar_id = @id and m.state = 'Confirmed'
              and {AttendanceReader.IsLast}
            returning e.id, e.sign_up_id
        ), noted as (
            update seminar set unmarked_at = @now where id = @id and exists (select from undone)
        )
        update sign_up m
        set came = (
            select x.came
            from evidence x
            where x.sign_up_id = m.id and x.id <> u.id
            order by x.kind = 'ByHand' desc, x.id desc
            limit 1)
        from undone u
        where m.id = u.sign_up_id
        returning m.person_id
        """, new { id, batch, now });

    /// <summary>The seat may have been given back since the details were read: then it counts as not attended.</summary>
    private async Task<CheckInResult> Note(SeminarDetails details, Evidence kind, DateTimeOffset now)
    {
        var noted = await session.Find<bool?>("""
            with present as (
                update sign_up
                set came = coalesce(came, true)
                where id = @signUp and state = 'Confirmed'
                returning id, came
            ), noted as (
                insert into evidence (sign_up_id, kind, came, at)
                select id, @kind, true, @now from present
                on conflict do nothing
            )
            select came from present
            """, new { signUp = details.MySignUp, kind = kind.ToString(), now });
        return noted is { } came ? new(details with { Came = came }, null) : new(details with { Mine = null }, CheckInRefusal.NotSignedUp);
    }

    /// <summary>The title of a meeting of about this time whose word was typed.</summary>
    private async Task<string?> Other(SeminarId id, string typed, DateTimeOffset now)
    {
        var near = await session.Query<(string Title, string Word)>("""
            select title, code_word
            from seminar
            where state = 'Published' and starts_at between @from and @to and id <> @id
            order by starts_at
            """, new { id, from = now - TimeSpan.FromDays(1), to = now + TimeSpan.FromDays(1) });
        return near.FirstOrDefault(s => CodeWord.Same(typed, s.Word)).Title;
    }
}
