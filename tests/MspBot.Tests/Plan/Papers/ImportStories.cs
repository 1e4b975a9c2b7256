using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Plan.Papers;
using MspBot.Sandbox;
using MspBot.Tests.Files.Tables;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Plan.Papers.ImportCast;

namespace MspBot.Tests.Plan.Papers;

/// <summary>«Загрузить из Excel»: shown first, applied whole, or nothing; never on what was not seen.</summary>
public sealed class ImportStories(TestCluster cluster)
{
    [Fact]
    public async Task The_first_plan_comes_from_the_empty_table()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await head.Types("/plan");
        await head.Taps("Таблица для заполнения");
        await head.Taps("Пустая таблица (Excel)");
        var empty = (await head.SeesFile("План 2026-27, пустая таблица.xlsx")).Bytes.ToArray();
        var names = Workbooks.Words(empty).Single();

        await head.Taps("Загрузить из Excel");
        Phone.Holds(await world.SendsTable(head, Workbooks.Of([.. names], InTable(names, "Стол <&>\"", "октябрь 2026"),
            InTable(names, "Практикум", new DateOnly(2026, 12, 3)))));
        var said = await head.Sees("Добавится 2.");
        Assert.Contains("+ Стол <&>\"", said, StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_item"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from stored_file"));
        await head.Taps("Применить");
        await head.Sees("Добавлено 2.");
        await head.Taps("К плану");
        await head.Sees("2 пункта. Есть что отправить на согласование.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_import"));
        Assert.Equal("""PlanImported {"added": 2, "changed": 0, "excluded": 0}""",
            await world.Sql<string>("select action || ' ' || detail::text from action_log where action = 'PlanImported'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_is_handed_out_comes_back_changed_and_what_is_missing_stays_until_the_head_says_otherwise()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один", "Два", "Три", "Четыре", "Пять");
        var rows = Workbooks.Words(await head.Downloads("План (Excel)", "План 2026-27.xlsx")).Select(row =>
            row.ToArray<object?>()).ToList();
        rows[1][3] = "ноябрь 2026";
        rows[2][1] = "Другое";
        rows[2][5] = "Справка";
        Assert.Null((await world.Item(items[0])).Now.Text.Audience);
        rows.RemoveRange(3, 2);
        rows.Add([null, "Новый", "Круглый стол", "12.2026", "Смирнова В. П.", "Отчёт"]);

        await head.Taps("Загрузить из Excel");
        Phone.Holds(await world.SendsTable(head, Workbooks.Of([.. rows])));
        var said = await head.Sees("Добавится 1, изменится 2.");
        Assert.Contains("+ Новый\n№ 1: срок: декабрь 2026 → ноябрь 2026\n№ 2: название, результат", said, StringComparison.Ordinal);
        Assert.Contains("В файле нет пунктов 3 и 4: они останутся в плане. Исключить их?", said, StringComparison.Ordinal);
        await head.Taps("Исключить их: 2");
        Assert.Contains("− № 3: Три", await head.Sees("Добавится 1, изменится 2, будет предложено исключить 2."), StringComparison.Ordinal);
        await head.Taps("Оставить их в плане");
        await head.Sees("Исключить их?");
        await head.Taps("Исключить их: 2");
        await head.Taps("Применить");
        await head.Sees("Добавлено 1, изменено 2, предложено исключить 2.");

        var first = await world.Item(items[0]);
        Assert.Equal((ItemState.Draft, PlanStage.Month(11), PlanStage.Month(12)),
            (first.State, first.Now.Text.Term, first.InForce!.Text.Term));
        Assert.True((await world.Item(items[2])).Now is { IsExcluding: true, Reason: "Нет в таблице, загруженной 24.11.2026" });
        var added = (await world.Turn((PlanReader r) => r.Items(first.Plan, world.Clock.GetUtcNow())))[^1];
        Assert.Equal((6, "Смирнова Вера Павловна"), (added.Number, added.Now.ResponsibleName));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_plan_that_was_changed_meanwhile_is_shown_again_and_nothing_is_applied_unseen()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один", "Два");
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await world.SendsTable(head,
            Workbooks.Of(Header, Row("Иначе", await world.Code(items[0])), Row("Два", await world.Code(items[1]))));
        await head.Sees("Изменится 1.");
        await world.HasPlan([PlanStage.Text("Три")], agreed: false);
        await head.Taps("Применить");
        await head.Sees("В файле нет пункта 3");
        Assert.Contains("План за это время изменили, и ничего не применилось.",
            Assert.Single(world.Telegram.Journal.Of("answerCallbackQuery"),
            e => e.Parameters.Contains("show_alert", StringComparison.Ordinal)).Parameters, StringComparison.Ordinal);
        Assert.Equal("Один", (await world.Item(items[0])).Now.Text.Title);
        await head.Taps("Применить");
        await head.Sees("Изменено 1.");
        // The same press again finds no table any more.
        await head.TapsAgain();
        await world.Idle();
        Assert.Equal((3, 2), (await world.Sql<int>("select count(*) from plan_item"), (await world.Item(items[0])).Now.Version));
    }

    [Fact]
    public async Task An_item_excluded_meanwhile_stops_the_table()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один", "Два");
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await world.SendsTable(head,
            Workbooks.Of(Header, Row("Иначе", await world.Code(items[0])), Row("Два", await world.Code(items[1]))));
        await head.Sees("Изменится 1.");
        await world.Sql<int>($"update plan_item set state = 'Excluded', revision = revision + 1 where id = {items[0].Value}");
        await head.Taps("Применить");
        await head.Sees("Из плана исключили пункт 1, а строки о них в таблице есть.");
        await head.Taps("Не загружать");
        await head.Sees("Таблица не загружена.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_import"));
    }

    [Fact]
    public async Task Presses_of_others_on_a_table_open_and_apply_nothing()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один");
        var (other, teacher) = (await world.Teacher(901, "Белова Ирина Олеговна", "Head"), await SeminarCast.Teacher(world, 902));
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await world.SendsTable(head, Workbooks.Of(Header, Row("Новый"), Row("Один", await world.Code(items[0]), "декабрь 2026")));
        await head.Sees("Добавится 1.");
        var import = await world.Sql<long>("select id from plan_import");
        var seen = ImportComparison.Of(await world.Turn((ImportStore s) => s.Items(new(2026), "", Some.Noon)), []).Seen;
        foreach (var who in new[] { other, teacher })
        {
            await who.Types("/menu");
            await world.Idle();
            foreach (var press in new[] { $"c:px:{import}:show", $"c:px:{import}:apply:{seen}.", $"c:px:{import}:drop" })
            {
                await who.TapsData(who.Chat[^1], press);
                await world.Idle();
                Assert.Contains("Этого больше нет или оно вам недоступно.", who.Chat[^1].Text, StringComparison.Ordinal);
            }
        }
        await teacher.TapsData(teacher.Chat[^1], "n:plan-import:2026");
        await world.Idle();
        // Nor does the head who has lost the role since.
        await world.Sql<int>(
            $"delete from person_role r using person p where p.id = r.person_id and p.chat_id = {World.HeadId} and role = 'Head'");
        await head.Taps("Применить");
        await head.Sees("Этого больше нет или оно вам недоступно.");
        Assert.Equal((1, 1), (await world.Sql<int>("select count(*) from plan_item"),
            await world.Sql<int>("select count(*) from plan_import")));
    }

    [Fact]
    public async Task A_new_table_replaces_an_earlier_one_and_none_outlives_its_owner_its_week_or_its_file()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await world.Planned("Один");
        for (var n = 0; n < 2; n++) await Sends("Новый");
        Assert.Equal((1, 1), (await world.Sql<int>("select count(*) from plan_import"),
            await world.Sql<int>("select count(*) from stored_file")));
        await world.RunJobs();
        Assert.Single(head.Chat, m => m.Text.Contains("Добавится 1", StringComparison.Ordinal));

        await world.Pass(TimeSpan.FromDays(8));
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_import"));

        await Sends("Новый");
        await world.Sql<int>("update stored_file set reference = 'Document:?'");
        await world.RunJobs();
        await head.Sees("Файл не сохранился");
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_import"));

        await Sends("Новый");
        (await world.Teacher(901, "Белова Ирина Олеговна", "Head")).StartedEarlier();
        await head.Types("/profile");
        await head.Taps("Удалить мои данные");
        await head.Taps("Да, удалить всё обо мне");
        await head.Sees("Готово");
        Assert.Equal((0, 0), await Stored(world));

        async Task Sends(string title)
        {
            await head.Types("/plan");
            await head.Taps("Загрузить из Excel");
            await head.Sees("Пришлите таблицу плана");
            await head.SendsDocument("план.xlsx", Workbooks.Of(Header, Row(title)));
            await head.Sees("Файл получен.");
            await world.Idle();
        }
    }

    private static object?[] InTable(IReadOnlyList<string> names, string title, object term) => [.. names.Select(name => name switch
    {
        PlanSheet.Title => title,
        PlanSheet.Form => "Круглый стол",
        PlanSheet.Term => term,
        PlanSheet.Responsible => "Тьюторы",
        PlanSheet.Result => "Рекомендации",
        _ => (object?)null,
    })];
}
