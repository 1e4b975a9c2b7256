using CsCheck;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations;

/// <summary>Deeds one after the other, beside a model in plain loops: who sits, who waits and in which order, and what is held.</summary>
public sealed class SeatOrderTests(TestCluster cluster)
{
    private const int Schools = 4;
    private const int OfEach = 5;
    private const int People = Schools * OfEach;

    private static readonly Gen<(int What, int Who, int Other)> Deed =
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, People - 1], Gen.Int[0, People - 1]);

    [Fact]
    public async Task Whatever_is_done_everybody_has_the_place_that_plain_loops_give_them()
    {
        await using var stage = await NominationStage.SetUp(cluster, Schools, OfEach);
        var schoolOf = Enumerable.Range(0, People).Select(who => stage.Schools[stage.SchoolOf(who)].Value).ToList();
        await Gen.Select(Gen.Int[2, 9], Deed.Array[15, 50]).SampleAsync(async (seats, deeds) =>
        {
            var head = await stage.Seminars.Person();
            var seminar = await stage.Seminars.Seminar(seats, leader: head);
            var model = new SeatModel(seats, schoolOf);
            foreach (var deed in deeds)
            {
                await Do(stage, seminar, head, model, deed);
                await Same(stage, seminar, model, deed);
            }
        }, iter: 60, threads: 1);
    }

    private static async Task Do(
        NominationStage stage, SeminarId seminar, PersonId head, SeatModel model, (int What, int Who, int Other) deed)
    {
        var (what, who, other) = deed;
        var (person, school) = (stage.Teachers[who], stage.SchoolOf(who));
        var mine = (await stage.Nominations(seminar)).LastOrDefault(n =>
            n.Person == person && n.State is NominationState.Asked or NominationState.Accepted);
        switch (what)
        {
            case < 25:
                await stage.Seminars.SignUp(seminar, person);
                model.SignUp(who);
                break;
            case < 50 when mine == default:
                await stage.Nominate(seminar, school, person);
                if (!await DeclinedTwice(stage, seminar, person)) model.SignUp(who, isNominated: true);
                break;
            case < 55 when mine != default:
                await stage.Decline(mine.Id, person, DecliningReason.Lesson);
                model.Leave(who);
                break;
            case < 60 when mine != default:
                await stage.Withdraw(mine.Id, school);
                model.Leave(who);
                break;
            case < 75 when mine != default:
                var by = school * OfEach + other % OfEach;
                var result = await stage.Replace(mine.Id, school, stage.Teachers[by]);
                if (result.Refusal is null) model.Replace(who, by);
                else Assert.True(model.Has(by) || await DeclinedTwice(stage, seminar, stage.Teachers[by]));
                break;
            case < 75 when mine == default:
                await stage.GiveBack(seminar, person);
                model.Leave(who);
                break;
            case < 85:
                var (count, until) = (1 + other % 3, 2 + other % 4);
                if (model.MayHold(count)) model.Hold(schoolOf(), count, until);
                await stage.Hold(seminar, school, count, stage.Now + TimeSpan.FromDays(until));
                break;
            case < 93:
                await stage.Release(seminar, school);
                model.Release(h => h.School == schoolOf() && h.Until != SeatModel.ReturnedUntil);
                break;
            default:
                int? seats = other % 7 == 0 ? null : 1 + other % 9;
                await stage.Seminars.Change(seminar, new SeminarChange.Seats(seats), head);
                model.Change(seats);
                break;
        }

        long schoolOf() => stage.Schools[school].Value;
    }

    /// <summary>Then they are not nominated any more; a refusal of their own counts as none.</summary>
    private static async Task<bool> DeclinedTwice(NominationStage stage, SeminarId seminar, PersonId person) =>
        (await stage.Nominations(seminar)).Count(n => n.Person == person && n.State == NominationState.Declined) > 1;

    private static async Task Same(NominationStage stage, SeminarId seminar, SeatModel model, (int, int, int) deed)
    {
        var places = (await stage.Seminars.Places(seminar)).Where(p => p.State != SignUpState.Cancelled)
            .Select(p => (stage.Teachers.ToList().FindIndex(t => t.Value == p.Person), p.State));
        Assert.Equal((deed, string.Join(' ', model.Places)), (deed, string.Join(' ', places)));
        var details = await stage.Seminars.Details(seminar, stage.Teachers[0]);
        Assert.Equal((model.Seats, model.Held, model.HeldFor(stage.Schools[0].Value)), (details.Seats, details.Held, details.HeldForMine));
        Assert.Equal(details.Held, (await stage.HeldFor(seminar)).Count);
        Assert.Equal(details.Seated, model.Places.Count(p => p.State == SignUpState.Confirmed));
    }
}
