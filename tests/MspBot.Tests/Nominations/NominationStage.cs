using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Nominations;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Nominations;

/// <summary>Schools with teachers and a head each, beside a stage of meetings.</summary>
internal sealed class NominationStage(SeminarStage seminars, IReadOnlyList<SchoolId> schools, IReadOnlyList<PersonId> teachers)
    : IAsyncDisposable
{
    internal SeminarStage Seminars => seminars;

    internal IReadOnlyList<SchoolId> Schools => schools;

    internal IReadOnlyList<PersonId> Teachers => teachers;

    internal DateTimeOffset Now { get; set; } = Some.Noon;

    /// <summary>The teachers of one school follow each other.</summary>
    internal static async Task<NominationStage> SetUp(TestCluster cluster, int schools, int teachersOfEach)
    {
        var stage = await SeminarStage.SetUp(cluster);
        var (of, all) = (new List<SchoolId>(), new List<PersonId>());
        for (var nr = 0; nr < schools; nr++)
        {
            var people = await stage.People(teachersOfEach);
            await AreTeachers(stage, people);
            all.AddRange(people);
            of.Add(await SchoolOf(stage, people[0]));
        }
        return new(stage, of, all);
    }

    internal int SchoolOf(int teacher) => teacher / (teachers.Count / schools.Count);

    internal Task<NominationResult> Nominate(SeminarId seminar, int school, params IReadOnlyList<PersonId> whom) =>
        seminars.Turn(async (NominationStore store) =>
        {
            // As a head does who is told what would happen now, and presses again.
            var told = NominationForecast.Of(new(0, 0), null, 0);
            var result = await store.Nominate(seminar, schools[school], whom[0], whom, null, told, Now);
            return result is { Refusal: NominationRefusal.OtherwiseNow, Forecast: { } fresh }
                ? await store.Nominate(seminar, schools[school], whom[0], whom, null, fresh, Now) : result;
        });

    internal Task<NominationAnswer> Accept(NominationId id, PersonId person) =>
        seminars.Turn((NominationAnswers answers) => answers.Accept(id, person, Now));

    internal Task<NominationAnswer> Decline(NominationId id, PersonId person, DecliningReason? reason = null) =>
        seminars.Turn((NominationAnswers answers) => answers.Decline(id, person, reason, Now));

    internal Task<NominationAnswer> Withdraw(NominationId id, int school) =>
        seminars.Turn((NominationAnswers answers) => answers.Withdraw(id, schools[school], Now));

    internal Task<ReplacementResult> Replace(NominationId id, int school, PersonId by) =>
        seminars.Turn((NominationStore store) => store.Replace(id, schools[school], by, by, Now));

    /// <summary>As a person's own press does: the nomination, if there is one, ends with it.</summary>
    internal Task<SeatReturnResult> GiveBack(SeminarId seminar, PersonId person) => seminars.Turn(async (IServiceProvider services) =>
    {
        var left = (await services.GetRequiredService<SignUpStore>().Leave(seminar, person, Now))!;
        if (left.Nomination is { } ended) await services.GetRequiredService<NominationAnswers>().PlaceLeft(ended, Now);
        return left;
    });

    internal Task<HeldResult> Hold(SeminarId seminar, int school, int count, DateTimeOffset until) => seminars.Turn((SignUpStore store) =>
        store.Hold(seminar, [new(schools[school], count)], until, teachers[0], Now));

    internal Task<ReleasedSeats?> Release(SeminarId seminar, int school) =>
        seminars.Turn((SignUpStore store) => store.Release(seminar, schools[school], teachers[0], Now));

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
