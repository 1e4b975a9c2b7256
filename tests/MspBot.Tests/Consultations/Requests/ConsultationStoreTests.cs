using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>What the stores keep when a request goes from one to another.</summary>
public sealed class ConsultationStoreTests(TestCluster cluster)
{
    [Fact]
    public async Task Assigned_to_a_tutor_who_has_set_nothing_the_time_is_held_for_the_usual_length()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor, other) = (await stage.Teacher(), await stage.Tutor(), (await stage.People(1, "Teacher", "Tutor"))[0]);
        var asked = await stage.Asked(teacher, tutor);

        var assigned = await stage.Turn((HandoverStore s) => s.Assign(asked.Id, other, Some.Noon));

        Assert.Equal((null, other), (assigned.Refusal, assigned.After!.TutorId!.Value));
        Assert.Equal((TimeKind.Asked, 45.0),
            (assigned.After.Times[0].Kind, (assigned.After.Times[0].EndsAt - assigned.After.Times[0].StartsAt).TotalMinutes));
        Assert.True(await stage.Turn((HandoverStore s) => s.WasTutor(asked.Id, tutor)));
    }

    [Fact]
    public async Task A_colleague_who_is_busy_then_takes_the_request_and_its_time_holds_nothing()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor, colleague) = (await stage.Teacher(), await stage.Tutor(), await stage.Tutor());
        await stage.Confirmed(await stage.Teacher(), colleague);
        var asked = await stage.Asked(teacher, tutor);
        await stage.Turn((HandoverStore s) => s.HandOver(asked.Id, tutor, colleague, Some.Noon));

        var taken = await stage.Turn((HandoverStore s) => s.Accept(asked.Id, colleague, Some.Noon));

        Assert.Equal((null, TimeKind.Proposed), (taken.Refusal, taken.After!.Times[0].Kind));
        Assert.Equal(ConsultationRefusal.TimeTaken, (await stage.Confirm(taken.After)).Refusal);
        Assert.Contains(await stage.Free(tutor), t => t.StartsAt == ConsultationStage.Wednesday.AddHours(-1));
    }

    [Fact]
    public async Task Only_a_tutor_can_be_assigned_or_handed_a_request()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor, nobody) = (await stage.Teacher(), await stage.Tutor(), await stage.Teacher());
        var asked = await stage.Asked(teacher, tutor);

        Assert.Equal(ConsultationRefusal.NoTutor, (await stage.Turn((HandoverStore s) => s.Assign(asked.Id, nobody, Some.Noon))).Refusal);
        Assert.Equal(ConsultationRefusal.NoTutor,
            (await stage.Turn((HandoverStore s) => s.HandOver(asked.Id, tutor, nobody, Some.Noon))).Refusal);
        Assert.Equal(ConsultationRefusal.NoTutor, (await stage.Ask(teacher, nobody)).Refusal);
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(-15, false)]
    [InlineData(15, true)]
    public async Task A_quarter_of_an_hour_later_or_earlier_can_be_asked_for_by_either_side(int minutes, bool byTeacher)
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        var confirmed = await stage.Confirmed(teacher, tutor);
        var to = ConsultationStage.Wednesday.AddMinutes(minutes);

        var asked = await stage.Turn((ConsultationStore s) =>
            s.Move(confirmed.Id, byTeacher ? teacher : tutor, [to], free: false, null, Some.Noon));
        Assert.Null(asked.Refusal);
        await Invariant.Holds(stage);
        var time = asked.After!.Facts.Pending.Single().Id;
        var moved = await stage.Turn((ConsultationStore s) => byTeacher ? s.Confirm(confirmed.Id, tutor, time, Some.Noon)
            : s.Choose(confirmed.Id, teacher, time, Some.Noon));

        Assert.Equal((null, to), (moved.Refusal, moved.After!.StartsAt!.Value));
        await Invariant.Holds(stage);
        Assert.Equal(ConsultationRefusal.TimeTaken, (await stage.Ask(await stage.Teacher(), tutor, to.AddMinutes(50))).Refusal);
    }

    [Fact]
    public async Task What_a_move_would_need_beyond_the_old_time_is_held_for_it()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        var confirmed = await stage.Confirmed(teacher, tutor);
        await stage.Turn((ConsultationStore s) =>
            s.Move(confirmed.Id, tutor, [ConsultationStage.Wednesday.AddMinutes(15)], free: false, null, Some.Noon));

        Assert.Equal(ConsultationRefusal.TimeTaken,
            (await stage.Ask(await stage.Teacher(), tutor, ConsultationStage.Wednesday.AddMinutes(55))).Refusal);
        await stage.Turn((ConsultationStore s) => s.KeepTime(confirmed.Id, teacher));
        Assert.Null((await stage.Ask(await stage.Teacher(), tutor, ConsultationStage.Wednesday.AddMinutes(55))).Refusal);
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task Moved_to_the_time_that_it_has_nothing_is_asked()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        var confirmed = await stage.Confirmed(teacher, tutor);
        Assert.Equal(ConsultationRefusal.SameTime,
            (await stage.Turn((ConsultationStore s) =>
                s.Move(confirmed.Id, tutor, [ConsultationStage.Wednesday], free: false, null, Some.Noon))).Refusal);
    }

    [Fact]
    public async Task Times_offered_at_once_keep_the_break_between_them()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        var asked = await stage.Asked(teacher, tutor);
        var at = ConsultationStage.Wednesday.AddDays(1);
        Assert.Equal(ConsultationRefusal.TimesOverlap,
            (await stage.Turn((ConsultationStore s) => s.Offer(asked.Id, tutor, [at, at.AddMinutes(45)], Some.Noon))).Refusal);
        Assert.Null((await stage.Turn((ConsultationStore s) => s.Offer(asked.Id, tutor, [at, at.AddMinutes(55)], Some.Noon))).Refusal);
        await Invariant.Holds(stage);
    }
}
