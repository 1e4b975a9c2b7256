using System.Collections.Concurrent;
using Dapper;
using MspBot.Data.Nominations;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;

namespace MspBot.Tests.Nominations;

/// <summary>
/// Deeds of many at the same time. A trigger notes who was seated out of the line; the deeds' results say who is told of it.
/// </summary>
internal sealed class RaceDeeds(NominationStage stage, SeminarId seminar, PersonId head)
{
    private readonly ConcurrentBag<long> told = [];

    /// <summary>The sign-ups that results name as seated out of the line.</summary>
    internal IReadOnlyList<long> Told => [.. told.Order()];

    internal Task Watch() => stage.Sql("""
        create table seated_out_of_line (sign_up bigint not null);
        create function note_seated() returns trigger language plpgsql as $body$
        begin
            insert into seated_out_of_line values (new.id);
            return null;
        end
        $body$;
        create trigger seated_noted after update of state on sign_up
            for each row when (old.state = 'Waitlisted' and new.state = 'Confirmed') execute function note_seated();
        """);

    /// <summary>Those who were.</summary>
    internal async Task<IReadOnlyList<long>> Seated()
    {
        await using var connection = await stage.Seminars.Connection();
        return [.. await connection.QueryAsync<long>("select sign_up from seated_out_of_line order by sign_up")];
    }

    internal async Task Do(Random random)
    {
        var (what, who, other) = (random.Next(1000), random.Next(stage.Teachers.Count), random.Next(10));
        var (person, school) = (stage.Teachers[who], stage.SchoolOf(who));
        var mine = (await stage.Nominations(seminar)).LastOrDefault(n => n.Person == person);
        var of = mine == default ? school : stage.Schools.ToList().IndexOf(mine.School);
        var colleague = stage.Teachers[school * 10 + other];
        var now = stage.Now;
        await (what switch
        {
            < 200 => stage.SignUp(seminar, person, orWait: what > 30),
            < 290 => Gives(stage.GiveBack(seminar, person, sure: other > 2)),
            < 430 => stage.Nominate(seminar, school, [person, .. person == colleague ? [] : new[] { colleague }]),
            < 490 when mine != default => stage.Accept(mine.Id, person),
            < 560 when mine != default => Ends(stage.Decline(mine.Id, person)),
            < 620 when mine != default => Ends(stage.Withdraw(mine.Id, of)),
            < 690 when mine != default => stage.Replace(mine.Id, of, colleague),
            < 690 => Gives(stage.Leave(seminar, person)),
            < 740 => stage.Hold(seminar, school, 1, now.AddHours(1 + other * 8)),
            < 780 => Releases(school),
            < 830 => Changes(new SeminarChange.Seats(other == 0 ? null : 28 + other)),
            < 850 => Changes(new SeminarChange.Start(now.AddHours(100 + other * 12))),
            < 880 => stage.Moves(who, (school + other) % stage.Schools.Count),
            < 910 => stage.NewsFails(seminar, who),
            < 940 => Returns(who),
            _ => Jobs(),
        });
    }

    /// <summary>As the clock does, until nothing is due.</summary>
    internal async Task Settle()
    {
        for (var pass = 0; pass < 3; pass++) await Jobs();
    }

    private async Task Jobs()
    {
        var now = stage.Now;
        await Fills(async store => (await store.EndKept(seminar, now))?.Filled);
        await Fills(async store => (await store.EndHeld(seminar, now))?.Filled);
        if ((await stage.Seminars.Turn((SignUpStore store) => store.WithHeldSeatsLying(now))).Count > 0)
            await Fills(store => store.Fill(seminar, now));
        await Fills(store => store.GiveOn(seminar, now));
        Tell((await stage.Lapse(seminar))!.Promoted);
    }

    private async Task Returns(int who)
    {
        await stage.Reach(who, true);
        await Fills(store => store.Fill(seminar, stage.Now));
        await stage.Seminars.Turn(async (SignUpStore store) =>
        {
            await store.HasHeard(stage.Teachers[who]);
            return 0;
        });
    }

    private async Task Fills(Func<SignUpStore, Task<FilledSeats?>> fill) => Tell((await stage.Seminars.Turn(fill))?.Promoted ?? []);

    private async Task Gives(Task<SeatReturnResult> deed) => Tell((await deed).Promoted);

    private async Task Ends(Task<NominationAnswer> deed) => Tell((await deed).Left?.Promoted ?? []);

    private async Task Releases(int school) => Tell((await stage.Release(seminar, school))?.Filled.Promoted ?? []);

    private async Task Changes(SeminarChange change)
    {
        Tell((await stage.Seminars.Change(seminar, change, head, stage.Now)).Promoted);
        await stage.AskAnew(seminar);
    }

    private void Tell(IReadOnlyList<Promoted> promoted)
    {
        foreach (var one in promoted) told.Add(one.SignUp);
    }
}
