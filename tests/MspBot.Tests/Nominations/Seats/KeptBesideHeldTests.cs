using MspBot.Data.Seminars.Seats;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>A seat that stays for two minutes with whoever gave it back, and what happens in these two minutes.</summary>
public sealed class KeptBesideHeldTests(TestCluster cluster)
{
    [Fact]
    public async Task Where_the_kept_seat_is_no_more_the_one_held_for_the_school_is_taken_back()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var head = await stage.Seminars.Person();
        var seminar = await Kept(stage, seats: 3, head);
        await stage.Hold(seminar, 0, 1, Some.Noon.AddDays(3));
        // Kept seats do not count: they are the head's to take.
        Assert.Null((await stage.Seminars.Change(seminar, new SeminarChange.Seats(1), head)).Refusal);

        var back = await TakeBack(stage, seminar);

        Assert.IsType<SignUpOutcome.Seated>(back.Outcome);
        var details = await stage.Seminars.Details(seminar, stage.Teachers[0]);
        Assert.Equal((1, 0, 0, false), (details.Seated, details.Kept, details.Held, details.KeepsMine));
        Assert.Equal((details.Seated, details.Kept, details.Held), (back.Details.Seated, back.Details.Kept, back.Details.Held));
        Assert.Equal(stage.Schools[0], details.MyHeldFor);
    }

    [Fact]
    public async Task Where_no_seat_is_left_it_is_gone()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 2);
        var head = await stage.Seminars.Person();
        var seminar = await Kept(stage, seats: 2, head);
        await stage.Seminars.SignUp(seminar, stage.Teachers[2]);
        await stage.Seminars.Change(seminar, new SeminarChange.Seats(1), head);
        Assert.Equal(new SignUpOutcome.Refused(SignUpRefusal.SeatGone), (await TakeBack(stage, seminar)).Outcome);
    }

    [Fact]
    public async Task Who_gives_back_two_seats_in_two_minutes_takes_back_one()
    {
        await using var stage = await NominationStage.SetUp(cluster, 1, 3);
        var head = await stage.Seminars.Person();
        var seminar = await stage.Seminars.Seminar(seats: 3, leader: head, startsIn: TimeSpan.FromHours(20));
        var sent = (await stage.Nominate(seminar, 0, stage.Teachers[1])).Nominees[0].Nomination!.Value;
        await stage.Seminars.SignUp(seminar, stage.Teachers[0]);
        await stage.GiveBack(seminar, stage.Teachers[0]);
        await stage.Replace(sent, 0, stage.Teachers[0]);
        await stage.GiveBack(seminar, stage.Teachers[0]);

        Assert.IsType<SignUpOutcome.Seated>((await TakeBack(stage, seminar)).Outcome);
        Assert.Equal(1, (await stage.Seminars.Details(seminar, stage.Teachers[0])).Seated);
    }

    private static Task<SignUpResult> TakeBack(NominationStage stage, SeminarId seminar) =>
        stage.Seminars.Turn(async (SignUpStore store) => (await store.SignUp(seminar, stage.Teachers[0], stage.Now, orWait: false))!);

    /// <summary>The first teacher has just given theirs back.</summary>
    private static async Task<SeminarId> Kept(NominationStage stage, int seats, PersonId head)
    {
        var seminar = await stage.Seminars.Seminar(seats, leader: head);
        await stage.Seminars.SignUp(seminar, stage.Teachers[0]);
        await stage.GiveBack(seminar, stage.Teachers[0]);
        return seminar;
    }
}
