using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Seminars.Heads;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Tests.Consultations;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Race;

namespace MspBot.Tests.Meetings;

/// <summary>Two ways to take one person's time at the same moment: one has it, the other hears what is there.</summary>
public sealed class EngagementRaceTests(TestCluster cluster)
{
    [Fact]
    public Task A_seminar_and_a_consultation_that_its_leader_confirms() => Races(async (stage, tutor, at) =>
    {
        var asked = (await stage.Ask(await stage.Teacher(), tutor, at.AddMinutes(30), TimeKind.Proposed)).After!;
        var (made, confirmed) = (Make(stage, tutor, at), stage.Confirm(asked));
        return One((await made).Clash, (await confirmed).Clash, EngagementKind.Consultation);
    });

    [Fact]
    public Task A_seminar_and_times_that_its_leader_offers() => Races(async (stage, tutor, at) =>
    {
        var asked = (await stage.Ask(await stage.Teacher(), tutor, null, null)).After!;
        var (made, offered) = (Make(stage, tutor, at),
            stage.Turn((ConsultationStore s) => s.Offer(asked.Id, tutor, [at.AddHours(-3), at.AddMinutes(30)], Some.Noon)));
        return One((await made).Clash, (await offered).Clash, EngagementKind.Request);
    });

    [Fact]
    public Task A_seminar_and_a_group_that_its_leader_gathers() => Races(async (stage, tutor, at) =>
    {
        var draft = new GroupDraft
        {
            About = "Письмо",
            Tutor = tutor,
            Requests = [],
            StartsAt = at.AddMinutes(45),
            Seats = 5,
            MinParticipants = 2,
            AgreeBy = at.AddHours(-3)
        };
        var (made, opened) = (Make(stage, tutor, at), stage.Turn((GroupStore s) => s.Open(draft, Some.Noon)));
        return One((await made).Clash, (await opened).Clash, EngagementKind.Consultation);
    });

    [Fact]
    public Task Two_seminars_of_one_leader() => Races(async (stage, tutor, at) =>
    {
        var (one, other) = (Make(stage, tutor, at), Make(stage, tutor, at.AddMinutes(30)));
        return One((await one).Clash, (await other).Clash, EngagementKind.Seminar);
    });

    [Fact]
    public Task A_seminar_that_is_moved_and_another_that_is_given_to_the_same_leader() => Races(async (stage, tutor, at) =>
    {
        var head = await stage.Teacher();
        var (mine, theirs) = ((await Make(stage, tutor, at.AddHours(4))).Id, (await Make(stage, head, at)).Id);
        var (moved, given) = (Change(stage, mine, new SeminarChange.Start(at.AddMinutes(30))),
            Change(stage, theirs, new SeminarChange.Leader(tutor)));
        return One((await moved).Clash, (await given).Clash, EngagementKind.Seminar);
    });

    [Fact]
    public Task A_seminar_and_a_teacher_who_asks_for_its_leaders_free_time() => Races(async (stage, tutor, at) =>
    {
        var (made, asked) = (Make(stage, tutor, at), stage.Ask(await stage.Teacher(), tutor, at));
        return ((await made).Clash is null) != ((await asked).Refusal is null) && (await asked).Clash is null;
    });

    [Fact]
    public Task A_seminar_and_a_request_that_is_assigned_to_its_leader_who_then_holds_nothing_or_has_it() =>
    Races(async (stage, tutor, at) =>
    {
        var asked = await stage.Asked(await stage.Teacher(), await stage.Tutor(), at);
        var (made, assigned) = (Make(stage, tutor, at), stage.Turn((HandoverStore s) => s.Assign(asked.Id, tutor, Some.Noon)));
        var held = (await assigned).After!.Times.Single().Kind == TimeKind.Asked;
        return ((await made).Clash is null) != held;
    });

    [Fact]
    public async Task A_move_may_overlap_the_time_that_it_moves_and_a_seminar_may_begin_where_a_consultation_ends()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        var confirmed = await stage.Confirmed(teacher, tutor);
        var moved =
            (await stage.Turn((ConsultationStore s) =>
                s.Move(confirmed.Id, tutor, [ConsultationStage.Wednesday.AddMinutes(20)], free: false, null, Some.Noon))).After!;
        await Invariant.Holds(stage);
        Assert.Null((await stage.Turn((ConsultationStore s) =>
            s.Choose(confirmed.Id, teacher, moved.Facts.Pending.First().Id, Some.Noon))).Refusal);
        Assert.Null((await Make(stage, tutor, ConsultationStage.Wednesday.AddMinutes(65))).Clash);
        var seminar = (await Make(stage, tutor, ConsultationStage.Wednesday.AddDays(1))).Id;
        Assert.Null((await Change(stage, seminar, new SeminarChange.Start(ConsultationStage.Wednesday.AddDays(1).AddMinutes(30)))).Refusal);
        await Invariant.Holds(stage);
    }

    private async Task Races(Func<ConsultationStage, PersonId, DateTimeOffset, Task<bool>> race)
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var tutor = await stage.Tutor();
        for (var round = 0; round < Rounds; round++)
        {
            Assert.True(await race(stage, tutor, ConsultationStage.Wednesday.AddDays(round)));
            await Invariant.Holds(stage);
        }
    }

    /// <summary>One of them was refused and heard of the other: a seminar, or what the other is.</summary>
    private static bool One(Engagement? seminarsClash, Engagement? othersClash, EngagementKind other) =>
        seminarsClash is null ? othersClash?.Kind == EngagementKind.Seminar : seminarsClash.Kind == other && othersClash is null;

    private static Task<(SeminarId Id, Engagement? Clash)> Make(ConsultationStage stage, PersonId leader, DateTimeOffset at) =>
        stage.Turn((SeminarStore s) =>
        s.Add(Some.SeminarDraft(leader, startsIn: at - Some.Noon), leader, publish: true, Some.Noon));

    private static Task<SeminarResult> Change(ConsultationStage stage, SeminarId seminar, SeminarChange change) =>
        stage.Turn((SeminarStore s) => s.Change(seminar, 1, change, new(0), Some.Noon));
}
