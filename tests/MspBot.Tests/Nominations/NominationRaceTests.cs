using Dapper;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations;

/// <summary>Whatever 200 people, 20 schools, a head and the clock do to 30 seats at the same time.</summary>
public sealed class NominationRaceTests(TestCluster cluster)
{
    private const int Schools = 20;
    private const int OfEach = 10;
    private const int Lanes = 10;
    private const int Rounds = 6;
    private const int DeedsOfLane = 50;

    /// <summary>The seed says what is done, not in which order it comes about. MSPBOT_SEEDS is other ones.</summary>
    [Fact]
    public async Task Nothing_is_oversold_no_seat_is_lost_and_who_gets_one_is_told_once()
    {
        foreach (var seed in SeatOrderTests.Seeds(usual: 1)) await Run(seed);
    }

    private async Task Run(int seed)
    {
        await using var stage = await NominationStage.SetUp(cluster, Schools, OfEach);
        var head = await stage.Seminars.Person();
        var seminar = await stage.Seminars.Seminar(30, leader: head, startsIn: TimeSpan.FromDays(9));
        var deeds = new RaceDeeds(stage, seminar, head);
        await deeds.Watch();
        for (var school = 0; school < 6; school++) await stage.Hold(seminar, school, 2, stage.Now + TimeSpan.FromDays(3));
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
            {
                var random = new Random(seed * 1000 + round * Lanes + lane);
                for (var nr = 0; nr < DeedsOfLane; nr++) await deeds.Do(random);
            })));
            stage.Now += TimeSpan.FromHours(5 + round * 7);
            await deeds.Settle();
            await Holds(stage, seminar, head);
            Assert.Equal(await deeds.Seated(), deeds.Told);
        }
    }

    [Fact]
    public async Task A_teacher_whom_two_heads_of_the_school_send_at_once_has_one_place()
    {
        await using var stage = await NominationStage.SetUp(cluster, 1, 6);
        var seminar = await stage.Seminars.Seminar(seats: 4);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stage.Nominate(seminar, 0, stage.Teachers)));

        Assert.Equal(6, results.SelectMany(r => r.Nominees).Count(n => n.Refusal is null));
        Assert.Equal(6, (await stage.Nominations(seminar)).Count);
        Assert.Equal((4, 2), await Counts(stage, seminar));
    }

    [Fact]
    public async Task Of_yes_no_withdrawal_replacement_and_the_clock_at_once_one_counts()
    {
        await using var stage = await NominationStage.SetUp(cluster, 2, 6);
        for (var round = 0; round < 20; round++)
        {
            var seminar = await stage.Seminars.Seminar(seats: 1);
            var (sent, other) = (stage.Teachers[round % 5], stage.Teachers[5]);
            var id = (await stage.Nominate(seminar, 0, sent)).Nominees[0].Nomination!.Value;
            await stage.Seminars.SignUp(seminar, stage.Teachers[6]);
            stage.Now = Some.Noon + TimeSpan.FromDays(3);

            var yes = stage.Accept(id, sent);
            await Task.WhenAll(yes, stage.Decline(id, sent), stage.Withdraw(id, 0), stage.Replace(id, 0, other), stage.Lapse(seminar));

            var (because, before, _) = await yes;
            Assert.Equal(because is null, before!.State == NominationState.Asked);

            stage.Now = Some.Noon;
            await Holds(stage, seminar, stage.Teachers[0], settled: false);
        }
    }

    [Fact]
    public async Task Who_is_erased_while_they_are_sent_has_no_place_and_no_nomination()
    {
        await using var stage = await NominationStage.SetUp(cluster, 1, 20);
        var (first, other) = (await stage.Seminars.Seminar(seats: 40), await stage.Seminars.Seminar(seats: 1));
        var former = (await stage.Nominate(other, 0, stage.Teachers[0])).Nominees[0].Nomination!.Value;

        await Task.WhenAll(Enumerable.Range(1, 19).SelectMany(nr => new[]
        {
            nr % 4 == 0 ? stage.Replace(former, 0, stage.Teachers[nr]) : stage.Nominate(first, 0, stage.Teachers[nr]),
            stage.EraseFully(nr),
        }));

        await using var connection = await stage.Seminars.Connection();
        Assert.Equal((19, 0, 0), await connection.QuerySingleAsync<(int, int, int)>("""
            select (select count(*) from person where erased_at is not null)::int,
                   (select count(*) from sign_up m join person p on p.id = m.person_id and p.erased_at is not null
                    where m.state <> 'Cancelled')::int,
                   (select count(*) from nomination n join person p on p.id = n.person_id and p.erased_at is not null
                    where n.state in ('Asked', 'Accepted'))::int
            """));
    }

    private static async Task Holds(NominationStage stage, SeminarId seminar, PersonId head, bool settled = true)
    {
        var details = await stage.Seminars.Details(seminar, head);
        await using var connection = await stage.Seminars.Connection();
        var rows = (await connection.QueryAsync<(long Person, string State, long School, string? Nomination, bool CanBeTold)>("""
            select m.person_id, m.state, p.school_id, n.state, p.reachable and p.chat_id is not null
            from sign_up m
            join person p on p.id = m.person_id
            left join nomination n on n.id = m.nomination_id
            where m.seminar_id = @seminar and m.state <> 'Cancelled'
            order by m.id
            """, new { seminar = seminar.Value })).ToList();
        var kept = await connection.ExecuteScalarAsync<int>(
            "select count(*) from sign_up where seminar_id = @seminar and kept_until is not null", new { seminar = seminar.Value });
        var held = await stage.HeldFor(seminar);
        var seated = rows.Count(r => r.State == nameof(SignUpState.Confirmed));
        var waiting = rows.Where(r => r.State == nameof(SignUpState.Waitlisted)).ToList();

        Assert.Equal((seated, waiting.Count, kept, held.Count), (details.Seated, details.Waiting, details.Kept, details.Held));
        Assert.True(details.Seats is null || seated + held.Count <= details.Seats, "oversold");
        Assert.True(!waiting.Any(w => w.CanBeTold) || seated + kept + held.Count >= details.Seats, "a seat is lost while somebody waits");
        Assert.True(!settled || !waiting.Any(w => w.CanBeTold && held.Contains(new(w.School))),
            "somebody waits beside a seat that is held for them");
        Assert.Equal(rows.Count, rows.Select(r => r.Person).Distinct().Count());
        // A place and its nomination end together.
        Assert.All(rows, r => Assert.True(r.Nomination is null or nameof(NominationState.Asked) or nameof(NominationState.Accepted)));
        Assert.Equal(rows.Count(r => r.Nomination is not null), (await stage.Nominations(seminar))
            .Count(n => n.State is NominationState.Asked or NominationState.Accepted));
    }

    private static async Task<(int, int)> Counts(NominationStage stage, SeminarId seminar)
    {
        var details = await stage.Seminars.Details(seminar, stage.Teachers[0]);
        return (details.Seated, details.Waiting);
    }
}
