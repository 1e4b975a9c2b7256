using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>What is not taken, and why; what is left of somebody who was erased.</summary>
public sealed class FeedbackRefusalStories(TestCluster cluster)
{
    [Fact]
    public async Task What_is_forged_or_out_of_place_is_refused_with_a_sentence()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var all = await world.Teachers(2);
        var over = await world.Seminar(startsIn: -FeedbackCast.TwoHours);
        var goesOn = await world.Seminar(startsIn: TimeSpan.FromMinutes(-30));
        await world.Came(over, came: true, 1);
        await world.Came(goesOn, came: true, 1);
        var (anna, boris) = (all[0], all[1]);
        await anna.Types("/menu");
        await boris.Types("/menu");
        await world.Idle();
        foreach (var forged in (string[])["file:60", "file:05", "file:5", "file:45x", "file", "file:٣٣"])
        {
            await anna.TapsData(anna.Chat[^1], $"c:fb:{2 * over}:{forged}");
            Assert.Equal("Оценка бывает от 1 до 5. Выберите её кнопкой.", anna.LastAlert);
        }
        await anna.TapsData(anna.Chat[^1], $"c:fb:{2 * over}:show:r9");
        await world.Idle();
        Assert.Contains("Оцените мероприятие", anna.Chat[^1].Text);
        foreach (var (who, about, said) in ((Visitor, long, string)[])
        [
            (boris, 2 * over, "Этого больше нет"), (anna, 2 * goesOn, "Встреча ещё не закончилась"), (anna, 2 * 999, "Этого больше нет"),
            (anna, (2 * over) + 1, "Этого больше нет"), (anna, long.MaxValue, "Этого больше нет"),
        ])
        {
            foreach (var forged in (string[])["c:fb:{0}:file:44", "c:fb:{0}:change:44", "c:fb:{0}:never", "c:fb:{0}:later", "c:fb:{0}:show",
                "c:fb:{0}:show:r3", "c:fa:{0}:Yes", "n:words:{0}"])
            {
                await who.TapsData(who.Chat[^1], forged.Replace("{0}", $"{about}", StringComparison.Ordinal));
                await world.Idle();
                Assert.Contains(said, who.Chat[^1].Text);
            }
        }
        await anna.TapsData(anna.Chat[^1], $"c:fa:{2 * over}:Yes");
        await anna.Sees("Отзыва об этой встрече от вас ещё нет");
        await anna.TapsData(anna.Chat[^1], $"c:fb:{2 * over}:change:44");
        Assert.Contains("Сначала поставьте оценки", anna.LastAlert);
        await world.Sql<int>($"update seminar set state = 'Cancelled', cancelled_at = {world.Now}");
        await anna.TapsData(anna.Chat[^1], $"c:fb:{2 * over}:file:44");
        await anna.Sees("не состоялась");
        Assert.Equal(("", 0), (await world.Filed(), await world.Sql<int>("select count(*) from feedback_request where declined")));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_leader_does_not_rate_their_own_meeting()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Teachers(1);
        var id = await world.Seminar(startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, World.HeadId);
        await head.Types("/menu");
        await world.RunJobs();
        Assert.Equal(0, head.Hears("Оцените мероприятие"));
        await head.TapsData(head.Chat[^1], $"c:fb:{2 * id}:file:55");
        await head.Sees("Вы сами вели эту встречу");
        Assert.Equal("", await world.Filed());
    }

    [Fact]
    public async Task After_erasure_signed_words_are_gone_anonymous_ones_stay_and_nothing_more_is_taken()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var all = await world.Teachers(2);
        var id = await world.Seminar(startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2);
        await world.RunJobs();
        await world.Files(FeedbackCast.Seminar(id), 1, "45", "Моё", named: true);
        await world.Files(FeedbackCast.Seminar(id), 2, "33", "Ничьё");
        foreach (var one in all)
        {
            await one.Types("/profile");
            await one.Taps("Удалить мои данные");
            await one.Taps("Да, удалить всё обо мне");
            await one.Sees("ваших данных у нас больше нет");
        }
        Assert.Equal("33,45", await world.Filed());
        Assert.Equal(["Ничьё"], (await world.Answers()).Where(a => a.WillUse is not null || a.WasMissing is not null
            || a.Named).Select(a => a.WillUse));
        Assert.Equal(0, await world.Sql<int>("select count(*) from feedback_request"));
        await all[0].TapsData(all[0].Chat[^1], $"c:fb:{2 * id}:file:11");
        await all[0].DoesNotSee("отзыв принят");
        await WorldPeople.Teacher(world, 1);
        await all[0].Types("/menu");
        await all[0].TapsData(all[0].Chat[^1], $"c:fb:{2 * id}:file:11");
        await all[0].Sees("Этого больше нет");
        Assert.Equal("33,45", await world.Filed());
    }
}
