using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Race;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>Moves, and times that are offered, against whatever else can be done at the same moment.</summary>
public sealed class ConsultationMoveRaceTests(TestCluster cluster)
{
    [Fact]
    public async Task A_move_confirmed_while_the_teacher_cancels_leaves_no_time_held()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var moving = await Moving(stage, teacher, tutor);
            var (moved, cancelled) = await Both(stage.Confirm(moving), stage.Cancel(moving, teacher));

            Assert.Null(cancelled.Refusal);
            Assert.True(moved.Refusal is null or ConsultationRefusal.AlreadyCancelled);
            await Ended(stage, moving, ConsultationState.Cancelled);
        }
    }

    [Fact]
    public async Task A_move_confirmed_on_two_devices_moves_once()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        var moving = await Moving(stage, teacher, tutor);

        var (one, other) = await Both(stage.Confirm(moving), stage.Confirm(moving));

        Assert.Single(new[] { one, other }, r => r.Refusal is null);
        Assert.Single(new[] { one, other }, r => r.Refusal == ConsultationRefusal.AlreadyConfirmed);
        var details = await stage.Details(moving.Id);
        Assert.Equal((1, ConsultationStage.Wednesday.AddDays(1)), (details.CalendarSequence, details.StartsAt!.Value));
        Assert.Single(details.Times);
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task A_time_chosen_while_the_tutor_declines_ends_in_one_of_both()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var offered = await Offered(stage, teacher, tutor);
            var (chosen, declined) = await Both(
                stage.Turn((ConsultationStore s) => s.Choose(offered.Id, teacher, offered.Times[0].Id, Some.Noon)),
                stage.Turn((ConsultationStore s) => s.Decline(offered.Id, tutor, "Занят", Some.Noon)));

            Assert.Single(new[] { chosen, declined }, r => r.Refusal is null);
            Assert.True((chosen.Refusal ?? declined.Refusal) is ConsultationRefusal.AlreadyDeclined
                or ConsultationRefusal.AlreadyConfirmed);
            await Invariant.Holds(stage);
            if (chosen.Refusal is null) await stage.Cancel(offered, teacher);
            Assert.Equal(0, await stage.Value<int>($"select count(*) from consultation_time where consultation_id = {offered.Id.Value}"));
        }
    }

    [Fact]
    public async Task A_time_chosen_while_the_teacher_takes_the_request_back_on_another_device_ends_cancelled()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var offered = await Offered(stage, teacher, tutor);
            var (chosen, cancelled) = await Both(
                stage.Turn((ConsultationStore s) => s.Choose(offered.Id, teacher, offered.Times[0].Id, Some.Noon)),
                stage.Cancel(offered, teacher));

            Assert.Null(cancelled.Refusal);
            Assert.Equal(chosen.Refusal is null ? ConsultationState.Confirmed : ConsultationState.Offered, cancelled.Before!.State);
            Assert.True(chosen.Refusal is null or ConsultationRefusal.AlreadyCancelled);
            await Ended(stage, offered, ConsultationState.Cancelled);
        }
    }

    [Fact]
    public async Task Offered_times_and_a_time_confirmed_at_once_end_in_one_of_both()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var asked = await stage.Asked(teacher, tutor);
            var (offered, confirmed) = await Both(
                stage.Turn((ConsultationStore s) => s.Offer(asked.Id, tutor, [ConsultationStage.Wednesday.AddDays(1)], Some.Noon)),
                stage.Confirm(asked));

            Assert.Single(new[] { offered, confirmed }, r => r.Refusal is null);
            Assert.True((offered.Refusal ?? confirmed.Refusal) is ConsultationRefusal.AlreadyConfirmed
                or ConsultationRefusal.TeacherChooses);
            await Invariant.Holds(stage);
            await stage.Cancel(asked, teacher);
        }
    }

    [Fact]
    public async Task A_move_confirmed_while_it_is_let_be_ends_at_one_of_both_times()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var moving = await Moving(stage, teacher, tutor);
            var (moved, stays) = await Both(stage.Confirm(moving), stage.Turn((ConsultationStore s) => s.KeepTime(moving.Id, teacher)));

            Assert.Single(new[] { moved, stays }, r => r.Refusal is null);
            var details = await stage.Details(moving.Id);
            Assert.Equal((ConsultationState.Confirmed, ConsultationStage.Wednesday.AddDays(moved.Refusal is null ? 1 : 0)),
                (details.State, details.StartsAt!.Value));
            await Invariant.Holds(stage);
            await stage.Cancel(moving, teacher);
        }
    }

    [Fact]
    public async Task Two_moves_asked_for_by_both_sides_leave_one_to_decide_about()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var confirmed = await stage.Confirmed(teacher, tutor);
            var (later, earlier) = await Both(
                stage.Turn((ConsultationStore s) =>
                    s.Move(confirmed.Id, teacher, [ConsultationStage.Wednesday.AddMinutes(15)], free: true, null, Some.Noon)),
                stage.Turn((ConsultationStore s) =>
                    s.Move(confirmed.Id, tutor, [ConsultationStage.Wednesday.AddMinutes(-15)], free: false, null, Some.Noon)));

            Assert.Equal((null, null), (later.Refusal, earlier.Refusal));
            Assert.Single((await stage.Details(confirmed.Id)).Facts.Pending);
            await Invariant.Holds(stage);
            await stage.Cancel(confirmed, teacher);
        }
    }

    [Fact]
    public async Task A_quarter_later_asked_by_the_tutor_races_with_a_teacher_for_the_time_after_it()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor, other) = (await stage.Teacher(), await stage.Tutor(), await stage.Teacher());
        for (var round = 0; round < Rounds; round++)
        {
            var confirmed = await stage.Confirmed(teacher, tutor);
            var (moved, asked) = await Both(
                stage.Turn((ConsultationStore s) =>
                    s.Move(confirmed.Id, tutor, [ConsultationStage.Wednesday.AddMinutes(15)], free: false, null, Some.Noon)),
                stage.Ask(other, tutor, ConsultationStage.Wednesday.AddMinutes(55)));

            Assert.Single(new[] { moved, asked }, r => r.Refusal is null);
            Assert.Single(new[] { moved, asked }, r => r.Refusal == ConsultationRefusal.TimeTaken);
            await Invariant.Holds(stage);
            await stage.Cancel(confirmed, teacher);
            if (asked.After is { } theirs) await stage.Cancel(theirs, other);
        }
    }

    private static async Task<ConsultationDetails> Offered(ConsultationStage stage, PersonId teacher, PersonId tutor)
    {
        var asked = await stage.Asked(teacher, tutor);
        return (await stage.Turn((ConsultationStore s) =>
            s.Offer(asked.Id, tutor, [ConsultationStage.Wednesday.AddDays(1)], Some.Noon))).After!;
    }

    private static async Task<ConsultationDetails> Moving(ConsultationStage stage, PersonId teacher, PersonId tutor)
    {
        var confirmed = await stage.Confirmed(teacher, tutor);
        return (await stage.Turn((ConsultationStore s) =>
            s.Move(confirmed.Id, teacher, [ConsultationStage.Wednesday.AddDays(1)], free: true, null, Some.Noon))).After!;
    }
}
