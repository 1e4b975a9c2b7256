using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Groups;

/// <summary>Whatever people do with a group in the same instant.</summary>
public sealed class GroupRaceTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = Some.Noon;

    [Fact]
    public async Task Of_thirty_who_agree_at_once_ten_have_a_seat_and_twenty_hear_that_it_is_full()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (group, _) = await Gathered(stage, seats: 10, open: true);
        var people = await stage.People(30, "Teacher");

        var results = await Task.WhenAll(people.Select(p => Agree(stage, group, p)));

        Assert.Equal(10, results.Count(r => r.Refusal is null));
        Assert.Equal(20, results.Count(r => r.Refusal == GroupRefusal.Full));
        var details = await Details(stage, group);
        Assert.Equal((10, ConsultationState.Confirmed), (details.Coming.Count(), details.State));
        // The group is confirmed by one of them, so that it is told once.
        Assert.Single(results, r => r.Refusal is null && r.Before!.State != r.After!.State);
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task One_who_presses_twenty_times_at_once_has_one_seat()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (group, _) = await Gathered(stage, seats: 5, open: true);
        var person = await stage.Teacher();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Agree(stage, group, person)));

        Assert.Single(results, r => r.Refusal is null);
        Assert.Equal(19, results.Count(r => r.Refusal == GroupRefusal.AlreadyIn));
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task A_request_is_confirmed_alone_or_goes_into_the_group_and_its_time_is_held_or_free()
    {
        for (var n = 0; n < 10; n++)
        {
            await using var stage = await ConsultationStage.SetUp(cluster);
            var (tutor, teacher) = (await stage.Tutor(), await stage.Teacher());
            var asked = await stage.Asked(teacher, tutor);
            var group = (await Open(stage, tutor, requests: asked.Id)).After!.Id;

            var both = await Task.WhenAll(
                Task.Run(async () => (await stage.Confirm(asked)).Refusal is null),
                Task.Run(async () => (await Agree(stage, group, teacher)).Requests.Count == 1));

            Assert.Single(both, done => done);
            var state = (await stage.Details(asked.Id)).State;
            Assert.Equal(both[0] ? ConsultationState.Confirmed : ConsultationState.Grouped, state);
            Assert.Equal(both[0] ? 1
                : 0, await stage.Value<int>(
                $"select count(*) from consultation_time where consultation_id = {asked.Id.Value} and kind <> 'Proposed'"));
            Assert.Equal(MemberState.Agreed, (await Details(stage, group)).StateOf(teacher));
            await Invariant.Holds(stage);
        }
    }

    [Fact]
    public async Task Agreeing_and_the_deadline_end_in_one_decision()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (group, _) = await Gathered(stage, seats: 3, least: 3, open: true);
        var people = await stage.People(3, "Teacher");
        await Agree(stage, group, people[0]);
        await Agree(stage, group, people[1]);
        var deadline = (await Details(stage, group)).AgreeBy;

        // The last one agrees just before the deadline by their own clock.
        var agree = Task.Run(() => Agree(stage, group, people[2], deadline.AddSeconds(-1)));
        var decide = Task.Run(() => stage.Turn((GroupStore s) => s.Decide(group, deadline)));
        await Task.WhenAll((Task)agree, decide);

        var (agreed, decided, details) = (await agree, await decide, await Details(stage, group));
        Assert.Equal(agreed.Refusal is null ? ConsultationState.Confirmed : ConsultationState.Cancelled, details.State);
        Assert.Equal(agreed.Refusal is null, decided is null);
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task Two_machines_decide_a_deadline_once()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (group, _) = await Gathered(stage);
        var deadline = (await Details(stage, group)).AgreeBy;

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.Turn((GroupStore s) => s.Decide(group, deadline))));

        Assert.Single(both, r => r is not null);
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task Cancelling_and_agreeing_leave_no_request_in_a_group_that_is_none()
    {
        for (var n = 0; n < 10; n++)
        {
            await using var stage = await ConsultationStage.SetUp(cluster);
            var (tutor, teacher) = (await stage.Tutor(), await stage.Teacher());
            var asked = await stage.Asked(teacher, tutor);
            var group = (await Open(stage, tutor, requests: asked.Id)).After!.Id;

            await Task.WhenAll(
                Task.Run(() => stage.Turn((GroupStore s) => s.Cancel(group, tutor, null, Now))),
                Task.Run(() => Agree(stage, group, teacher)));

            Assert.Equal(ConsultationState.Cancelled, (await Details(stage, group)).State);
            Assert.Equal(ConsultationState.Requested, (await stage.Details(asked.Id)).State);
            Assert.Equal(0, await stage.Value<int>("select count(*) from consultation where state = 'Grouped'"));
            await Invariant.Holds(stage);
        }
    }

    [Fact]
    public async Task Two_groups_of_one_tutor_at_one_time_end_in_one()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var tutor = await stage.Tutor();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Open(stage, tutor)));

        Assert.Single(results, r => r.Refusal is null);
        Assert.Equal(7, results.Count(r => r.Refusal == GroupRefusal.TimeTaken));
        Assert.Equal(1, await stage.Value<int>("select count(*) from consultation"));
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task Moving_and_a_request_for_the_new_time_end_with_the_tutor_in_one_place()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (group, tutor) = await Gathered(stage);
        var teacher = await stage.Teacher();

        var move = Task.Run(async () =>
            (await stage.Turn((GroupStore s) => s.Move(group, tutor, ConsultationStage.Wednesday, Now))).Refusal is null);
        var ask = Task.Run(async () => (await stage.Ask(teacher, tutor)).Refusal is null);
        await Task.WhenAll(move, ask);

        Assert.True(await move ^ await ask);
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task Of_two_who_suggest_the_same_requests_one_tells()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var tutor = await stage.Tutor();
        foreach (var teacher in await stage.People(3, "Teacher")) await stage.Ask(teacher, tutor, kind: null);
        var set = Assert.Single(await stage.Turn((GroupReader r) => r.ToSuggest()));

        var both = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => stage.Turn((SuggestionStore s) => s.Take([.. set.Select(r => r.Id)], Now))));

        Assert.Single(both, told => told);
        Assert.Empty(await stage.Turn((GroupReader r) => r.ToSuggest()));
        await Invariant.Holds(stage);
    }

    private static async Task<(ConsultationId Group, PersonId Tutor)> Gathered(
        ConsultationStage stage, int seats = 5, int least = 2, bool open = false)
    {
        var tutor = await stage.Tutor();
        var group = (await Open(stage, tutor, seats, least)).After!.Id;
        if (open) await stage.Turn((GroupStore s) => s.OpenToAll(group, tutor, "code-of-this-group", Now));
        return (group, tutor);
    }

    private static Task<GroupResult> Open(
        ConsultationStage stage, PersonId tutor, int seats = 5, int least = 2, params IReadOnlyList<ConsultationId> requests) =>
        stage.Turn((GroupStore s) => s.Open(new()
        {
            About = "Чтение графиков",
            Subject = "Математика",
            Tutor = tutor,
            StartsAt = Now.AddDays(3),
            AgreeBy = Now.AddDays(2),
            Seats = seats,
            MinParticipants = least,
            Requests = requests,
        }, Now));

    private static Task<GroupResult> Agree(ConsultationStage stage, ConsultationId group, PersonId person, DateTimeOffset? at = null) =>
        stage.Turn((GroupStore s) => s.Agree(group, person, at ?? Now));

    private static Task<GroupDetails> Details(ConsultationStage stage, ConsultationId group) =>
        stage.Turn(async (GroupReader r) => (await r.Details(group))!);
}
