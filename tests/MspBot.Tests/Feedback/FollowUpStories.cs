using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Feedback.ViewCast;

namespace MspBot.Tests.Feedback;

/// <summary>What follows feedback: two weeks later the question whether it is used, and what was done about it.</summary>
public sealed class FollowUpStories(TestCluster cluster)
{
    [Fact]
    public async Task Whoever_an_earlier_version_has_asked_whether_they_use_it_is_not_asked_again()
    {
        await using var world = await World.Open(cluster);
        var all = await world.Teachers(2);
        var id = await Over(world, 1, 2);
        await world.PassInSteps(TimeSpan.FromDays(14), TimeSpan.FromDays(1));
        var key = world.Bot.Web.Services.GetRequiredService<AuthorKey>();
        foreach (var (chat, wasAsked) in new[] { (1, true), (2, false) })
        {
            var author = key.Author(new PersonId(await world.Sql<long>($"select id from person where chat_id = {chat}")),
                FeedbackCast.Seminar(id));
            await world.Sql<int>($"""
                insert into feedback (seminar_id, author, rating, usefulness, filed_on, applied_asked)
                values ({id}, '\x{Convert.ToHexStringLower(author)}', 4, 4, '2026-11-24', {wasAsked})
                """);
        }
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(6));
        Assert.Equal([0, 1], all.Select(one => one.Hears("Применили?")));
        Assert.Equal(0, await world.Sql<int>("select count(*) from feedback where filed_on is not null"));
    }

    [Fact]
    public async Task Two_weeks_later_those_who_filed_are_asked_once_whether_they_use_it()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var all = await world.Teachers(4);
        var id = await Over(world, 1, 2, 3, 4);
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "44");
        await all[3].Types("/menu");
        await world.PassInSteps(TimeSpan.FromDays(13), TimeSpan.FromHours(12));
        Assert.All(all, one => Assert.Equal(0, one.Hears("Применили?")));
        await all[0].TapsData(all[3].Chat[^1], $"c:fa:{2 * id}:Yes");
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(6));
        Assert.Equal([1, 1, 1, 0], all.Select(one => one.Hears("Применили?")));
        // Who files as late as this is not asked in the same breath.
        await world.Files(FeedbackCast.Seminar(id), 4, "44");
        await world.RunJobs();
        Assert.Equal(0, all[3].Hears("Применили?"));
        await all[0].Taps("да");
        await all[0].Sees("Спасибо, учтём: да");
        var old = all[0].Chat[^1];
        await all[0].TapsData(old, $"c:fa:{2 * id}:No");
        await all[0].TapsData(old, $"c:fa:{2 * id}:Perhaps");
        await all[1].Taps("ещё нет");
        await world.Idle();
        Assert.Equal([Applied.Yes, Applied.NotYet], (await world.Answers()).Select(a => a.Applied).OfType<Applied>().Order());
        await world.BringIn();
        await Opens(world, head, id);
        await head.Sees("Оценка: 4,0");
        await head.DoesNotSee("Применили");
        await all[2].Taps("частично");
        await all[2].Sees("Спасибо, учтём");
        await world.BringIn();
        await Opens(world, head, id);
        await head.Sees("Применили (3 ответа): да — 1, частично — 1, ещё нет — 1");
        await world.PassInSteps(TimeSpan.FromDays(14), TimeSpan.FromHours(12));
        Assert.Equal([0, 0, 0, 1], all.Select(one => one.Hears("Применили?")));
    }

    [Fact]
    public async Task What_was_done_is_told_to_all_who_filed_so_that_nobody_is_known_by_their_words()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var all = await world.Teachers(4);
        var id = await Over(world, 1, 2, 3, 4);
        await world.Files(FeedbackCast.Seminar(id), 1, "44", "Ещё примеров");
        await world.Files(FeedbackCast.Seminar(id), 2, "44", null, "Времени", named: true);
        await head.Types($"/start e_{id}");
        await head.Sees(SeminarCast.Title);
        await head.TapsData(head.Chat[^1], $"n:we-did:{id}");
        await head.Sees(TooFew);
        await world.Files(FeedbackCast.Seminar(id), 3, "44");
        await Opens(world, head, id);
        await head.Taps("Мы сделали");
        await head.Types("добавили <примеры>");
        await head.Taps("Отправить");
        await head.Sees("Его получат все, кто оставил отзыв");
        await head.TapsAgain();
        await world.Idle();
        Assert.Equal([1, 1, 1, 0], all.Select(one => one.Hears("Мы сделали: добавили <примеры>")));
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where dedup like '%reply%'"));
        await Opens(world, head, id);
        await head.Sees("Мы сделали: добавили <примеры>");
        Assert.Empty(world.Telegram.Violations);
    }
}
