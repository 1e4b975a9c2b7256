using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Facts;

/// <summary>Nobody types what became of the plan: it follows from the meetings, and goes back with them.</summary>
public sealed class PlanFactStories(TestCluster cluster)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task An_item_is_ahead_runs_is_done_and_a_corrected_attendance_takes_it_back()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Methodologist();
        await SeminarCast.Teacher(world, 1);
        var item = (await world.HasPlan([PlanStage.Text(month: 11)]))[0];
        Assert.Equal(Fact.Ahead, await world.Fact(item));
        var seminar = await world.SeminarOf(item, TimeSpan.FromHours(2));
        Assert.Equal(Fact.Running, await world.Fact(item));
        await world.Came(seminar, came: null, 1);
        await world.Pass(TimeSpan.FromHours(4));
        // It is over, and who came is not marked yet.
        Assert.Equal(Fact.Running, await world.Fact(item));
        await head.Types("/my");
        await head.TapsData(head.Chat[^1], $"c:at:{seminar}:show");
        await head.Taps("Отметить всех");
        await head.Sees("Кто был: 1 из 1");
        Assert.Equal(Fact.Done, await world.Fact(item));
        await head.Taps("Вернуть как было");
        await head.Sees("пока не отмечено");
        Assert.Equal(Fact.Running, await world.Fact(item));
        await world.Pass(8 * Day);
        Assert.Equal(Fact.Overdue, await world.Fact(item));
        await world.Came(await world.SeminarOf(item, 9 * Day), came: true, 1);
        await world.Pass(2 * Day);
        Assert.Equal(Fact.DoneLate, await world.Fact(item));
    }

    [Fact]
    public async Task A_cancelled_meeting_and_a_deleted_draft_leave_the_item_as_it_was()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Methodologist();
        var item = (await world.HasPlan([PlanStage.Text()]))[0];
        var seminar = await world.SeminarOf(item, 7 * Day);
        var draft = await world.SeminarOf(item, 8 * Day, "Draft");
        Assert.Equal((Fact.Running, 1), (await world.Fact(item), (await world.Item(item)).Meetings));
        await Cancels(seminar, "Отменить мероприятие", "Пропустить", "Да, отменить мероприятие");
        Assert.Equal((Fact.Ahead, 0), (await world.Fact(item), (await world.Item(item)).Meetings));
        await Cancels(draft, "Удалить черновик", "Да, удалить черновик");
        Assert.Equal(Fact.Ahead, await world.Fact(item));
        // A meeting that is over cannot be cancelled, so a fact that was told stays told.
        Assert.Empty(world.Telegram.Violations);

        async Task Cancels(long id, params string[] taps)
        {
            await head.Types("/my");
            await head.TapsData(head.Chat[^1], $"c:s:{id}:show");
            foreach (var tap in taps) await head.Taps(tap);
            await world.Idle();
        }
    }

    [Fact]
    public async Task Plan_and_fact_shows_overdue_items_first_and_opens_each()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var methodologist = await world.Methodologist();
        var observer = await SeminarCast.Teacher(world, 55, "Наблюдателева Ия Юрьевна", "Observer");
        await SeminarCast.Teacher(world, 1);
        var items = await world.HasPlan([
            PlanStage.Text("Просроченный", 10), PlanStage.Text("Сделанный", 11), PlanStage.Text("Поздний", 10),
            PlanStage.Text("Идущий", 12), PlanStage.Text("Будущий", 3)]);
        await world.HasPlan([PlanStage.Text("Черновик <&>", 9)], agreed: false);
        await world.Came(await world.SeminarOf(items[1], -Day), came: true, 1);
        await world.Came(await world.SeminarOf(items[2], -2 * Day), came: true, 1);
        await world.SeminarOf(items[3], 10 * Day);
        await world.Came(await world.Seminar(startsIn: -3 * Day), came: true, 1);

        await head.Types("/plan");
        await head.Taps("План и факт");
        var said = await head.Sees("План и факт на 2026/27");
        foreach (var line in (string[])["Выполнены в срок: 1", "Выполнены позже срока: 1", "Просрочены: 1", "Идут: 1", "Впереди: 1",
            "Не согласованы: 1", "Проведено вне плана: 1 мероприятие"])
            Assert.Contains(line, said, StringComparison.Ordinal);
        Assert.Equal(["1 · Просроченный", "4 · Идущий", "5 · Будущий", "6 · Черновик <&>", "3 · Поздний", "2 · Сделанный"],
            head.Chat[^1].Buttons.SelectMany(row => row).Select(b => b.Label).Take(6));
        await head.Taps("3 · Поздний");
        await head.Sees("выполнен позже срока");
        await head.Taps("Мероприятия: 1");
        await head.Sees("Мероприятия по пункту 3");
        await head.Sees("проведено");
        await head.Taps("22.11 · ");
        await head.SeesButton("Пункт плана: 3");

        foreach (var reader in (Visitor[])[methodologist, observer])
        {
            await reader.Types("/plan");
            await reader.Taps("План и факт");
            Assert.DoesNotContain("Черновик", await reader.Sees("План и факт на 2026/27"), StringComparison.Ordinal);
            await reader.Taps("1 · Просроченный");
            await reader.Sees("Пункт 1. Просроченный");
            Assert.DoesNotContain(reader.Chat[^1].Buttons.SelectMany(row => row), b => b.Label == "Создать мероприятие");
        }
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_meeting_is_made_from_an_item_with_all_that_it_says()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Methodologist();
        await world.HasPlan([PlanStage.Text() with { Audience = "учителя <истории>" },
            PlanStage.Text("Отчёт") with { Form = WorkForm.SchoolMonitoring }]);
        await head.Types("/plan");
        await head.Taps("План и факт");
        await head.Taps("2 · Отчёт");
        await head.Sees("Пункт 2. Отчёт");
        // What is no meeting is marked by hand.
        Assert.DoesNotContain(head.Chat[^1].Buttons.SelectMany(row => row), b => b.Label == "Создать мероприятие");
        await head.Types("/plan");
        await head.Taps("План и факт");
        await head.Taps("1 · Круглый стол");
        await head.Taps("Создать мероприятие");
        await head.Sees("Когда оно пройдёт?");
        await head.Types("10.12.2026 15:00");
        await head.Taps("1 час");
        await head.Taps("Без ограничения");
        await head.Taps("Пропустить");
        await head.Sees("Кто ведёт мероприятие?");
        await head.Taps("(я)");
        await head.Taps("Пропустить");
        var summary = await head.Sees("Опубликовать мероприятие?");
        foreach (var answer in (string[])["Вид: Круглый стол", "Пункт плана: 1. Круглый стол по чтению", "Название: Круглый стол по чтению",
            "Для кого: учителя <истории>"])
            Assert.Contains(answer, summary, StringComparison.Ordinal);
        await head.Taps("Опубликовать");
        await head.SeesButton("Пункт плана: 1");
        Assert.Empty(world.Telegram.Violations);
    }
}
