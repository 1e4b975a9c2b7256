using CsCheck;
using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

public sealed class SignUpRaceTests(TestCluster cluster)
{
    [Fact]
    public async Task Of_200_people_at_once_30_are_seated_and_170_wait_in_order()
    {
        await using var stage = await SeminarStage.SetUp(cluster);
        var seminar = await stage.Seminar(seats: 30);
        var people = await stage.People(200);

        var outcomes = await Task.WhenAll(people.Select(p => stage.SignUp(seminar, p)));

        Assert.Equal(30, outcomes.OfType<SignUpOutcome.Seated>().Count());
        Assert.Equal(Enumerable.Range(1, 170), outcomes.OfType<SignUpOutcome.Waitlisted>().Select(w => w.Place).Order());
        foreach (var (person, outcome) in people.Zip(outcomes))
        {
            if (outcome is SignUpOutcome.Waitlisted(var place)) Assert.Equal(place, (await stage.Details(seminar, person)).MyPlace);
        }
    }

    [Fact]
    public async Task One_person_who_presses_twenty_times_at_once_has_one_place()
    {
        await using var stage = await SeminarStage.SetUp(cluster);
        var seminar = await stage.Seminar(seats: 5);
        var person = await stage.Person();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stage.SignUp(seminar, person)));

        Assert.Single(outcomes.OfType<SignUpOutcome.Seated>());
        Assert.Equal(19, outcomes.Count(o => o == new SignUpOutcome.Refused(SignUpRefusal.AlreadySeated)));
        Assert.Single(await stage.Places(seminar));
    }

    [Fact]
    public async Task Thirty_who_leave_at_once_seat_the_first_thirty_in_line()
    {
        await using var stage = await SeminarStage.SetUp(cluster);
        var seminar = await stage.Seminar(seats: 30);
        var people = await stage.People(80);
        foreach (var person in people) await stage.SignUp(seminar, person);

        var left = await Task.WhenAll(people.Take(30).Select(p => stage.Leave(seminar, p)));

        Assert.Equal(people.Skip(30).Take(30).Select(p => p.Value), left.SelectMany(l => l.Promoted).Select(p => p.Person).Order());
        Assert.Equal((30, 20), await Counts(stage, seminar, people[0]));
    }

    /// <summary>Whatever many people and a head do at the same time.</summary>
    [Fact]
    public async Task Through_random_parallel_changes_nothing_is_oversold_and_nobody_waits_for_a_free_seat()
    {
        await using var stage = await SeminarStage.SetUp(cluster);
        var people = await stage.People(12);

        await Gen.Select(Gen.Int[1, 6], Deed.Array[10, 40]).SampleAsync(async (seats, deeds) =>
        {
            var head = await stage.Person();
            var seminar = await stage.Seminar(seats, leader: head);
            await Task.WhenAll(deeds.Chunk(Math.Max(1, deeds.Length / 8)).Select(async lane =>
            {
                foreach (var (who, what) in lane) await Do(stage, seminar, people[who], head, what);
            }));
            await Hold(stage, seminar, head);
        }, iter: 25, threads: 1);
    }

    /// <summary>Who, and what: below 5 signing up, below 8 leaving, the rest other seats.</summary>
    private static readonly Gen<(int Who, int What)> Deed = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 9]);

    private static Task Do(SeminarStage stage, SeminarId seminar, PersonId person, PersonId head, int what) => what switch
    {
        < 5 => stage.SignUp(seminar, person),
        < 8 => stage.Leave(seminar, person),
        8 => stage.Change(seminar, new SeminarChange.Seats(person.Value % 2 == 0 ? 8 : 3), head),
        _ => stage.Change(seminar, new SeminarChange.Seats(null), head),
    };

    private static async Task Hold(SeminarStage stage, SeminarId seminar, PersonId head)
    {
        var details = await stage.Details(seminar, head);
        var active = (await stage.Places(seminar)).Where(p => p.State != SignUpState.Cancelled).ToList();
        var (seated, waiting) = (active.Count(p => p.State == SignUpState.Confirmed), active.Count(p => p.State == SignUpState.Waitlisted));

        Assert.Equal((seated, waiting), (details.Seated, details.Waiting));
        Assert.True(details.Seats is null || seated <= details.Seats, "oversold");
        Assert.True(waiting == 0 || seated == details.Seats, "somebody waits while a seat is free");
        Assert.Equal(active.Count, active.Select(p => p.Person).Distinct().Count());
        // Nobody who came later sits while somebody who came earlier waits.
        Assert.Equal(active.OrderBy(p => p.State), active);
    }

    private static async Task<(int, int)> Counts(SeminarStage stage, SeminarId seminar, PersonId person)
    {
        var details = await stage.Details(seminar, person);
        return (details.Seated, details.Waiting);
    }
}
