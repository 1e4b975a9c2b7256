using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Data.Broadcasts.Topics;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Tests.Certificates;
using MspBot.Tests.Feedback;
using MspBot.Tests.Materials;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Topics;

/// <summary>«Мои темы» in the profile, and «Не присылать такое».</summary>
public sealed class MyTopicsStories(TestCluster cluster)
{
    private const string News = TopicCast.News;

    [Fact]
    public async Task Topics_and_ones_own_subjects_are_ticked_at_once_and_pressed_twice_stay_ticked()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        for (var number = 1; number <= 8; number++) await world.Topic($"Тема {number}");
        var anna = await world.ReaderOfLibrary();
        await world.Sql<int>($"update person set subjects = '{{Математика,Другое}}' where chat_id = {anna.Id}");
        await anna.Types("/profile");
        await anna.Taps("Мои темы");
        await anna.Sees("Пока не отмечено ничего");
        await anna.Taps("Математика");
        await anna.SeesButton("✅ Математика");
        await anna.TapsAgain();
        await world.Idle();
        await anna.Taps("›");
        await anna.Taps("Тема 7");
        await anna.SeesButton("✅ Тема 7");
        await anna.Sees("Отмечено: 2");
        Assert.Equal(("Математика", 1), (await world.Sql<string>("select subject from subject_wish"),
            await world.Sql<int>("select count(*) from topic_wish")));
        await anna.Taps("✅ Тема 7");
        await anna.Sees("Отмечено: 1");
        await anna.Taps("Что уже пришло");
        await anna.Sees("Пока ничего");
    }

    [Fact]
    public async Task With_broadcasts_off_nothing_of_topics_comes_and_on_again_it_does()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.ReaderOfLibrary();
        await world.Asks(anna, percents);
        await anna.Types("/profile");
        await anna.Taps("Мои темы");
        await anna.Sees("О ваших записях, консультациях, направлениях и опросах бот напишет всё равно");
        await anna.Taps("Выключить рассылки");
        await anna.SeesButton("Включить рассылки");
        await world.RunJobs();
        await world.Material("Задачи", topics: [percents]);
        await world.Pass(TopicCast.ToMorning);
        Assert.Equal(0, anna.Hears(News));
        await anna.Taps("Включить рассылки");
        await anna.SeesButton("✅ Проценты");
        await world.Material("Ещё задачи", topics: [percents]);
        await world.Pass(TimeSpan.FromDays(1));
        await anna.Sees("Ещё задачи");
    }

    [Fact]
    public async Task What_waits_to_be_told_is_taken_back_by_turning_off()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var anna = await world.ReaderOfLibrary();
        anna.StartedEarlier();
        await world.Sql<int>($$"""
            insert into outbox (chat_id, payload, priority, dedup, not_before, not_after)
            select {{anna.Id}}, '{"text":"Новое по вашим темам"}', 2, 'topics:' || id || ':1', {{world.Now}} + interval '1 hour',
                {{world.Now}} + interval '10 hours'
            from person where chat_id = {{anna.Id}}
            """);
        await anna.Opens("c:bt:0:all-off");
        await anna.SeesButton("Включить рассылки");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where dedup like 'topics:%'"));
    }

    [Fact]
    public async Task Who_turns_off_at_the_moment_of_telling_is_told_nothing()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.ReaderOfLibrary();
        await world.Asks(anna, percents);
        await world.Material("Задачи", topics: [percents]);
        var person = new PersonId(await world.Sql<long>($"select id from person where chat_id = {anna.Id}"));
        var now = world.Clock.GetUtcNow();
        await using var off = world.Bot.Web.Services.CreateAsyncScope();
        await off.ServiceProvider.GetRequiredService<ReceivedStore>().TurnOff(person, now);
        await using var telling = world.Bot.Web.Services.CreateAsyncScope();
        var told = Task.Run(() => telling.ServiceProvider.GetRequiredService<TopicNewsStore>()
            .Take(new(now.AddDays(-14), now.AddMinutes(1), now.AddMinutes(1)), [person], now));
        while (!told.IsCompleted && await world.Sql<int>("select count(*) from pg_locks where not granted") == 0) await Task.Yield();
        await off.ServiceProvider.GetRequiredService<DbSession>().Commit();
        Assert.Empty(await told);
    }

    [Fact]
    public async Task Not_such_turns_off_what_brought_the_message_leaves_the_rest_and_can_be_undone()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var (percents, reading) = (await world.Topic("Проценты"), await world.Topic("Чтение"));
        var anna = await world.ReaderOfLibrary();
        await world.Asks(anna, percents, reading);
        await world.AsksSubject(anna, "Физика");
        await world.RunJobs();
        await world.Material("Задачи", topics: [percents]);
        await world.Seminar(title: "Физика движения");
        await world.Pass(TopicCast.ToMorning);
        await anna.TapsOn(await anna.SeesMessage(News), "Не присылать такое");
        var said = await anna.Sees("Больше не присылаем новое по темам");
        Assert.Contains("Проценты", said, StringComparison.Ordinal);
        Assert.Contains("Физика", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Чтение", said, StringComparison.Ordinal);
        Assert.Equal(1, await world.Sql<int>("select count(*) from topic_wish"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from subject_wish"));
        await anna.Taps("Вернуть");
        await anna.Sees("Снова присылаем");
        Assert.Equal((2, 1), (await world.Sql<int>("select count(*) from topic_wish"),
            await world.Sql<int>("select count(*) from subject_wish")));
    }

    [Fact]
    public async Task What_is_stored_is_said_and_goes_with_the_person()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.ReaderOfLibrary();
        await world.Asks(anna, percents);
        await world.AsksSubject(anna, "Физика");
        await world.RunJobs();
        await world.Material("Задачи", topics: [percents]);
        await world.Pass(TopicCast.ToMorning);
        await anna.Types("/profile");
        await anna.Taps("Что хранится");
        await anna.Sees("Темы и предметы, о новом в которых вы просите сообщать: 2");
        await anna.Sees("О чём уже сообщили по вашим темам (60 дней): 1");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("""
            select (select count(*) from topic_wish) + (select count(*) from subject_wish) + (select count(*) from topic_told)
            """));
    }
}
