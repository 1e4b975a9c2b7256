using MspBot.Data.Plan;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Sandbox;
using MspBot.Tests.Files.Tables;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Plan.Papers.ImportCast;

namespace MspBot.Tests.Plan.Papers;

/// <summary>A table that was made earlier: it undoes no newer work, and brings no erased name back.</summary>
public sealed class OldTableStories(TestCluster cluster)
{
    private const string Leader = "Иванова Мария Петровна";

    [Fact]
    public async Task What_was_changed_since_the_table_was_made_is_a_fault_and_nothing_is_applied()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один", "Два");
        var old = await head.Downloads("План (Excel)", "План 2026-27.xlsx");
        await world.Changes(items[1], "Новее");
        await head.Taps("Загрузить из Excel");
        var said = await world.SendsTable(head, old);
        Assert.Contains("В строке 3 пункт 2 в плане сейчас записан иначе, чем было в таблице: " +
            "скачайте таблицу сами и внесите правку в неё или в боте.",
            said.Text, StringComparison.Ordinal);
        Assert.Equal("Что исправить", Workbooks.Words((await head.SeesFile("Что исправить.xlsx")).Bytes.ToArray())[0][^1]);
        Assert.Equal(("Новее", 0), ((await world.Item(items[1])).Now.Text.Title, await world.Sql<int>("select count(*) from plan_import")));
    }

    [Fact]
    public async Task What_is_changed_between_the_preview_and_the_press_is_not_changed_back()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один", "Два");
        var table = Workbooks.Of(Header, Row("Иначе", await world.Code(items[0])), Row("Тоже", await world.Code(items[1])));
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await world.SendsTable(head, table);
        await head.Sees("Изменится 2.");
        await world.Changes(items[1], "Новее");
        await head.Taps("Применить");
        await head.Sees("Пункт 2 в плане сейчас записан иначе, чем было в таблице.");
        Assert.Equal(("Один", "Новее"),
            ((await world.Item(items[0])).Now.Text.Title, (await world.Item(items[1])).Now.Text.Title));
        Assert.DoesNotContain(head.Chat[^1].Buttons.SelectMany(row => row), button => button.Label == "Применить");
    }

    [Fact]
    public async Task An_observers_table_that_a_head_hands_in_reverts_no_draft()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один", "Два");
        var observer = await world.Observer();
        await world.Changes(items[0], "Черновик");
        var table = await observer.Downloads("План (Excel)", "План 2026-27.xlsx");
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        Assert.Contains("пункт 1 в плане сейчас записан иначе", (await world.SendsTable(head, table)).Text, StringComparison.Ordinal);
        Assert.Equal("Черновик", (await world.Item(items[0])).Now.Text.Title);
    }

    [Fact]
    public async Task The_name_of_somebody_who_was_erased_does_not_come_back_with_a_table()
    {
        await using var world = await World.Open(cluster);
        var (head, items, leader) = await Led(world);
        var rows = Workbooks.Words(await head.Downloads("План (Excel)", "План 2026-27.xlsx"))
            .Select(row => row.ToArray<object?>()).ToList();
        Assert.Equal(Leader, rows[1][4]);
        await leader.Erases();
        await world.Idle();

        rows[1][1] = "Иначе";
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await world.SendsTable(head, Workbooks.Of([.. rows]));
        await head.Sees("№ 1: название");
        await head.Taps("Применить");
        await head.Sees("Изменено 1.");
        var (first, second) = (await world.Item(items[0]), await world.Item(items[1]));
        Assert.Equal("Иначе", first.Now.Text.Title);
        Assert.True(first.Now.Text.Responsible is { Words: null, Person: not null });
        Assert.Equal(1, second.Now.Version);
        Assert.Equal(0, await world.Sql<int>($"select count(*) from plan_item_version where responsible like '%Иванов%'"));
    }

    [Fact]
    public async Task Tables_that_wait_are_forgotten_when_anybody_is_erased_and_their_heads_hear_so()
    {
        await using var world = await World.Open(cluster);
        var (head, _, leader) = await Led(world);
        var table = await head.Downloads("План (Excel)", "План 2026-27.xlsx");
        await head.Taps("Загрузить из Excel");
        await world.SendsTable(head, table);
        await head.Sees("Таблица совпадает с планом");
        var other = await world.Teacher(901, "Белова Ирина Олеговна", "Head");
        await other.Types("/plan");
        await other.Taps("Загрузить из Excel");
        await other.Sees("Пришлите таблицу плана");
        await other.SendsDocument("план.xlsx", table);
        await other.Sees("Файл получен.");
        await leader.Erases();
        await world.Idle();
        Assert.Equal((2, 2, 0), (await world.Sql<int>("select count(*) from plan_import"),
            await world.Sql<int>("select count(*) from plan_import where forgotten and content is null and file_id is null"),
            await world.Sql<int>("select count(*) from stored_file")));

        await head.Taps("Не загружать");
        await head.Sees("в таблице могло быть его имя, поэтому таблица стёрта. Загрузите её заново.");
        // Nothing had been shown to the other one yet.
        await other.Sees("Загрузите её заново.");
        await world.RunJobs();
        await head.Taps("Загрузить файл заново");
        await world.SendsTable(head, table);
        await head.Sees("Таблица совпадает с планом");
    }

    [Fact]
    public async Task What_waits_for_agreement_is_said_to_come_back_and_each_item_has_its_line_in_the_log()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один", "Два");
        await world.HeadChanges(items[0], PlanStage.Text("Один иначе"));
        var never = (await world.HasPlan([PlanStage.Text("Три"), PlanStage.Text("Четыре")], agreed: false));
        await world.Sends(items[0]);
        var draft = (await world.HasPlan([PlanStage.Text("Пять"), PlanStage.Text("Шесть")], agreed: false))[0];
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await world.SendsTable(head, Workbooks.Of(Header, Row("Ещё иначе", await world.Code(items[0])),
            [.. Row("Три", await world.Code(never[0]))[..3], "Методисты", .. Row("Три", await world.Code(never[0]))[4..]],
            Row("Пять", await world.Code(draft)), Row("Новый")));
        Assert.Contains("2 пункта сейчас на согласовании: они вернутся к вам, и их нужно будет отправить снова.",
            await head.Sees("Добавится 1, изменится 2."), StringComparison.Ordinal);
        Assert.Contains("В файле нет пункта 6: он останется в плане, а исключить его можно в боте.", head.Chat[^1].Text,
            StringComparison.Ordinal);
        await head.Taps("Исключить их: 2");
        Assert.Contains("2 пункта сейчас на согласовании",
            await head.Sees("Добавится 1, изменится 2, исключится 1, будет предложено исключить 1."), StringComparison.Ordinal);
        await head.Taps("Применить");
        Assert.Contains("С согласования возвращено: 2.",
            await head.Sees("Добавлено 1, изменено 2, исключено 1, предложено исключить 1."), StringComparison.Ordinal);
        Assert.Equal("Шесть", (await world.Item(new(draft.Value + 1))).Now.Text.Title);
        Assert.Equal((ItemState.Draft, ItemState.Excluded), ((await world.Item(items[1])).State, (await world.Item(never[1])).State));
        Assert.Equal(
            $"PlanExclusionAsked {items[1].Value} 2 2,PlanItemExcluded {never[1].Value} 4 2,PlanItemChanged {items[0].Value} 1 3," +
            $"PlanResponsible {never[0].Value} 3 2,PlanItemAdded {draft.Value + 2} 7",
            await world.Sql<string>("""
                select string_agg(concat_ws(' ', action, subject_id, detail ->> 'number', detail ->> 'version'), ',' order by id)
                from action_log where id > (select id from action_log where action = 'PlanImported')
                """));
        Assert.Equal("[\"Title\"]", await world.Sql<string>("select detail ->> 'fields' from action_log where action = 'PlanItemChanged'"));
        await head.Types("/people");
        await head.Taps("Журнал действий");
        await head.Sees("изменён пункт 1 плана на 2026/27, название");
    }

    [Fact]
    public async Task What_is_on_its_way_out_is_not_kept_by_a_table_and_what_comes_of_no_draft_is_not_to_be_sent()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один", "Два");
        var codes = (await world.Code(items[0]), await world.Code(items[1]));
        await Sends(Row("Один", codes.Item1), Row("Иначе", codes.Item2));
        await head.Sees("Изменится 1.");
        var by = await world.Sql<long>("select min(person_id) from person_role where role = 'Head'");
        await world.Turn(async (ItemStore s) =>
            await s.Exclude(items[1], (await world.Item(items[1])).Revision, "так нужно", new(by), world.Clock.GetUtcNow()));
        await head.Taps("Применить");
        await head.Sees("Пункт 2 предложен к исключению: сначала нажмите «Оставить в плане».");
        Assert.Contains("В строке 3 пункт 2 предложен к исключению: сначала нажмите «Оставить в плане».",
            (await Sends(Row("Один", codes.Item1), Row("Иначе", codes.Item2))).Text, StringComparison.Ordinal);
        Assert.True((await world.Item(items[1])).Now.IsExcluding);

        // Whom it is for is no matter of the department's.
        await Sends([.. Row("Один", codes.Item1)[..5], "Учителя", codes.Item1]);
        await head.Sees("№ 1: для кого");
        await head.Taps("Применить");
        Assert.DoesNotContain("отправить на согласование", await head.Sees("Изменено 1."), StringComparison.Ordinal);

        async Task<ChatMessage> Sends(params object?[][] rows)
        {
            await head.Types("/plan");
            await head.Taps("Загрузить из Excel");
            return await world.SendsTable(head, Workbooks.Of([Header, .. rows]));
        }
    }

    private static async Task<(Visitor Head, IReadOnlyList<PlanItemId> Items, Visitor Leader)> Led(World world)
    {
        var (head, _) = await world.Planned();
        var leader = await world.Teacher(801, Leader, "Tutor");
        leader.StartedEarlier();
        var id = await world.Sql<long>("select id from person where chat_id = 801");
        ItemText Text(string title) => PlanStage.Text(title) with { Responsible = Responsible.Of(new PersonId(id)) };
        return (head, await world.HasPlan([Text("Один"), Text("Два")]), leader);
    }
}
