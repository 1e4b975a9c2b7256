using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.People.Roles;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>A tutor's role is taken away, and what was theirs is left behind, in one transaction as in the bot.</summary>
internal sealed class TutorGoes(RoleStore roles, GroupStore groups, DepartureStore departures)
{
    internal async Task<IReadOnlyList<ConsultationResult>> Now(PersonId tutor, PersonId head)
    {
        Assert.Null(await roles.Take(tutor, Role.Tutor, head));
        await groups.CloseOf(tutor, Some.Noon);
        return [.. await departures.OfTutor(tutor, Some.Noon), .. await departures.AskedOf(tutor, Some.Noon)];
    }
}

/// <summary>Whoever is tutor no more has nothing that waits for them, however near the two were.</summary>
public sealed class TutorGoesRaceTests(TestCluster cluster)
{
    [Fact]
    public Task A_request_that_comes_as_the_tutor_goes_is_refused_or_left_to_the_head() => Races(async (stage, tutor, teacher, _) =>
        (await stage.Ask(teacher, tutor, ConsultationStage.Wednesday.AddHours(1))).Refusal is null or ConsultationRefusal.NoTutor);

    [Fact]
    public Task A_request_that_is_asked_again_as_the_tutor_goes_is_refused_or_left_to_the_head() =>
    Races(async (stage, tutor, teacher, asked) =>
        (await stage.Turn((RequestStore s) =>
            s.AskAgain(asked.Id, teacher, new(TimeKind.Asked, [ConsultationStage.Wednesday.AddHours(2)]), [tutor], Some.Noon)))
            .Refusal is null or ConsultationRefusal.NoTutor);

    [Fact]
    public Task A_request_that_the_head_assigns_as_the_tutor_goes_is_refused_or_left_to_the_head() =>
    Races(async (stage, tutor, teacher, _) =>
    {
        var asked = await stage.Asked(teacher, await stage.Tutor());
        return (await stage.Turn((HandoverStore s) => s.Assign(asked.Id, tutor, Some.Noon))).Refusal is null or ConsultationRefusal.NoTutor;
    });

    [Fact]
    public Task A_request_that_a_colleague_hands_over_as_the_tutor_goes_stays_where_it_is() => Races(async (stage, tutor, teacher, _) =>
    {
        var colleague = await stage.Tutor();
        var asked = await stage.Asked(teacher, colleague);
        return (await stage.Turn((HandoverStore s) => s.HandOver(asked.Id, colleague, tutor, Some.Noon))).Refusal is null
            or ConsultationRefusal.NoTutor;
    });

    [Fact]
    public Task A_group_that_the_head_gathers_as_the_tutor_goes_is_refused_or_does_not_take_place() => Races(async (stage, tutor, _, _) =>
        (await stage.Turn((GroupStore s) => s.Open(new()
        {
            About = "Чтение графиков",
            Tutor = tutor,
            StartsAt = ConsultationStage.Wednesday.AddHours(2),
            Seats = 3,
            MinParticipants = 2,
            AgreeBy = Some.Noon.AddHours(4),
        }, Some.Noon))).Refusal is null or GroupRefusal.NoTutor);

    [Fact]
    public Task What_the_tutor_confirms_while_going_is_cancelled_or_left_to_the_head() => Races(async (stage, _, _, asked) =>
        (await stage.Confirm(asked)).Refusal is null or ConsultationRefusal.NotYours);

    /// <param name="deed">What somebody does with the tutor, or with what a teacher has asked of them; whether it ended as it may.</param>
    private async Task Races(Func<ConsultationStage, PersonId, PersonId, ConsultationDetails, Task<bool>> deed)
    {
        await using var stage = await ConsultationStage.SetUp(cluster);
        var (head, teacher) = ((await stage.People(1, "Head"))[0], await stage.Teacher());
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tutor = await stage.Tutor();
            var asked = await stage.Asked(teacher, tutor);
            var (done, gone) = (deed(stage, tutor, teacher, asked), stage.Turn((TutorGoes t) => t.Now(tutor, head)));
            await Task.WhenAll(done, gone);
            Assert.True(await done);
            await IsGone(stage, tutor);
        }
    }

    private static async Task IsGone(ConsultationStage stage, PersonId tutor)
    {
        Assert.Equal(0,
            await stage.Value<int>($"select count(*) from consultation where tutor_id = {tutor.Value} and state <> 'Cancelled'"));
        Assert.Equal(0,
            await stage.Value<int>($"select count(*) from consultation_handover where to_tutor_id = {tutor.Value} and state = 'Asked'"));
        await Invariant.Holds(stage);
    }
}
