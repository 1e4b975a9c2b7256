using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Feedback;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>The attack of whoever holds the database, its files and its dumps, and not the key: whose words are these?</summary>
public sealed class TieTests(TestCluster cluster)
{
    /// <summary>Tables whose rows lead to a person or a chat.</summary>
    private static readonly string[] OfPeople =
        ["inbox", "outbox", "dialog", "feedback_request", "person", "certificate", "sign_up", "feedback_box", "feedback_asked"];

    /// <summary>Two file on the first day and four on the next, with words, through the bot; two change their words later.</summary>
    [Fact]
    public async Task Row_versions_days_and_dead_rows_lead_from_no_answer_to_a_person()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var all = await world.Teachers(6);
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2, 3, 4, 5, 6);
        await world.RunJobs();
        foreach (var (n, one) in all.Index())
        {
            await Says(one, $"{1 + (n % 5)}", $"Слова номер {n}");
            await world.BringIn();
            if (n == 1) await world.Pass(FeedbackCast.Day);
        }
        foreach (var one in all.Take(3)) await ChangesMarks(one);
        await world.BringIn();

        Assert.Equal(6, await world.Sql<int>("select count(*) from feedback"));
        Assert.Equal("",
            await world.Sql<string>($"select coalesce(string_agg(xmin::text, ','), '') from feedback where xmin::text in ({Versions()})"));
        // Days, versions, flags: whatever stands beside the words puts them among three at least.
        Assert.Equal(0, await world.Sql<int>("""
            select count(*)
            from (
                select 1
                from feedback f
                group by f.xmin::text, f.filed_on, f.opened_on, f.person_id, f.applied_asked, f.seminar_id, f.consultation_id,
                    length(f.kept)
                having count(*) < 3) alone
            """));

        // The table files: rows that are dead already, and what their authors' transactions wrote.
        await Superuser<int>(world, "create extension pageinspect");
        var dead =
            $"select distinct x from (select t_xmin::text as x from ({Pages("feedback")}) p " +
            $"union select t_xmax::text from ({Pages("feedback")}) p) v where x <> '0'";
        var written = string.Join(" union ",
            OfPeople.Where(t => t != "feedback_box")
            .Select(t => $"select t_xmin::text from ({Pages(t)}) p union select t_xmax::text from ({Pages(t)}) p"));
        Assert.Equal(0, await Superuser<long>(world,
            $"select count(*) from ({dead}) d where x in (select w.t_xmin from ({written}) w where w.t_xmin is not null)"));

        // The box is written by the author: none of its bytes is a word, or a hash that stands beside one.
        var box = await Superuser<string>(world,
            "select string_agg(encode(get_raw_page('feedback_box', n::int), 'hex'), '') from generate_series(0, " +
            "pg_relation_size('feedback_box') / 8192 - 1) n") ?? "";
        Assert.DoesNotContain(Convert.ToHexStringLower("Слова"u8), box, StringComparison.Ordinal);
        var authors = await world.Sql<string>("select string_agg(encode(author, 'hex'), ',') from feedback");
        foreach (var author in authors!.Split(','))
            Assert.DoesNotContain(author, box, StringComparison.Ordinal);

        async Task Says(Visitor who, string mark, string words)
        {
            await who.Types($"/start e_{id}");
            await who.Taps("Оставить отзыв");
            await who.Sees("Оцените");
            await who.Taps(mark);
            await who.SeesButton("← Назад");
            await who.Taps(mark);
            await who.Taps("Добавить слова");
            await who.Sees("Что вы возьмёте");
            await who.Types(words);
            await who.Sees("Чего не хватило?");
            await who.Taps("Пропустить");
            await who.Taps("Анонимно");
            await who.Sees("Ваше имя никто не увидит");
            await world.Idle();
        }

        async Task ChangesMarks(Visitor who)
        {
            await who.Taps("Изменить оценку");
            await who.Sees("Сейчас:");
            await who.Taps("5");
            await who.Sees("Насколько это полезно");
            await who.Taps("4");
            await who.Sees("Оценка: 5, польза: 4");
            await world.Idle();
        }
    }

    /// <summary>
    /// Who filed when is known to the attacker here; the guess is that rows lie in the same order. Chance finds one in each meeting.
    /// </summary>
    [Fact]
    public async Task The_order_of_rows_of_ids_and_of_a_dump_finds_authors_no_better_than_chance()
    {
        const int Meetings = 60, People = 5;
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        await world.Teachers(People);
        for (var meeting = 0; meeting < Meetings; meeting++)
        {
            var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours, title: $"Встреча {meeting}");
            await world.Came(id, came: true, 1, 2, 3, 4, 5);
            for (var chat = 1; chat <= People; chat++) await Files(world, id, chat);
            await world.BringIn();
        }

        Assert.Equal(Meetings * People, await world.Sql<int>("select count(*) from feedback"));
        var dump = await Dumped(world.Database.ConnectionString);
        foreach (var order in (string[])["ctid", "id", "author"])
            AssertChance(await world.Sql<int>($"""
                select count(*)
                from (select rating, row_number() over (partition by seminar_id order by {order}) as place from feedback) f
                where f.rating = f.place
                """));
        AssertChance(dump.GroupBy(d => d.Seminar).Sum(g => g.Index().Count(x => x.Item.Rating == x.Index + 1)));

        // Of each five one is met by chance; sixty times that is sixty, and the odds of twice as many are one in billions.
        static void AssertChance(int met) => Assert.InRange(met, 0, 2 * Meetings);
    }

    /// <summary>Two dumps, before and after: what has come between is of three people at least.</summary>
    [Fact]
    public async Task Between_two_dumps_three_answers_have_changed_or_none()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        await world.Teachers(6);
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2, 3, 4, 5, 6);
        var before = await Contents();
        for (var step = 0; step < 12; step++)
        {
            if (step < 6) await Files(world, id, 1 + step, 3);
            else await Changes(1 + (step % 6), 4);
            await world.BringIn();
            var after = await Contents();
            Assert.True(after.Except(before).Count() is 0 or >= 3);
            before = after;
        }
        Assert.Equal(6, before.Count);
        Assert.All(before, row => Assert.Contains(" 4 ", row, StringComparison.Ordinal));

        async Task<List<string>> Contents() => [.. ((await world.Sql<string>(
            "select string_agg(concat_ws(' ', encode(author, 'hex'), rating, usefulness, will_use, was_missing, applied), ',') from " +
            "feedback")) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

        async Task Changes(int chat, int rating) =>
            await In(world, async store => await store.Change(FeedbackCast.Seminar(id), await Person(world, chat), new(rating, 5),
                default));
    }

    private static Task Files(World world, long seminar, int chat, int? rating = null) => In(world, async store =>
        await store.File(FeedbackCast.Seminar(seminar), await Person(world, chat), new(rating ?? chat, 5), new(2026, 11, 24)));

    private static async Task In(World world, Func<FeedbackStore, Task> what)
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        await what(scope.ServiceProvider.GetRequiredService<FeedbackStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
    }

    private static async Task<PersonId> Person(World world, int chat) =>
        new(await world.Sql<long>($"select id from person where chat_id = {chat}"));

    /// <summary>
    /// Returns when the server has ended the connection: who drops the story's database may not end a superuser's.
    /// </summary>
    private static async Task<T?> Superuser<T>(World world, string sql)
    {
        var super = new NpgsqlConnectionStringBuilder(world.Database.ConnectionString) { Username = "postgres", Pooling = false };
        T? found;
        await using (var connection = new NpgsqlConnection(super.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            found = await command.ExecuteScalarAsync() is T value ? value : default;
        }
        await WireWorld.Until(() => world.Sql<bool>("""
            select not exists (select from pg_stat_activity where datname = current_database() and usename = 'postgres')
            """), "the connection has ended");
        return found;
    }

    private static string Versions() => string.Join(" union ", OfPeople.Select(t => $"select xmin::text from {t}"));

    private static string Pages(string table) =>
        $"select i.* from generate_series(0, pg_relation_size('{table}') / 8192 - 1) n, heap_page_items(get_raw_page('{table}', " +
        $"n::int)) i where i.t_xmin is not null";

    private static async Task<List<(string Seminar, int Rating)>> Dumped(string connectionString)
    {
        var where = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo("pg_dump",
            ["--data-only", "--table=feedback", "--column-inserts"])
        { RedirectStandardOutput = true };
        foreach (var (key, value) in ((string, string?)[])[("PGHOST", where.Host), ("PGPORT", $"{where.Port}"), ("PGUSER", where.Username),
            ("PGPASSWORD", where.Password), ("PGDATABASE", where.Database)])
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var rows = new List<(string, int)>();
        foreach (var line in text.Split('\n').Where(l => l.StartsWith("INSERT INTO public.feedback ", StringComparison.Ordinal)))
        {
            var names = line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..line.IndexOf(')', StringComparison.Ordinal)].Split(", ");
            var values = line[(line.IndexOf("VALUES (", StringComparison.Ordinal) + 8)..].Split(", ");
            rows.Add((values[Array.IndexOf(names, "seminar_id")],
                int.Parse(values[Array.IndexOf(names, "rating")], System.Globalization.CultureInfo.InvariantCulture)));
        }
        Assert.NotEmpty(rows);
        return rows;
    }
}
