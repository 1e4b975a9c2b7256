using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Seminars;

/// <summary>What asking to be let in led to. <paramref name="Other"/>: the seminar whose code word it was.</summary>
public sealed record EnteringResult(SeminarSheet Sheet, EnteringRefusal? Refusal, string? Other = null);

/// <summary>A seminar that is over, for whoever must hear of it.</summary>
public sealed record EndedSeminar
{
    public SeminarId Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int Seated { get; init; }

    public int Came { get; init; }

    /// <summary>The leader's; null when they cannot be told.</summary>
    public long? Chat { get; init; }
}

/// <summary>Writes who came, and how that is known. Evidence is only ever added; a move to another time voids it, in the database.</summary>
public sealed class AttendanceStore(DbSession session)
{
    /// <summary>Lets a person in and notes that they came; null when there is no such seminar. Safe to run twice.</summary>
    public async Task<EnteringResult?> Join(SeminarId id, PersonId person, DateTimeOffset now)
    {
        if (await SheetQuery.Find(session, id, person) is not { } sheet) return null;
        return Entering.Check(sheet.Seminar, sheet.Mine, now) is { } refusal
            ? new(sheet, refusal)
            : await Note(sheet, Evidence.Joined, now);
    }

    /// <summary>Takes a typed code word; null when there is no such seminar.</summary>
    public async Task<EnteringResult?> JoinByCode(SeminarId id, PersonId person, string typed, DateTimeOffset now)
    {
        if (await SheetQuery.Find(session, id, person) is not { } sheet) return null;
        if (Entering.CheckCode(sheet.Seminar, sheet.Mine, now) is { } refusal) return new(sheet, refusal);
        if (CodeWord.Same(typed, sheet.CodeWord)) return await Note(sheet, Evidence.Code, now);
        return await Other(id, typed, now) is { } other
            ? new(sheet, EnteringRefusal.CodeOfAnother, other)
            : new(sheet, EnteringRefusal.WrongCode);
    }

    /// <summary>What the leader or the head says about one person; false when the sign-up is not a seat in this seminar.</summary>
    public async Task<bool> Correct(SeminarId id, long signUp, bool came, PersonId by, DateTimeOffset now) => await session.Execute("""
        with corrected as (
            update sign_up
            set came = @came
            where id = @signUp and seminar_id = @id and state = 'Confirmed'
            returning id
        )
        insert into evidence (sign_up_id, kind, came, at, by_person)
        select id, 'ByHand', @came, @now, @by from corrected
        """, new { id, signUp, came, by, now }) > 0;

    /// <summary>
    /// Those of these seminars that ended since <paramref name="since"/> and whose leader has not heard so; marked in the session's
    /// transaction. Who has no role of leading any more is not told: names of what is over are not theirs to see.
    /// </summary>
    public Task<IReadOnlyList<EndedSeminar>> TakeEnded(IReadOnlyCollection<SeminarId> ids, DateTimeOffset since, DateTimeOffset now) => session.Query<EndedSeminar>($"""
        with ended as (
            select id
            from seminar
            where {HasEnded} and id = any(@ids)
            order by id
            for no key update skip locked
        ), told as (
            update seminar s
            set ended_told_at = @now
            from ended
            where s.id = ended.id
            returning s.id, s.title, s.starts_at, s.seated, s.leader_id
        )
        select t.id, t.title, t.starts_at, t.seated,
               (select count(*) from sign_up m where m.seminar_id = t.id and m.state = 'Confirmed' and m.came)::int as came,
               case when p.reachable then p.telegram_id end as chat
        from told t
        left join person p on p.id = t.leader_id
            and exists (select from person_role r where r.person_id = p.id and r.role in ('Tutor', 'Head', 'Methodologist'))
        order by t.id
        """, new { ids = ids.Select(i => i.Value).ToArray(), since, now });

    /// <summary>Which these are.</summary>
    public Task<IReadOnlyList<SeminarId>> Ended(DateTimeOffset since, DateTimeOffset now) =>
        session.Query<SeminarId>($"select id from seminar where {HasEnded} order by id", new { since, now });

    private const string HasEnded = "state = 'Published' and ends_at > @since and ends_at <= @now and ended_told_at is null and seated > 0";

    /// <summary>The seat may have been given back since the sheet was read: then nobody came on it.</summary>
    private async Task<EnteringResult> Note(SeminarSheet sheet, Evidence kind, DateTimeOffset now)
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
            """, new { signUp = sheet.MySignUp, kind = kind.ToString(), now });
        return noted is { } came ? new(sheet with { Came = came }, null) : new(sheet with { Mine = null }, EnteringRefusal.NotSignedUp);
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
