using MspBot.Data.Consultations;
using MspBot.Domain.Consultations;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations;

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
        Assert.Equal((TimeKind.Asked, 45.0), (assigned.After.Times[0].Kind, (assigned.After.Times[0].EndsAt - assigned.After.Times[0].StartsAt).TotalMinutes));
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
        Assert.Equal(ConsultationRefusal.NoTutor, (await stage.Turn((HandoverStore s) => s.HandOver(asked.Id, tutor, nobody, Some.Noon))).Refusal);
        Assert.Equal(ConsultationRefusal.NoTutor, (await stage.Ask(teacher, nobody)).Refusal);
    }
}
