using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Plan;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Plan.Papers;
using MspBot.Tests.Files.Tables;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Npgsql;
using Xunit;
using static MspBot.Tests.Plan.Papers.ImportCast;

namespace MspBot.Tests.Plan.Papers;

/// <summary>What comes between the steps of making a paper and of reading a table; the other side stands where it hurts most.</summary>
public sealed class PaperRaceTests(TestCluster cluster)
{
    [Fact]
    public async Task A_decision_between_the_reads_of_a_paper_makes_no_paper_of_two_editions()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один");
        await world.HeadChanges(items[0], PlanStage.Text("Два"));
        await world.Sends(items[0]);
        await using var other = await Begun(world, "lock table plan_paper in access exclusive mode");

        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var maker = scope.ServiceProvider.GetRequiredService<PaperFileMaker>();
        var by = await world.Sql<long>("select min(person_id) from person_role where role = 'Head'");
        var making = maker.Make(PaperFileMaker.Of(PaperChoice.Plan, PlanStage.Year, ItemScope.All, new(by)).Of);
        await Waits(world, "plan_paper");   // the edition is known, the text is not read yet
        await world.Decided(items[0]);
        await Run(other, "commit");

        using var docx = WordprocessingDocument.Open(new MemoryStream((await making)!.Content), false);
        var text = docx.MainDocumentPart!.Document!.InnerText;
        var edition = await world.Sql<int>("select edition from plan_paper");
        Assert.Equal(2, edition);
        Assert.Contains("Два", text, StringComparison.Ordinal);
        Assert.Contains($"редакция {edition}.", text, StringComparison.Ordinal);
        Assert.Equal("Два", await world.Sql<string>($"""
            select v.title from plan_edition e join plan_item_version v on v.item_id = {items[0].Value}
            where e.edition = {edition} and e.fingerprint = encode(sha256(convert_to(v.item_id || ':' || v.version, 'UTF8')), 'hex')
            """));
    }

    [Fact]
    public async Task A_table_that_is_replaced_while_it_is_fetched_is_in_nobodys_way()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await world.Planned("Один");
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await head.Sees("Пришлите таблицу плана");
        await head.SendsDocument("план.xlsx", Workbooks.Of(Header, Row("Новый")));
        await head.Sees("Файл получен.");
        await world.Idle();
        await using var other = await Begun(world, "select from plan_import for update");

        var fetching = DueJobs.RunAll(world.Bot.Web.Services);
        await Waits(world, "plan_import");
        // What a form does: the row of the table first, then its file.
        await Run(other, "with gone as (delete from plan_import returning file_id) delete from stored_file using gone where id = file_id");
        await Run(other, "commit");
        await fetching;

        Assert.Empty(world.Bot.Web.Services.GetRequiredService<JobHealth>().Untreated);
        Assert.Equal((0, 0), await Stored(world));
    }

    [Fact]
    public async Task A_table_that_is_forgotten_while_it_is_applied_changes_nothing()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один");
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await world.SendsTable(head, Workbooks.Of(Header, Row("Иначе", await world.Code(items[0]))));
        await head.Sees("Изменится 1.");
        await using var other = await Begun(world, "select from plan_item for update");
        var pressing = head.Taps("Применить");
        await Waits(world, "plan_item");   // it was read, and found to be there
        await Run(other, "update plan_import set content = null, forgotten = true; commit");
        await pressing;
        await head.Sees("в таблице могло быть его имя, поэтому таблица стёрта");
        Assert.Equal("Один", (await world.Item(items[0])).Now.Text.Title);
    }

    [Fact]
    public async Task Whoever_is_erased_holds_no_table_while_waiting_for_an_earlier_one()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await world.Planned("Один");
        var another = await world.Teacher(901, "Белова Ирина Олеговна", "Head");
        foreach (var who in new[] { another, head })
        {
            await who.Types("/plan");
            await who.Taps("Загрузить из Excel");
            await world.SendsTable(who, Workbooks.Of(Header, Row("Новый")));
            await who.Sees("Добавится 1.");
        }
        await head.Types("/profile");
        await head.Taps("Удалить мои данные");
        await using var other = await Begun(world, "select from plan_import order by id limit 1 for update");
        var pressing = head.Taps("Да, удалить всё обо мне");
        await Waits(world, "plan_import");
        await Run(other, "select from plan_import order by id desc limit 1 for update nowait");
        await Run(other, "commit");
        await pressing;
        await head.Sees("Готово");
        Assert.Equal("true", await world.Sql<string>("select string_agg(forgotten::text, ',') from plan_import"));
    }

    [Fact]
    public async Task A_paper_is_of_the_time_at_which_it_is_made()
    {
        await using var world = await World.Open(cluster);
        await world.Planned("Один");
        var by = await world.Sql<long>("select min(person_id) from person_role where role = 'Head'");
        var asked = PaperFileMaker.Of(PaperChoice.Plan, PlanStage.Year, ItemScope.All, new(by)).Of;
        await world.Pass(TimeSpan.FromDays(1));
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<PaperFileMaker>().Make(asked);
        using var docx = WordprocessingDocument.Open(new MemoryStream(made!.Content), false);
        Assert.Contains("Напечатано 25 ноября 2026 г.", docx.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Equal(world.Clock.GetUtcNow().UtcDateTime, await world.Sql<DateTime>("select made_at from plan_paper"));
    }

    private static async Task<NpgsqlConnection> Begun(World world, string holds)
    {
        var connection = new NpgsqlConnection(world.Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Run(connection, $"begin; {holds}");
        return connection;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static Task Waits(World world, string table) => WireWorld.Until(async () => await world.Sql<bool>($"""
        select exists (select from pg_stat_activity
                       where datname = current_database() and wait_event_type = 'Lock' and query like '%{table}%')
        """), $"somebody waits for {table}");
}
