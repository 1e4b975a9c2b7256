using MspBot.Data.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>What methodologists and heads hear of a plan: once for each cause, at a decent hour, in a message that fits.</summary>
public sealed class ReviewNoticeStories(TestCluster cluster)
{
    [Fact]
    public async Task Long_remarks_to_many_items_fit_into_one_message()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var me = await world.Sql<long>("select id from person where chat_id = 700");
        var items = await world.HasPlan([.. Enumerable.Range(1, 40).Select(n => PlanStage.Text(new string('Щ', 300)))], agreed: false);
        await world.Sends(items[0]);
        foreach (var id in items)
        {
            var item = await world.Item(id);
            await world.Turn((ItemStore s) => s.Decide(id, item.Now.Version, new string('&', 500), new(me), world.Clock.GetUtcNow()));
        }
        await reader.Types("/plan");
        await reader.Taps("Закончить рассмотрение");
        await reader.Sees("Рассмотрение закончено: возвращено 40.");
        await head.Sees("План на 2026/27: возвращено 40");
        await head.Sees("Остальные замечания (35) — в списке.");
        await head.SeesButton("Изменить пункт 5");
        await head.Taps("Возвращённые: 40");
        await head.SeesButton("›");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_is_sent_twice_in_a_night_is_one_message_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        await world.HasPlan([PlanStage.Text("Первый")], agreed: false);
        await world.Pass(TimeSpan.FromHours(12));                     // 22:00
        await head.Types("/plan");
        await head.Taps("Отправить на согласование");
        await head.Sees("Методист узнает завтра в 8:00.");
        await world.HasPlan([PlanStage.Text("Второй")], agreed: false);
        await world.Pass(TimeSpan.FromHours(1));
        await head.Types("/plan");
        await head.Taps("Отправить на согласование");
        await head.Sees("Отправлено: 1 пункт.");
        await reader.DoesNotSee("ждут согласования");
        await world.Pass(TimeSpan.FromHours(9) + TimeSpan.FromMinutes(1));
        await reader.Sees("2 пункта ждут согласования");
        Assert.Single(reader.Chat, message => message.FromBot);
    }

    [Fact]
    public async Task Decided_at_the_weekend_it_is_told_on_Monday_morning()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        await world.SentPlan(1);
        await world.Pass(TimeSpan.FromDays(4));                       // Saturday, 10:00
        await reader.Types("/plan");
        await reader.Taps("Рассмотреть план");
        await reader.Taps("Согласовать");
        await reader.Taps("Закончить рассмотрение");
        await reader.Sees("Руководитель площадки узнает в понедельник, 30 ноября, в 8:00.");
        await head.DoesNotSee("согласовано 1");
        await world.Pass(TimeSpan.FromDays(2));
        await head.Sees("План на 2026/27: согласовано 1");
    }

    [Fact]
    public async Task The_menu_says_what_waits_until_it_is_done()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var item = await world.Item((await world.SentPlan(1))[0]);
        await reader.Types("/menu");
        await reader.Sees("План на 2026/27: 1 пункт ждёт согласования.");
        await reader.Taps("Рассмотреть план");
        await reader.Taps("Вернуть");
        await reader.Types("Уточните срок");
        await reader.Taps("Закончить рассмотрение");
        await reader.Types("/menu");
        await reader.Sees("Выберите, что нужно.");
        await head.Types("/menu");
        await head.Sees("План на 2026/27: 1 пункт с замечаниями.");
        await head.Taps("Возвращённые: 1");
        await head.Sees($"{item.Number}.");
    }

    [Fact]
    public async Task What_changed_since_the_last_agreement_is_listed_with_what_stood_there_then()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var items = await world.HasPlan([PlanStage.Text("Первый"), PlanStage.Text("Второй")]);
        var head = await world.Sql<long>($"select id from person where chat_id = {World.HeadId}");
        await world.Pass(TimeSpan.FromDays(1));
        await reader.Types("/plan");
        await reader.Taps("Что изменилось");
        await reader.Sees("Ничего нового.");
        var first = await world.Item(items[0]);
        await world.Turn((ItemStore s) =>
            s.Change(first.Id, first.Revision, PlanStage.Text("Первый", 11), "Раньше", new(head), world.Clock.GetUtcNow()));
        await world.HasPlan([PlanStage.Text("Третий")], agreed: false);
        await world.Sends(items[0]);
        await reader.Types("/plan");
        await reader.Taps("Что изменилось");
        var text = await reader.Sees("Был «декабрь», стал «ноябрь». Почему: Раньше");
        Assert.Contains("Новый пункт.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Второй", text, StringComparison.Ordinal);
    }
}
