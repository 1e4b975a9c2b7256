using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Conversations;
using MspBot.Data.Nominations;
using MspBot.Data.Nominations.Seats;
using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Nominations;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Nominations;

/// <summary>Schools with teachers and a head each, beside a stage of meetings.</summary>
internal sealed class NominationStage(
    SeminarStage seminars, PersonId head, IReadOnlyList<SchoolId> schools, IReadOnlyList<PersonId> teachers) : IAsyncDisposable
{
    internal SeminarStage Seminars => seminars;

    internal IReadOnlyList<SchoolId> Schools => schools;

    internal IReadOnlyList<PersonId> Teachers => teachers;

    internal DateTimeOffset Now { get; set; } = Some.Noon;

    /// <summary>The teachers of one school follow each other.</summary>
    internal static async Task<NominationStage> SetUp(TestCluster cluster, int schools, int teachersOfEach) =>
        await On(await SeminarStage.SetUp(cluster), schools, teachersOfEach);

    /// <summary>Other schools on a stage that stands already.</summary>
    internal static async Task<NominationStage> On(SeminarStage stage, int schools, int teachersOfEach)
    {
        var (of, all) = (new List<SchoolId>(), new List<PersonId>());
        for (var nr = 0; nr < schools; nr++)
        {
            var people = await stage.People(teachersOfEach);
            await AreTeachers(stage, people);
            all.AddRange(people);
            of.Add(await SchoolOf(stage, people[0]));
        }
        return new(stage, await stage.Person(), of, all);
    }

    internal int SchoolOf(int teacher) => teacher / (teachers.Count / schools.Count);

    internal Task<NominationResult> Nominate(SeminarId seminar, int school, params IReadOnlyList<PersonId> whom) =>
        Nominate(seminar, school, head, null, whom);

    internal Task<NominationResult> Nominate(
        SeminarId seminar, int school, PersonId by, string? words, params IReadOnlyList<PersonId> whom) =>
        seminars.Turn(async (NominationStore store) =>
        {
            // As a head does who is told what would happen now, and presses again.
            var told = NominationForecast.Of(new(0, 0), null, 0);
            var result = await store.Nominate(seminar, schools[school], by, whom, words, told, Now);
            return result is { Refusal: NominationRefusal.OtherwiseNow, Forecast: { } fresh }
                ? await store.Nominate(seminar, schools[school], by, whom, words, fresh, Now) : result;
        });

    internal Task<NominationAnswer> Accept(NominationId id, PersonId person) =>
        seminars.Turn((NominationAnswers answers) => answers.Accept(id, person, Now));

    internal Task<NominationAnswer> Decline(NominationId id, PersonId person, DecliningReason? reason = null) =>
        seminars.Turn((NominationAnswers answers) => answers.Decline(id, person, reason, Now));

    internal Task<NominationAnswer> Withdraw(NominationId id, int school) =>
        seminars.Turn((NominationAnswers answers) => answers.Withdraw(id, schools[school], Now));

    internal Task<ReplacementResult> Replace(NominationId id, int school, PersonId by) =>
        seminars.Turn((NominationStore store) => store.Replace(id, schools[school], head, by, Now));

    /// <summary>As a person's own press does: who takes back a place to which they were sent is sent again.</summary>
    internal Task<SignUpResult> SignUp(SeminarId seminar, PersonId person, bool orWait = true) =>
        seminars.Turn(async (IServiceProvider services) =>
        {
            var result = (await services.GetRequiredService<SignUpStore>().SignUp(seminar, person, Now, orWait))!;
            if (result.CameBack) await services.GetRequiredService<NominationAnswers>().PlaceTakenBack(seminar, person, Now);
            return result;
        });

    /// <summary>The same: the nomination, if there is one, ends with it.</summary>
    internal Task<SeatReturnResult> GiveBack(SeminarId seminar, PersonId person, bool sure = true) =>
        Ends(services => services.GetRequiredService<SignUpStore>().GiveBack(seminar, person, sure, Now));

    /// <summary>For good, as one does who is about to be erased.</summary>
    internal Task<SeatReturnResult> Leave(SeminarId seminar, PersonId person) =>
        Ends(services => services.GetRequiredService<SignUpStore>().Leave(seminar, person, Now));

    private Task<SeatReturnResult> Ends(Func<IServiceProvider, Task<SeatReturnResult?>> what) =>
        seminars.Turn(async (IServiceProvider services) =>
        {
            var left = (await what(services))!;
            if (left.Nomination is { } ended) await services.GetRequiredService<NominationAnswers>().PlaceLeft(ended, Now);
            return left;
        });

    internal Task<HeldResult> Hold(SeminarId seminar, int school, int count, DateTimeOffset until) => seminars.Turn((SignUpStore store) =>
        store.Hold(seminar, [new(schools[school], count)], until, teachers[0], Now));

    /// <summary>What the head has seen is read before, as on a card.</summary>
    internal async Task<ReleasedSeats?> Release(SeminarId seminar, int school, int? seen = null)
    {
        seen ??= (await seminars.Turn((SchoolSeatsReader reader) => reader.OfMeeting(seminar)))
            .Where(s => s.School == schools[school]).Sum(s => s.Held);
        return await seminars.Turn((SignUpStore store) => store.Release(seminar, schools[school], seen.Value, teachers[0], Now));
    }

    internal Task<LapsedNominations?> Lapse(SeminarId seminar) =>
        seminars.Turn((NominationDeadlines deadlines) => deadlines.Lapse(seminar, Now));

    internal async Task<IReadOnlyList<(NominationId Id, PersonId Person, SchoolId School, NominationState State)>> Nominations(
        SeminarId seminar)
    {
        await using var connection = await seminars.Connection();
        return [.. (await connection.QueryAsync<(long, long, long, string)>(
            "select id, person_id, school_id, state from nomination where seminar_id = @seminar order by id",
            new { seminar = seminar.Value }))
            .Select(row => (new NominationId(row.Item1), new PersonId(row.Item2), new SchoolId(row.Item3),
                Enum.Parse<NominationState>(row.Item4)))];
    }

    internal async Task<IReadOnlyList<SchoolId>> HeldFor(SeminarId seminar)
    {
        await using var connection = await seminars.Connection();
        return [.. (await connection.QueryAsync<long>("select school_id from school_seat where seminar_id = @seminar order by until, id",
            new { seminar = seminar.Value })).Select(SchoolId.From)];
    }

    /// <summary>After the meeting was moved.</summary>
    internal Task AskAnew(SeminarId seminar) => seminars.Turn(async (NominationDeadlines deadlines) =>
    {
        await deadlines.Renew(seminar, [], Now);
        return 0;
    });

    internal Task Moves(int teacher, int to) => Sql($"""
        update person set school_id = {schools[to].Value}, leaves_school_at = '{Now:O}' where id = {teachers[teacher].Value}
        """);

    /// <summary>They have stopped the bot, and the news of their seat found that out.</summary>
    internal Task NewsFails(SeminarId seminar, int teacher) => Sql($"""
        update person set reachable = false where id = {teachers[teacher].Value};
        insert into outbox (chat_id, payload, priority, waiting, dedup, error)
        select p.chat_id, '', 0, false, '{NoticeKey.SeatFreedStart}' || m.id, '{SendResult.Unreachable}'
        from sign_up m
        join person p on p.id = m.person_id
        where m.person_id = {teachers[teacher].Value} and m.seminar_id = {seminar.Value} and m.state = 'Confirmed'
        on conflict do nothing
        """);

    internal Task Reach(int teacher, bool reachable) =>
        Sql($"update person set reachable = {reachable} where id = {teachers[teacher].Value}");

    internal Task Erase(int teacher) => Sql($"""
        delete from outbox where chat_id = (select chat_id from person where id = {teachers[teacher].Value});
        update person
        set chat_id = null, full_name = null, school_id = null, position = null, consented_at = null, erased_at = '{Now:O}',
            leaves_school_at = '{Now:O}'
        where id = {teachers[teacher].Value}
        """);

    /// <summary>As the bot does it, from the roles to the person, beside whatever others do.</summary>
    internal Task EraseFully(int teacher) => seminars.Turn(async (IServiceProvider services) =>
    {
        var (person, signUps) = (Teachers[teacher], services.GetRequiredService<SignUpStore>());
        await services.GetRequiredService<RoleStore>().LockOf(person);
        foreach (var seminar in await signUps.ComingOf(person, Now))
        {
            if (await signUps.Leave(seminar, person, Now) is { Nomination: { } ended })
                await services.GetRequiredService<NominationAnswers>().PlaceLeft(ended, Now);
        }
        await services.GetRequiredService<PersonStore>().Erase(person, new(0), Now);
        return 0;
    });

    internal async Task Sql(string sql)
    {
        await using var connection = await seminars.Connection();
        await connection.ExecuteAsync(sql);
    }

    public ValueTask DisposeAsync() => seminars.DisposeAsync();

    private static async Task AreTeachers(SeminarStage stage, IReadOnlyList<PersonId> people)
    {
        await using var connection = await stage.Connection();
        await connection.ExecuteAsync(
            "insert into person_role (person_id, role, granted_at) select p, 'Teacher', @now from unnest(@people) p",
            new { people = people.Select(p => p.Value).ToArray(), now = Some.Noon.UtcDateTime });
    }

    private static async Task<SchoolId> SchoolOf(SeminarStage stage, PersonId person)
    {
        await using var connection = await stage.Connection();
        return new(await connection.ExecuteScalarAsync<long>("select school_id from person where id = @id", new { id = person.Value }));
    }
}
