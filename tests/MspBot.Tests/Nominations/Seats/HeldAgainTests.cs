using Dapper;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>What becomes of a seat that was held for a school, was taken, and is given back.</summary>
public sealed class HeldAgainTests(TestCluster cluster)
{
    private static readonly DateTimeOffset InThreeDays = Some.Noon.AddDays(3);

    [Fact]
    public async Task Taken_by_oneself_it_is_the_schools_again_until_its_own_time()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var seminar = await Held(stage);
        await stage.Seminars.SignUp(seminar, stage.Teachers[0]);
        await stage.Seminars.SignUp(seminar, stage.Teachers[2]);

        var left = await GiveBack(stage, seminar, 0);

        Assert.Equal(new SeatReturnOutcome.Left(SignUpState.Confirmed, Promoted: 0, Held: true), left.Outcome);
        Assert.Equal([(stage.Schools[0], InThreeDays, null)], await Seats(stage, seminar));
        Assert.Equal("Waitlisted", await Place(stage, seminar, 2));
    }

    [Theory]
    [InlineData(3, 3, false)]    // its own time is later than one working day: the head's seat again
    [InlineData(0.5, 1, true)]
    public async Task Of_a_nominated_teacher_it_stays_until_the_later_of_both(double heldDays, int stays, bool isReturned)
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var seminar = await Held(stage, Some.Noon.AddDays(heldDays));
        var sent = (await stage.Nominate(seminar, 0, stage.Teachers[0])).Nominees[0].Nomination!.Value;

        var left = (await stage.Decline(sent, stage.Teachers[0])).Left!;

        Assert.Equal((stage.Schools[0], Some.Noon.AddDays(stays)), (left.HeldFor!.Value, left.HeldUntil!.Value));
        Assert.Equal([(stage.Schools[0], Some.Noon.AddDays(stays), isReturned ? sent : (NominationId?)null)], await Seats(stage, seminar));
    }

    [Fact]
    public async Task Whoever_comes_instead_or_waited_for_it_gives_it_back_to_the_school_as_well()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 3);
        var seminar = await Held(stage);
        var sent = (await stage.Nominate(seminar, 0, stage.Teachers[0])).Nominees[0].Nomination!.Value;
        await stage.Replace(sent, 0, stage.Teachers[1]);
        await stage.Seminars.SignUp(seminar, stage.Teachers[2]);

        Assert.Equal(stage.Teachers[2].Value, Assert.Single((await GiveBack(stage, seminar, 1)).Promoted).Person);
        await GiveBack(stage, seminar, 2);

        Assert.Equal([(stage.Schools[0], InThreeDays, null)], await Seats(stage, seminar));
    }

    [Fact]
    public async Task It_is_that_schools_also_when_who_had_it_works_elsewhere_by_now()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var seminar = await Held(stage);
        await stage.Seminars.SignUp(seminar, stage.Teachers[0]);
        await stage.Moves(0, to: 1);
        await GiveBack(stage, seminar, 0);
        Assert.Equal([(stage.Schools[0], InThreeDays, null)], await Seats(stage, seminar));
    }

    [Fact]
    public async Task Who_cannot_be_told_of_it_waits_and_it_is_held()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var seminar = await Held(stage);
        await stage.Seminars.SignUp(seminar, stage.Teachers[0]);
        await stage.Seminars.SignUp(seminar, stage.Teachers[1]);
        await GiveBack(stage, seminar, 0);
        await stage.NewsFails(seminar, 1);
        await stage.Seminars.SignUp(seminar, stage.Teachers[2]);

        await stage.Seminars.Turn((SignUpStore store) => store.GiveOn(seminar, stage.Now));

        Assert.Equal([(stage.Schools[0], InThreeDays, null)], await Seats(stage, seminar));
        Assert.Equal(("Waitlisted", "Waitlisted"), (await Place(stage, seminar, 1), await Place(stage, seminar, 2)));
    }

    [Fact]
    public async Task Of_a_meeting_that_begins_earlier_it_is_held_no_longer_than_any_other()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var head = await stage.Seminars.Person();
        var seminar = await Held(stage, leader: head);
        await stage.Seminars.SignUp(seminar, stage.Teachers[0]);
        await stage.Seminars.Change(seminar, new SeminarChange.Start(Some.Noon.AddDays(2)), head);
        await GiveBack(stage, seminar, 0);
        Assert.Equal([(stage.Schools[0], SchoolSeats.Latest(Some.Noon.AddDays(2)), null)], await Seats(stage, seminar));
    }

    [Fact]
    public async Task Where_seats_were_unlimited_meanwhile_or_its_time_is_over_it_is_free()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var head = await stage.Seminars.Person();
        var (unlimited, over) = (await Held(stage, leader: head), await Held(stage));
        foreach (var seminar in new[] { unlimited, over }) await stage.Seminars.SignUp(seminar, stage.Teachers[0]);
        await stage.Seminars.Change(unlimited, new SeminarChange.Seats(null), head);
        await stage.Seminars.Change(unlimited, new SeminarChange.Seats(1), head);
        await GiveBack(stage, unlimited, 0);
        stage.Now = InThreeDays;
        await GiveBack(stage, over, 0);
        Assert.Empty((await Seats(stage, unlimited)).Concat(await Seats(stage, over)));
    }

    [Fact]
    public async Task Without_an_answer_it_goes_to_nobody_but_one_of_the_school()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var seminar = await Held(stage, Some.Noon.AddDays(6));
        await stage.Nominate(seminar, 0, stage.Teachers[0]);
        await stage.Seminars.SignUp(seminar, stage.Teachers[2]);
        stage.Now = Some.Noon.AddDays(4);

        Assert.Empty((await stage.Lapse(seminar))!.Lapsed);
        await stage.Seminars.SignUp(seminar, stage.Teachers[1]);
        var lapsed = (await stage.Lapse(seminar))!;

        Assert.Single(lapsed.Lapsed);
        Assert.Equal(stage.Teachers[1].Value, Assert.Single(lapsed.Promoted).Person);
    }

    [Fact]
    public async Task Before_it_goes_to_a_colleague_who_waits_it_is_asked_about()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 3);
        var (held, free) = (await Held(stage), await stage.Seminars.Seminar(seats: 1));
        foreach (var seminar in new[] { held, free })
        {
            await stage.Nominate(seminar, 0, stage.Teachers[0]);
            await stage.Seminars.SignUp(seminar, stage.Teachers[3]);
        }
        Assert.IsType<SeatReturnOutcome.Left>((await Asks(held)).Outcome);
        await stage.Nominate(held, 0, stage.Teachers[0]);
        foreach (var seminar in new[] { held, free })
        {
            await stage.Seminars.SignUp(seminar, stage.Teachers[1]);
            Assert.Equal(new SeatReturnOutcome.AsksFirst(Waiting: 2, Held: true), (await Asks(seminar)).Outcome);
        }

        Task<SeatReturnResult> Asks(SeminarId seminar) => GiveBack(stage, seminar, 0, sure: false);
    }

    [Fact]
    public async Task Who_comes_instead_of_one_who_waits_and_cannot_be_told_takes_the_seat_that_lies_free()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var seminar = await stage.Seminars.Seminar(seats: 1);
        await stage.Seminars.SignUp(seminar, stage.Teachers[2]);
        var sent = (await stage.Nominate(seminar, 0, stage.Teachers[0])).Nominees[0].Nomination!.Value;
        await stage.Reach(0, false);
        await stage.Leave(seminar, stage.Teachers[2]);

        Assert.IsType<SignUpOutcome.Seated>((await stage.Replace(sent, 0, stage.Teachers[1])).Nominee!.Place);
        Assert.Equal("Confirmed", await Place(stage, seminar, 1));
    }

    [Fact]
    public async Task What_the_head_has_not_seen_is_not_freed()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var seminar = await Held(stage);
        Assert.Null(await stage.Release(seminar, 0, seen: 2));
        Assert.Equal([new SeatsOfSchool(stage.Schools[0], 1)], (await stage.Release(seminar, 0, seen: 1))!.Of);
    }

    [Fact]
    public async Task What_the_head_has_freed_for_all_is_free_also_once_somebody_gives_it_back()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 3);
        var seminar = await stage.Seminars.Seminar(seats: 3);
        await stage.Hold(seminar, 0, 2, InThreeDays);
        await stage.Hold(seminar, 1, 1, InThreeDays);
        await stage.Seminars.SignUp(seminar, stage.Teachers[0]);
        await stage.Seminars.SignUp(seminar, stage.Teachers[3]);
        await stage.Release(seminar, 0);

        await GiveBack(stage, seminar, 0);
        await GiveBack(stage, seminar, 3);

        Assert.Equal([(stage.Schools[1], InThreeDays, null)], await Seats(stage, seminar));
    }

    /// <summary>One seat, held for the first school.</summary>
    private static async Task<SeminarId> Held(NominationStage stage, DateTimeOffset? until = null, PersonId? leader = null)
    {
        var seminar = await stage.Seminars.Seminar(seats: 1, leader: leader);
        Assert.Null((await stage.Hold(seminar, 0, 1, until ?? InThreeDays)).Refusal);
        return seminar;
    }

    private static Task<SeatReturnResult> GiveBack(NominationStage stage, SeminarId seminar, int who, bool sure = true) =>
        stage.GiveBack(seminar, stage.Teachers[who], sure);

    private static async Task<string?> Place(NominationStage stage, SeminarId seminar, int who) =>
        (await stage.Seminars.Details(seminar, stage.Teachers[who])).Mine?.ToString();

    private static async Task<IReadOnlyList<(SchoolId School, DateTimeOffset Until, NominationId? MadeFor)>> Seats(
        NominationStage stage, SeminarId seminar)
    {
        await using var connection = await stage.Seminars.Connection();
        return [.. (await connection.QueryAsync<(long, DateTime, long?)>(
            "select school_id, until, made_for from school_seat where seminar_id = @seminar order by id",
            new { seminar = seminar.Value }))
            .Select(row => (new SchoolId(row.Item1), new DateTimeOffset(row.Item2),
                row.Item3 is { } id ? new NominationId(id) : (NominationId?)null))];
    }
}
