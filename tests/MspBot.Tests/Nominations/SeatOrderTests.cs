using System.Globalization;
using Dapper;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Nominations;

/// <summary>
/// Deeds of every kind one after the other, beside a model in plain loops: who sits, who waits and in which order, what is held and kept,
/// how each nomination stands, and who is told of a seat. The seeds are fixed; MSPBOT_SEEDS is other ones («1000», or «17-17» to replay).
/// </summary>
public sealed class SeatOrderTests(TestCluster cluster)
{
    private const int Deeds = 60;

    private static readonly TimeSpan[] Starts =
        [TimeSpan.FromHours(5), TimeSpan.FromHours(20), TimeSpan.FromHours(30), TimeSpan.FromDays(3), TimeSpan.FromDays(7)];

    private static readonly QuietHours Quiet = new(new(20, 0), new(8, 0), new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));

    [Fact]
    public async Task Whatever_is_done_everybody_has_the_place_that_plain_loops_give_them()
    {
        await using var seminars = await SeminarStage.SetUp(cluster);
        await using var connection = await seminars.Connection();
        foreach (var seed in Seeds(usual: 50)) await Run(seminars, connection, seed);
    }

    internal static IEnumerable<int> Seeds(int usual)
    {
        var wanted = (Environment.GetEnvironmentVariable("MSPBOT_SEEDS") ?? $"{usual}").Split('-')
            .Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return wanted is [var from, var to] ? Enumerable.Range(from, to - from + 1) : Enumerable.Range(1, wanted[0]);
    }

    private static async Task Run(SeminarStage seminars, NpgsqlConnection connection, int seed)
    {
        var random = new Random(seed);
        var stage = await NominationStage.On(seminars, schools: random.Next(1, 4), teachersOfEach: random.Next(2, 5));
        var head = await seminars.Person();
        var (seats, startsIn, people) = (random.Next(1, 7), Starts[random.Next(Starts.Length)], stage.Teachers.Count);
        var seminar = await seminars.Seminar(seats, leader: head, startsIn: startsIn);
        var model = new SeatModel(seats, Enumerable.Range(0, people).Select(stage.SchoolOf), stage.Now, stage.Now + startsIn, Quiet);
        var deeds = new SeatDeeds(stage, seminar, head, model);
        var done = new List<string>();
        SeatDeed? deed = null;
        try
        {
            for (var nr = 0; nr < Deeds; nr++)
            {
                var told = await deeds.Do(deed = SeatDeed.Next(random, people, deed));
                done.Add(deeds.Said);
                Assert.Equal(model.TakePromoted().Select(who => stage.Teachers[who].Value), told.Order());
                await Same(connection, stage, seminar, model);
                Holds(model);
            }
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(
                $"seed {seed}, {seats} seats, {stage.Schools.Count} schools of {people}, in {startsIn}: {string.Join("; ", done)}; "
                + $"then {deeds.Said}: {e.Message}", e);
        }
    }

    /// <summary>The database has what the model has, and its counts are those of its rows.</summary>
    private static async Task Same(NpgsqlConnection connection, NominationStage stage, SeminarId seminar, SeatModel model)
    {
        await using var all = await connection.QueryMultipleAsync("""
            select person_id, state from sign_up where seminar_id = @id and state <> 'Cancelled' order by id;
            select school_id, until, made_for is not null from school_seat where seminar_id = @id order by id;
            select person_id, state from nomination where seminar_id = @id order by id;
            select seats, seated, waiting, kept, held from seminar where id = @id;
            select count(*)::int from sign_up where seminar_id = @id and kept_until is not null
            """, new { id = seminar.Value });
        Assert.Equal(
            string.Join(' ', model.Places.Select(p => $"{p.Who}:{p.State}")),
            string.Join(' ', (await all.ReadAsync<(long Person, string State)>()).Select(p => $"{Who(p.Person)}:{p.State}")));
        Assert.Equal(
            string.Join(' ', model.Held.Select(h => $"{h.School}:{h.Until:O}:{h.IsReturned}")),
            string.Join(' ', (await all.ReadAsync<(long School, DateTime Until, bool IsReturned)>())
                .Select(h => $"{stage.Schools.ToList().IndexOf(new(h.School))}:{new DateTimeOffset(h.Until):O}:{h.IsReturned}")));
        Assert.Equal(
            string.Join(' ', model.Sent.Select(s => $"{s.Who}:{s.State}")),
            string.Join(' ', (await all.ReadAsync<(long Person, string State)>()).Select(s => $"{Who(s.Person)}:{s.State}")));
        Assert.Equal((model.Seats, model.Seated, model.Line.Count, model.Kept, model.Held.Count),
            await all.ReadSingleAsync<(int?, int, int, int, int)>());
        Assert.Equal(model.Kept, await all.ReadSingleAsync<int>());

        int Who(long person) => stage.Teachers.ToList().IndexOf(new PersonId(person));
    }

    private static void Holds(SeatModel model)
    {
        Assert.True(model.Seats is null || model.Seated + model.Held.Count <= model.Seats, "oversold");
        Assert.Equal(model.Places.Count, model.Places.Select(p => p.Who).Distinct().Count());
        Assert.True(!model.IsOpen || model.IsLate || model.Free == 0 || !model.Line.Any(p => model.CanBeTold(p.Who)),
            "a seat is free while somebody waits");
        // A place and its nomination end together.
        Assert.Equal(model.Sent.Where(s => s.IsActive), model.Places.Select(p => p.Sent).OfType<SentModel>().OrderBy(Nr));
        Assert.All(model.Sent.GroupBy(s => s.Who), of => Assert.True(of.Count(s => s.IsActive) <= 1));

        int Nr(SentModel sent) => model.Sent.ToList().IndexOf(sent);
    }
}
