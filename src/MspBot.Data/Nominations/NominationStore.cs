using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Nominations;

/// <summary>A teacher who was nominated, and what place they have; or why they were not.</summary>
public sealed record Nominee(PersonId Person, NominationId? Nomination, SignUpOutcome? Place, NominationRefusal? Refusal)
{
    internal static Nominee Refused(LeftOut one) => new(one.Person, null, null, one.Because) { Name = one.Name };

    /// <summary>Of one who was not nominated; null once they are erased.</summary>
    public string? Name { get; init; }
}

/// <summary>The result of nominating. Nothing is done when it was refused; <paramref name="Forecast"/> is what would happen now.</summary>
public sealed record NominationResult(
    NominationRefusal? Refusal, SeminarDetails? Details, NominationForecast? Forecast, IReadOnlyList<Nominee> Nominees);

/// <summary>
/// The result of sending another teacher instead; <paramref name="Former"/> is the nomination as it was, <paramref name="Details"/> the
/// seminar as the newcomer sees it.
/// </summary>
public sealed record ReplacementResult(NominationRefusal? Refusal, Nomination? Former, SeminarDetails? Details, Nominee? Nominee);

/// <summary>
/// A school's head sends teachers to a meeting. All is decided under the lock of the meeting's row, as all places are; a teacher who is
/// nominated has their place at once.
/// </summary>
public sealed class NominationStore(DbSession session, SignUpStore signUps, QuietHours quiet)
{
    /// <summary>How often somebody who cannot come is asked again.</summary>
    public const int AskedAgain = 1;

    /// <summary>Nominates these teachers, in this order; who is named twice is nominated once.</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="school">Whose teachers they are.</param>
    /// <param name="by">Its head.</param>
    /// <param name="teachers">Those who may not be nominated are left out, and it is said why.</param>
    /// <param name="words">To each of them; null: nothing.</param>
    /// <param name="told">What the head was told would happen: otherwise nothing is done.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<NominationResult> Nominate(
        SeminarId id, SchoolId school, PersonId by, IReadOnlyList<PersonId> teachers, string? words, NominationForecast told,
        DateTimeOffset now)
    {
        teachers = [.. teachers.Distinct()];
        await HoldRoles(teachers);
        if (await SeminarQuery.Lock(session, id, by) is not { } details) return new(NominationRefusal.NoSuchSeminar, null, null, []);
        if (NominationRules.Check(details.Seminar, now) is { } refusal) return new(refusal, details, null, []);

        var refused = (await NominationQuery.LeftOut(session, details, school, teachers, hold: true)).ToDictionary(one => one.Person);
        var seating = await NominationQuery.OfSchool(session, details, school);
        var forecast = NominationForecast.Of(seating, details.Seats, teachers.Count - refused.Count);
        if (forecast != told) return new(NominationRefusal.OtherwiseNow, details, forecast, []);

        var nominees = new List<Nominee>();
        foreach (var teacher in teachers)
            nominees.Add(refused.TryGetValue(teacher, out var because)
                ? Nominee.Refused(because)
                : await Seat(await Add(details, school, teacher, by, words, now), id, teacher, now));
        return new(null, await SeminarQuery.Find(session, id, by), forecast, nominees);
    }

    /// <summary>
    /// Sends another teacher instead: of one who still has the place, who loses it in the same moment, or of one who has given it back. One
    /// out, one in: nobody else gets the place in between.
    /// </summary>
    public async Task<ReplacementResult> Replace(NominationId id, SchoolId school, PersonId by, PersonId teacher, DateTimeOffset now)
    {
        if (await SeminarOf(id, school) is not { } seminar) return new(NominationRefusal.NoSuchNomination, null, null, null);
        await HoldRoles([teacher]);
        var details = (await SeminarQuery.Lock(session, seminar, teacher))!;
        var former = (await NominationQuery.Find(session, id))!;
        if (NominationRules.Check(details.Seminar, now) is { } closed) return new(closed, former, details, null);
        if (former.ReplacedBy is not null) return new(NominationRefusal.Ended, former, details, null);
        if (await NominationQuery.LeftOut(session, details, school, [teacher], hold: true) is [var left])
            return new(left.Because, former, details, null);

        var words = await session.Find<string?>("select words from nomination where id = @id", new { id });
        var added = await Add(details, school, teacher, by, words, now);
        await session.Execute("""
            update nomination
            set state = case when state in ('Asked', 'Accepted') then 'Replaced' else state end,
                ended_at = case when state in ('Asked', 'Accepted') then @now else ended_at end,
                replaced_by = @added
            where id = @id
            """, new { id, added, now });
        NominationQuery.TakeBackQuestion(session, former);
        var nominee = former.Place is { } place
            ? new Nominee(teacher, added, await signUps.Swap(details, former.Person, teacher, added, place, now), null)
            : await Seat(added, seminar, teacher, now);
        return new(null, former, await SeminarQuery.Find(session, seminar, teacher), nominee);
    }

    /// <summary>The meeting of a nomination that this school has made.</summary>
    internal Task<SeminarId?> SeminarOf(NominationId id, SchoolId school) => session.Find<SeminarId?>(
        "select seminar_id from nomination where id = @id and school_id = @school", new { id, school });

    /// <summary>
    /// Their roles stay until the commit. Before the meeting's row, as whoever is erased takes them: either they are gone already, or their
    /// place goes with them. The roles of heads come first, which others lock all at once.
    /// </summary>
    private Task<IReadOnlyList<int>> HoldRoles(IReadOnlyCollection<PersonId> teachers) => session.Query<int>("""
        select 1 from person_role where person_id = any(@teachers) order by role <> 'Head', person_id, role for share
        """, new { teachers = teachers.Select(t => t.Value).ToArray() });

    private async Task<Nominee> Seat(NominationId nomination, SeminarId seminar, PersonId teacher, DateTimeOffset now)
    {
        var theirs = (await SeminarQuery.Find(session, seminar, teacher))!;
        var result = await signUps.SignUp(theirs, teacher, nomination, now);
        return new(teacher, nomination, result.Outcome, null);
    }

    private async Task<NominationId> Add(
        SeminarDetails details, SchoolId school, PersonId teacher, PersonId by, string? words, DateTimeOffset now)
    {
        var due = AnswerDue.Of(details.StartsAt, now, quiet);
        // Who sends themselves is not asked by themselves.
        var state = teacher == by ? NominationState.Accepted : NominationState.Asked;
        DateTimeOffset? ended = teacher == by ? now : null;
        return new(await session.Value<long>("""
            insert into nomination (
                seminar_id, person_id, school_id, by_person, state, words, asked_at, answer_by, remind_at, for_start, ended_at)
            values (@Id, @teacher, @school, @by, @state, @words, @now, @answerBy, @RemindAt, @StartsAt, @ended)
            returning id
            """, new
        {
            details.Id,
            teacher,
            school,
            by,
            state = state.ToString(),
            words,
            now,
            answerBy = due.By,
            due.RemindAt,
            details.StartsAt,
            ended,
        }));
    }
}
