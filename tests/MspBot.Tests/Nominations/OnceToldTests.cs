using System.Globalization;
using Dapper;
using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Nominations;

/// <summary>
/// Presses of two schools at random, through the whole program: triggers note what happened to places and nominations, and the outbox has
/// one notice of each of these things, and none of anything else.
/// </summary>
public sealed class OnceToldTests(TestCluster cluster)
{
    private const int Deeds = 70;
    private const int OfEach = 4;

    private static readonly string[] Surnames = ["Абрамова", "Белова", "Волкова", "Громова", "Дронова", "Ершова", "Жукова", "Зимина"];

    [Fact]
    public async Task Everybody_is_told_what_happened_once_and_nothing_that_did_not()
    {
        var (seeds, told) = (SeatOrderTests.Seeds(usual: 2).ToList(), 0);
        foreach (var seed in seeds) told += await Run(seed);
        Assert.True(told > 10 * seeds.Count, string.Create(CultureInfo.InvariantCulture, $"only {told} things happened"));
    }

    private async Task<int> Run(int seed)
    {
        await using var world = await World.Open(cluster);
        var random = new Random(seed);
        await SeminarCast.Head(world);
        var (heads, teachers) = (new List<Visitor>(), new List<Visitor>());
        foreach (var at in new[] { 0, 1 })
        {
            var school = await world.School($"Школа № {at + 1}");
            heads.Add(await world.HeadOf(91 + at, school, $"Сидорова{at} Алла Петровна"));
            foreach (var nr in Enumerable.Range(at * OfEach, OfEach))
                teachers.Add(await world.TeacherOf(11 + nr, school, $"{Surnames[nr]} Вера Ильинична"));
        }
        foreach (var one in heads.Concat(teachers)) await one.LooksAround();
        await world.Seminar(seats: 3, startsIn: TimeSpan.FromDays(60));
        await world.Sql<int>(Noting);

        var (done, told) = (new List<string>(), 0);
        try
        {
            for (var nr = 0; nr < Deeds; nr++)
            {
                done.Add("…");
                done[^1] = await Do(world, random, heads, teachers);
                await world.Idle();
            }
            told = await Told(world);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed}: {string.Join("; ", done)}: {e.Message}", e);
        }
        Assert.Empty(world.Telegram.Violations);
        return told;
    }

    private static async Task<string> Do(World world, Random random, List<Visitor> heads, List<Visitor> teachers)
    {
        var (what, who, other) = (random.Next(100), random.Next(teachers.Count), random.Next(OfEach));
        var (teacher, head) = (teachers[who], heads[who / OfEach]);
        var name = $"{Surnames[who]} В. И.";
        var sent = await world.Sql<long>($"""
            select coalesce(max(n.id), 0)
            from nomination n
            join person p on p.id = n.person_id
            where p.chat_id = {11 + who} and n.replaced_by is null
            """);
        switch (what)
        {
            case < 25:
                await Presses(teacher, "c:s:1:leave:sure");
                return $"{who} gives back";
            case < 50 when await IsFree(world, who):
                await Presses(head, "n:nominate:1");
                await head.Nominates(name);
                await head.Sees("Направлено: 1");
                return $"{who} is sent";
            case < 55 when sent > 0:
                await Presses(teacher, $"c:na:{sent}:yes");
                return $"{who} says yes";
            case < 67 when sent > 0:
                await Presses(teacher, $"c:na:{sent}:no:none");
                return $"{who} says no";
            case < 76 when sent > 0:
                await Presses(head, $"c:nn:{sent}:withdraw:sure");
                return $"{who} is withdrawn";
            case < 86 when sent > 0 && other != who % OfEach && who / OfEach * OfEach + other is var by && await IsFree(world, by):
                await Presses(head, $"n:replace-nominee:{sent}");
                await head.Taps($"{Surnames[by]} В. И.");
                await head.Sees("Направлен другой учитель");
                return $"{who} is replaced by {by}";
            // A Tuesday each time, before the holidays: on days off news waits, and an answer before it takes it back.
            case >= 90 when world.Clock.GetUtcNow() < World.Morning.AddDays(30):
                await world.Pass(TimeSpan.FromDays(7));
                return "a week passes";
            default:
                await Presses(teacher, "c:s:1:join:anyway");
                return $"{who} signs up";
        }
    }

    private static Task Presses(Visitor who, string data) => who.TapsData(who.Chat.Last(m => m.FromBot), data);

    private static async Task<bool> IsFree(World world, int who) => await world.Sql<bool>($"""
        select not exists (select from sign_up m where m.person_id = p.id and m.state <> 'Cancelled')
            and (select count(*) from nomination n where n.person_id = p.id and n.state = 'Declined') < 2
        from person p where p.chat_id = {11 + who}
        """);

    private const string Noting = """
        create table happened (what text not null);
        create function note_place() returns trigger language plpgsql as $body$
        begin
            insert into happened values ('seated:' || new.id);
            return null;
        end
        $body$;
        create trigger place_noted after update of state on sign_up
            for each row when (old.state = 'Waitlisted' and new.state = 'Confirmed') execute function note_place();
        create function note_nomination() returns trigger language plpgsql as $body$
        begin
            insert into happened
            select 'nomination:' || new.id where tg_op = 'INSERT'
            union all
            select 'nomination:' || new.id || ':ended'
            where tg_op = 'UPDATE' and old.state <> new.state and new.state in ('Lapsed', 'Withdrawn', 'Replaced')
            union all
            select 'nomination:' || new.id || ':told:' || p.chat_id
            from person_role r
            join person p on p.id = r.person_id
            where tg_op = 'UPDATE' and old.state <> new.state and new.state = 'Lapsed'
              and r.role = 'SchoolHead' and r.school_id = new.school_id;
            return null;
        end
        $body$;
        create trigger nomination_noted after insert or update of state on nomination
            for each row execute function note_nomination();
        select 0;
        """;

    /// <summary>What the triggers have noted is what the outbox has, and was sent; how much it is.</summary>
    private static async Task<int> Told(World world)
    {
        await using var connection = new NpgsqlConnection(world.Database.ConnectionString);
        var happened = (await connection.QueryAsync<string>("select what from happened")).ToList();
        var told = (await connection.QueryAsync<string>("""
            select dedup || coalesce(' ' || error, '') from outbox
            where dedup like 'seated:%' or dedup like 'nomination:%' and dedup not like '%:waits:%'
            """)).ToList();
        Assert.Equal(
            string.Join('\n', happened.Order(StringComparer.Ordinal)),
            string.Join('\n', told.Order(StringComparer.Ordinal)));
        return happened.Count;
    }
}
