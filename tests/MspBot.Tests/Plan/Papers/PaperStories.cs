using DocumentFormat.OpenXml.Packaging;
using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Papers;

/// <summary>Papers that are handed out, to whom, and what their codes tell anybody.</summary>
public sealed class PaperStories(TestCluster cluster)
{
    [Fact]
    public async Task A_paper_says_by_its_code_whether_it_is_in_force_to_anybody_and_nothing_else()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await Planned(world);
        var first = await Code(world, head, "План (Word)", "План 2026-27.docx");
        Assert.Equal("FileTaken Plan",
            await world.Sql<string>("select action || ' ' || (detail ->> 'file') from action_log where action = 'FileTaken'"));

        var stranger = world.Visitor(55);
        await stranger.Types($"/start d_{first}");
        var said = await stranger.Sees("План на 2026/27, редакция 1 от 24.11.2026: действует.");
        Assert.DoesNotContain("Один", said, StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>("select count(*) from person where chat_id = 55"));

        // Printed anew it is the same edition under another code.
        Assert.NotEqual(first, await Code(world, head, "План (Word)", "План 2026-27.docx"));
        Assert.Equal((1, 2), (await world.Sql<int>("select count(*) from plan_edition"),
            await world.Sql<int>("select count(*) from plan_paper")));

        await Changes(world, items[0], "Иначе");
        var draft = await Code(world, head, "Проект плана (Word)", "Проект плана 2026-27.docx");
        await stranger.Types($"/start d_{draft}");
        await stranger.Sees("План на 2026/27: проект от 24.11.2026, не согласован. Действует редакция 1 от 24.11.2026.");
        await stranger.Types($"/start d_{first}");
        await stranger.Sees("редакция 1 от 24.11.2026: действует.");

        await world.Pass(TimeSpan.FromDays(1));
        await Agrees(world);
        await stranger.Types($"/start d_{first}");
        await stranger.Sees("План на 2026/27, редакция 1 от 24.11.2026: есть новая редакция 2 от 25.11.2026.");
        await stranger.Types($"/start d_{await Code(world, head, "Лист изменений (Word)", "Лист изменений 2026-27.docx")}");
        await stranger.Sees("Лист изменений к плану на 2026/27, редакция 2 от 25.11.2026: действует.");
        await stranger.Types($"/start d_{await Code(world, head, "Отчёт о выполнении (Word)", "Отчёт о выполнении плана 2026-27.docx")}");
        await stranger.Sees(
            "Отчёт от 25.11.2026 о выполнении плана на 2026/27 составлен по редакции 2 от 25.11.2026. Новее редакции плана нет.");
        Assert.Equal("Plan 1,Plan 1,Plan 1,PlanChanges,PlanReport", await world.Sql<string>("""
            select string_agg(concat_ws(' ', detail ->> 'file', detail ->> 'rows'), ',' order by id) from action_log
            where action = 'FileTaken'
            """));
        foreach (var guess in new[] { "", "AAAAAAAAAAAAAAAAAAAAAA", first[..^1], "' or 1=1" })
        {
            await stranger.Types($"/start d_{guess}");
            await stranger.Sees("Бумаги с таким кодом бот не выдавал.");
        }
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task An_observer_takes_what_is_in_force_a_methodologist_what_was_sent_and_neither_hands_in_a_table()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await Planned(world);
        var (observer, methodologist) = (await world.Teacher(800, "Сидорова Ольга Петровна", "Observer"),
            world.Visitor(FactCast.MethodologistChat));
        await Changes(world, items[0], "Черновик");
        await world.HasPlan([PlanStage.Text("Новый пункт")], agreed: false);
        var leaving = await world.Item((await world.HasPlan([PlanStage.Text("Уходит")], agreed: false))[0]);
        await world.Sql<int>($"update plan_item_version set excluded = true where item_id = {leaving.Id.Value}");

        Assert.Contains("Черновик", Text(await Take(head, "Проект плана (Word)", "Проект плана 2026-27.docx")), StringComparison.Ordinal);
        Assert.Equal("Plan 2", await world.Sql<string>(
            "select (detail ->> 'file') || ' ' || (detail ->> 'rows') from action_log where action = 'FileTaken'"));
        foreach (var who in new[] { observer, methodologist })
        {
            var plan = Text(await Take(who, "План (Word)", "План 2026-27.docx"));
            Assert.Contains("Один", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Черновик", plan, StringComparison.Ordinal);
            var table = string.Join(' ', Files.Tables.Workbooks.Words(await Take(who, "План (Excel)",
                "План 2026-27.xlsx")).SelectMany(row => row));
            Assert.Contains("Один", table, StringComparison.Ordinal);
            Assert.DoesNotContain("Черновик", table, StringComparison.Ordinal);
            Assert.DoesNotContain("Новый пункт", table, StringComparison.Ordinal);
            var buttons = who.Chat.Last(m => m.Buttons.Count > 0).Buttons.SelectMany(row => row).Select(button => button.Label).ToList();
            Assert.DoesNotContain("Загрузить из Excel", buttons);
            Assert.DoesNotContain("Пустая таблица (Excel)", buttons);
            Assert.DoesNotContain("Проект плана (Word)", buttons);
        }
        // Forged: a draft is nobody's who is not shown it.
        var papers = await world.Sql<int>("select count(*) from plan_paper");
        await observer.TapsData(observer.Chat.Last(m => m.Buttons.Count > 0), "c:pd:2026:take:Draft");
        await observer.TapsData(observer.Chat.Last(m => m.Buttons.Count > 0), "n:plan-import:2026");
        var teacher = await SeminarCast.Teacher(world, 801);
        await teacher.Types("/menu");
        await world.Idle();
        await teacher.TapsData(teacher.Chat[^1], "c:pd:2026:take:Plan");
        await world.Idle();
        Assert.Equal(papers, await world.Sql<int>("select count(*) from plan_paper"));
        Assert.DoesNotContain(teacher.Chat, message => message.File is not null);
    }

    [Fact]
    public async Task A_plan_of_which_nothing_is_left_is_in_force_no_more()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await Planned(world);
        var code = await Code(world, head, "План (Word)", "План 2026-27.docx");
        await world.Sql<int>($"update plan_item set state = 'Excluded' where id = {items[0].Value}");
        await head.Types($"/start d_{code}");
        await head.Sees("больше не действует");
    }

    private static async Task<(Visitor Head, IReadOnlyList<PlanItemId> Items)> Planned(World world)
    {
        var head = await SeminarCast.Head(world);
        await world.Methodologist();
        return (head, await world.HasPlan([PlanStage.Text("Один")]));
    }

    private static async Task<string> Code(World world, Visitor head, string button, string name)
    {
        await Take(head, button, name);
        return (await world.Sql<string>("select code from plan_paper order by made_at desc, ctid desc limit 1"))!;
    }

    private static async Task<byte[]> Take(Visitor who, string button, string name)
    {
        await who.Types("/plan");
        await who.Taps("Скачать план");
        await who.Taps(button);
        return (await who.SeesFile(name)).Bytes.ToArray();
    }

    private static string Text(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    private static async Task Changes(World world, PlanItemId id, string title)
    {
        var item = await world.Item(id);
        await world.Turn((ItemStore s) => s.Change(id, item.Revision, PlanStage.Text(title), null, item.Now.By, world.Clock.GetUtcNow()));
    }

    private static async Task Agrees(World world)
    {
        var (plan, head) = (new PlanId(await world.Sql<long>("select id from plan")),
            await world.Sql<long>("select min(person_id) from person_role where role = 'Head'"));
        var methodologist = await world.Sql<long>("select min(person_id) from person_role where role = 'Methodologist'");
        await world.Turn((PlanStore s) => s.Send(plan, new(head), world.Clock.GetUtcNow()));
        await world.Turn(async (PlanStore s) => await s.AgreeRest(plan, await s.Seen(plan), new(methodologist), world.Clock.GetUtcNow()));
    }
}
