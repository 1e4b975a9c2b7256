using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Race;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>Each pair of deeds that can meet, at the same moment, many times over.</summary>
public sealed class ConsultationRaceTests(TestCluster cluster)
{
    [Fact]
    public async Task Of_100_teachers_who_want_one_hour_one_has_it_and_99_hear_it_and_see_what_else_is_free()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var tutor = await stage.Tutor();
        var teachers = await stage.People(100, "Teacher");
        var before = await stage.Free(tutor);
        var wanted = before[4].StartsAt;

        var results = await Task.WhenAll(teachers.Select(t => stage.Ask(t, tutor, wanted)));

        Assert.Single(results, r => r.Refusal is null);
        Assert.Equal(99, results.Count(r => r.Refusal == ConsultationRefusal.TimeTaken));
        Assert.Equal(1, await stage.Value<int>("select count(*) from consultation"));
        Assert.Equal(before.Where(t => t.StartsAt != wanted), await stage.Free(tutor));
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task Two_tutors_share_a_crowd_that_asks_for_anybody()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        IReadOnlyList<PersonId> tutors = [await stage.Tutor(), await stage.Tutor()];
        var teachers = await stage.People(20, "Teacher");

        var results = await Task.WhenAll(teachers.Select((t, n) => stage.Turn((RequestStore s) => s.Ask(
            t, new("Чтение", null, false, new(TimeKind.Asked, [ConsultationStage.Wednesday])), n % 2 == 0 ? tutors
            : [.. tutors.Reverse()], Some.Noon))));

        Assert.Equal(tutors, results.Where(r => r.Refusal is null).Select(r =>
            r.After!.TutorId!.Value).Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))));
        await Invariant.Holds(stage);
    }

    [Fact]
    public async Task Confirmed_on_two_devices_it_is_confirmed_once()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var asked = await stage.Asked(teacher, tutor);
            var results = await Task.WhenAll(stage.Confirm(asked), stage.Confirm(asked), stage.Confirm(asked));

            Assert.Single(results, r => r.Refusal is null);
            Assert.Equal(2, results.Count(r => r.Refusal == ConsultationRefusal.AlreadyConfirmed));
            Assert.Equal(0, (await stage.Details(asked.Id)).CalendarSequence);
            await Invariant.Holds(stage);
            await stage.Cancel(asked, tutor);
        }
    }

    [Fact]
    public async Task Confirmed_and_taken_back_at_once_it_ends_cancelled_and_each_side_knows_what_was()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor) = (await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var asked = await stage.Asked(teacher, tutor);
            var (confirmed, cancelled) = await Both(stage.Confirm(asked), stage.Cancel(asked, teacher));

            Assert.Null(cancelled.Refusal);
            Assert.Equal(confirmed.Refusal is null ? ConsultationState.Confirmed : ConsultationState.Requested, cancelled.Before!.State);
            Assert.Equal(confirmed.Refusal, confirmed.Refusal is null ? null : ConsultationRefusal.AlreadyCancelled);
            await Ended(stage, asked, ConsultationState.Cancelled);
        }
    }

    [Fact]
    public async Task Two_proposals_of_one_time_cannot_both_be_confirmed()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (anna, boris, tutor) = (await stage.Teacher(), await stage.Teacher(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var at = ConsultationStage.Wednesday.AddDays(round);
            var first = (await stage.Ask(anna, tutor, at, TimeKind.Proposed)).After!;
            var second = (await stage.Ask(boris, tutor, at.AddMinutes(30), TimeKind.Proposed)).After!;
            var (one, other) = await Both(stage.Confirm(first), stage.Confirm(second));

            Assert.Single(new[] { one, other }, r => r.Refusal is null);
            Assert.Single(new[] { one, other }, r => r.Refusal == ConsultationRefusal.TimeTaken);
            var (won, lost) = one.Refusal is null ? (first, second) : (second, first);
            Assert.Equal(ConsultationState.Confirmed, (await stage.Details(won.Id)).State);
            Assert.Equal(ConsultationState.Requested, (await stage.Details(lost.Id)).State);
            await Invariant.Holds(stage);
        }
    }

    [Fact]
    public async Task Handed_over_and_declined_at_once_it_is_declined_and_no_colleague_is_left_waiting()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor, colleague) = (await stage.Teacher(), await stage.Tutor(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var asked = await stage.Asked(teacher, tutor);
            var (handed, declined) = await Both(
                stage.Turn((HandoverStore s) => s.HandOver(asked.Id, tutor, colleague, Some.Noon)),
                stage.Turn((ConsultationStore s) => s.Decline(asked.Id, tutor, "Занят", Some.Noon)));

            Assert.Null(declined.Refusal);
            Assert.True(handed.Refusal is null or ConsultationRefusal.AlreadyDeclined);
            await Ended(stage, asked, ConsultationState.Declined);
            Assert.Equal(ConsultationRefusal.HandoverGone,
                (await stage.Turn((HandoverStore s) => s.Accept(asked.Id, colleague, Some.Noon))).Refusal);
        }
    }

    [Fact]
    public async Task Accepted_by_a_colleague_and_confirmed_at_once_it_has_one_tutor()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor, colleague) = (await stage.Teacher(), await stage.Tutor(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var asked = await stage.Asked(teacher, tutor);
            await stage.Turn((HandoverStore s) => s.HandOver(asked.Id, tutor, colleague, Some.Noon));
            var (accepted, confirmed) = await Both(
                stage.Turn((HandoverStore s) => s.Accept(asked.Id, colleague, Some.Noon)), stage.Confirm(asked));

            Assert.Single(new[] { accepted, confirmed }, r => r.Refusal is null);
            var details = await stage.Details(asked.Id);
            if (confirmed.Refusal is null)
                Assert.Equal((ConsultationRefusal.HandoverGone, tutor), (accepted.Refusal, details.TutorId!.Value));
            else Assert.Equal((ConsultationRefusal.NotYours, colleague), (confirmed.Refusal!.Value, details.TutorId!.Value));
            Assert.Null(details.ColleagueId);
            await Invariant.Holds(stage);
            await stage.Cancel(details, teacher);
        }
    }

    [Fact]
    public async Task Taken_over_by_a_colleague_while_the_head_assigns_another_it_has_the_one_who_came_last()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor, colleague, other) = (await stage.Teacher(), await stage.Tutor(), await stage.Tutor(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var asked = await stage.Asked(teacher, tutor);
            await stage.Turn((HandoverStore s) => s.HandOver(asked.Id, tutor, colleague, Some.Noon));
            var (taken, assigned) = await Both(
                stage.Turn((HandoverStore s) => s.Accept(asked.Id, colleague, Some.Noon)),
                stage.Turn((HandoverStore s) => s.Assign(asked.Id, other, Some.Noon)));

            // A head may assign what a colleague has just taken; a colleague may not take what is assigned.
            Assert.Null(assigned.Refusal);
            Assert.Equal(taken.Refusal is null ? colleague : tutor, assigned.Before!.TutorId!.Value);
            Assert.True(taken.Refusal is null or ConsultationRefusal.HandoverGone);
            var details = await stage.Details(asked.Id);
            Assert.Equal((other, (PersonId?)null), (details.TutorId!.Value, details.ColleagueId));
            await Invariant.Holds(stage);
            await stage.Cancel(details, teacher);
        }
    }

    [Fact]
    public async Task Assigned_to_two_tutors_by_two_heads_at_once_it_holds_the_time_of_one()
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (teacher, tutor, one, other) = (await stage.Teacher(), await stage.Tutor(), await stage.Tutor(), await stage.Tutor());
        for (var round = 0; round < Rounds; round++)
        {
            var asked = await stage.Asked(teacher, tutor);
            var (first, second) = await Both(
                stage.Turn((HandoverStore s) => s.Assign(asked.Id, one, Some.Noon)),
                stage.Turn((HandoverStore s) => s.Assign(asked.Id, other, Some.Noon)));

            Assert.Equal((null, null), (first.Refusal, second.Refusal));
            Assert.Contains((await stage.Details(asked.Id)).TutorId!.Value, new[] { one, other });
            await Invariant.Holds(stage);
            await stage.Cancel(asked, teacher);
        }
    }
}
