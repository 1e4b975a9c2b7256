using CsCheck;
using Dapper;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
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

    private static readonly Gen<(int What, int Who, int Other)> Deed =
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, Schools * OfEach - 1], Gen.Int[0, OfEach - 1]);

    [Fact]
    public async Task Nothing_is_oversold_no_seat_is_lost_and_nobody_waits_for_a_seat_that_is_theirs()
    {
        await using var stage = await NominationStage.SetUp(cluster, Schools, OfEach);
        await Deed.Array[300].SampleAsync(async deeds =>
        {
            var head = await stage.Seminars.Person();
            var seminar = await stage.Seminars.Seminar(30, leader: head);
            for (var school = 0; school < 6; school++) await stage.Hold(seminar, school, 2, stage.Now + TimeSpan.FromDays(3));

            await Task.WhenAll(deeds.Chunk(deeds.Length / Lanes).Select(async lane =>
            {
                foreach (var deed in lane) await Do(stage, seminar, head, deed);
            }));
            await Settle(stage, seminar);
            await Holds(stage, seminar, head);
        }, iter: 12, threads: 1);
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

    private static async Task Do(NominationStage stage, SeminarId seminar, PersonId head, (int What, int Who, int Other) deed)
    {
        var (what, who, other) = deed;
        var (person, school) = (stage.Teachers[who], stage.SchoolOf(who));
        var colleague = stage.Teachers[school * OfEach + other];
        var mine = (await stage.Nominations(seminar)).LastOrDefault(n => n.Person == person);
        Task done = what switch
        {
            < 25 => stage.Seminars.SignUp(seminar, person),
            < 45 => stage.Nominate(seminar, school, [person, .. person == colleague ? [] : new[] { colleague }]),
            < 52 when mine != default => stage.Accept(mine.Id, person),
            < 62 when mine != default => stage.Decline(mine.Id, person),
            < 69 when mine != default => stage.Withdraw(mine.Id, school),
            < 78 when mine != default => stage.Replace(mine.Id, school, colleague),
            < 78 when mine == default => stage.GiveBack(seminar, person),
            < 83 => stage.Hold(seminar, school, 1, stage.Now + TimeSpan.FromDays(1 + other % 3)),
            < 88 => stage.Release(seminar, school),
            < 92 => stage.Seminars.Turn((SignUpStore store) => store.EndHeld(seminar, stage.Now + TimeSpan.FromDays(other % 4))),
            < 96 => stage.Lapse(seminar),
            _ => stage.Seminars.Change(seminar, new SeminarChange.Seats(30 + other * 2), head),
        };
        await done;
    }

    /// <summary>As the clock does: held seats go to those of the school who wait.</summary>
    private static async Task Settle(NominationStage stage, SeminarId seminar)
    {
        foreach (var lying in await stage.Seminars.Turn((SignUpStore store) => store.WithHeldSeatsLying(stage.Now)))
            await stage.Seminars.Turn((SignUpStore store) => store.Fill(lying, stage.Now));
    }

    private static async Task Holds(NominationStage stage, SeminarId seminar, PersonId head, bool settled = true)
    {
        var details = await stage.Seminars.Details(seminar, head);
        await using var connection = await stage.Seminars.Connection();
        var rows = (await connection.QueryAsync<(long Person, string State, long School, string? Nomination)>("""
            select m.person_id, m.state, p.school_id, n.state
            from sign_up m
            join person p on p.id = m.person_id
            left join nomination n on n.id = m.nomination_id
            where m.seminar_id = @seminar and m.state <> 'Cancelled'
            order by m.id
            """, new { seminar = seminar.Value })).ToList();
        var held = await stage.HeldFor(seminar);
        var seated = rows.Count(r => r.State == nameof(SignUpState.Confirmed));
        var waiting = rows.Where(r => r.State == nameof(SignUpState.Waitlisted)).ToList();

        Assert.Equal((seated, waiting.Count, held.Count), (details.Seated, details.Waiting, details.Held));
        Assert.True(seated + held.Count <= details.Seats, "oversold");
        Assert.True(waiting.Count == 0 || seated + held.Count == details.Seats, "a seat is lost while somebody waits");
        Assert.True(!settled || !waiting.Any(w => held.Contains(new(w.School))), "somebody waits beside a seat that is held for them");
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
