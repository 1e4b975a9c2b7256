using MspBot.Domain.Materials;
using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Feedback;
using MspBot.Tests.Materials;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Topics;

/// <summary>What is new in the topics one asks for: one message on the morning of a working day, and never twice.</summary>
public sealed class TopicNewsStories(TestCluster cluster)
{
    private const string News = TopicCast.News;

    [Fact]
    public async Task One_message_in_the_morning_names_what_is_new_and_comes_once()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var (anna, boris) = (await world.ReaderOfLibrary(), await world.ReaderOfLibrary(713, "Титов Борис Ильич"));
        boris.StartedEarlier();
        await world.Asks(anna, percents);
        await world.RunJobs();
        await world.IsAbout(await world.Seminar(title: "Проценты без скуки"), percents);
        await world.Material("Задачи на проценты", topics: [percents]);
        await world.Material("Другое дело");
        await world.Pass(TimeSpan.FromHours(6));
        Assert.Equal(0, anna.Hears(News));

        await world.Pass(TopicCast.ToMorning - TimeSpan.FromHours(6));
        var said = await anna.SeesMessage(News);
        Assert.Contains("Проценты без скуки", said.Text, StringComparison.Ordinal);
        Assert.Contains("Задачи на проценты", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Другое дело", said.Text, StringComparison.Ordinal);
        Assert.Equal(["01.12 10:00 · Проценты без скуки", "Задачи на проценты", "Не присылать такое"], Labels(said));

        await world.PassInSteps(TimeSpan.FromDays(5), TimeSpan.FromHours(3));
        Assert.Equal((1, 0), (anna.Hears(News), boris.Hears(News)));
    }

    [Fact]
    public async Task A_subject_is_found_in_titles_of_meetings_and_among_subjects_of_materials()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var anna = await world.ReaderOfLibrary();
        await world.AsksSubject(anna, "Математика");
        await world.RunJobs();
        await world.Seminar(title: "Геометрия в девятом классе");
        await world.Material("Дроби", subjects: ["Математика", "Физика"]);
        await world.Material("Спряжения", subjects: ["Русский язык"]);
        await world.Pass(TopicCast.ToMorning);
        var said = (await anna.SeesMessage(News)).Text;
        Assert.Contains("Геометрия", said, StringComparison.Ordinal);
        Assert.Contains("Дроби", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Спряжения", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_what_one_is_signed_up_to_what_one_has_and_what_is_over_are_no_news()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.AuthorOfLibrary();
        await world.Asks(anna, percents);
        await world.RunJobs();
        var signedUp = await world.Seminar(title: "Записана");
        var over = await world.Seminar(title: "Прошло", startsIn: TimeSpan.FromHours(20));
        var led = await world.Seminar(title: "Веду");
        await world.Leads(led, MaterialCast.Author);
        foreach (var meeting in (long[])[signedUp, over, led]) await world.IsAbout(meeting, percents);
        await world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
            select {signedUp}, id, 'Confirmed', {world.Now}, {world.Now} from person where chat_id = {anna.Id};
            insert into topic_told select id, 'Seminar', {over}, {world.Now} from person where chat_id = {anna.Id}
            """);
        await world.Material("Моё", topics: [percents]);
        await world.Taken(await world.Material("Скачано", await world.ReaderOfLibrary(), topics: [percents]), anna);
        await world.Material("Скрыто", await world.ReaderOfLibrary(714), MaterialState.Hidden, topics: [percents]);
        await world.Pass(TopicCast.ToMorning);
        Assert.Equal(0, anna.Hears(News));
    }

    [Fact]
    public async Task Five_are_named_and_the_rest_are_counted_and_listed()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.ReaderOfLibrary();
        await world.Asks(anna, percents);
        await world.RunJobs();
        for (var number = 1; number <= 7; number++) await world.Material($"Карточка {number}", topics: [percents]);
        await world.Pass(TopicCast.ToMorning);
        var said = await anna.SeesMessage(News);
        Assert.Contains("И ещё 2.", said.Text, StringComparison.Ordinal);
        Assert.Equal(7, Labels(said).Count);
        await anna.Taps("И ещё 2");
        await anna.Sees("Что пришло по вашим темам");
        await anna.Taps("›");
        await anna.Sees("Карточка 1");
    }

    [Fact]
    public async Task What_begins_within_a_day_is_told_at_once_by_day_and_not_again_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.ReaderOfLibrary();
        await world.Asks(anna, percents);
        await world.RunJobs();
        await world.IsAbout(await world.Seminar(title: "Завтра утром", startsIn: TimeSpan.FromHours(23.5)), percents);
        await world.RunJobs();
        await anna.Sees("Завтра утром");
        await world.Pass(TopicCast.ToMorning);
        Assert.Equal(1, anna.Hears(News));
    }

    [Fact]
    public async Task At_night_what_begins_soon_waits_and_comes_with_the_morning_message()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.ReaderOfLibrary();
        await world.Asks(anna, percents);
        await world.RunJobs();
        await world.Material("Задачи", topics: [percents]);
        await world.Pass(TimeSpan.FromHours(14));
        await world.IsAbout(await world.Seminar(title: "Завтра вечером", startsIn: TimeSpan.FromHours(32)), percents);
        await world.RunJobs();
        Assert.Equal(0, anna.Hears(News));
        await world.Pass(TimeSpan.FromHours(8));
        var said = (await anna.SeesMessage(News)).Text;
        Assert.Contains("Завтра вечером", said, StringComparison.Ordinal);
        Assert.Contains("Задачи", said, StringComparison.Ordinal);
        Assert.Equal(1, anna.Hears(News));
    }

    [Fact]
    public async Task Days_off_are_gathered_into_one_message_of_Monday()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.ReaderOfLibrary();
        await world.Asks(anna, percents);
        await world.PassInSteps(TimeSpan.FromDays(3.5), TimeSpan.FromHours(6));
        await world.Material("Пятница вечером", topics: [percents]);
        await world.Pass(TimeSpan.FromDays(1));
        await world.Material("Суббота", topics: [percents]);
        await world.Pass(TimeSpan.FromHours(12));
        Assert.Equal(0, anna.Hears(News));
        await world.Pass(TimeSpan.FromHours(24));
        var said = (await anna.SeesMessage(News)).Text;
        Assert.Contains("Пятница вечером", said, StringComparison.Ordinal);
        Assert.Contains("Суббота", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_machines_that_run_at_once_tell_everybody_once()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var all = await world.Teachers(6);
        foreach (var one in all) await world.Asks(one, percents);
        await world.RunJobs();
        await world.Material("Задачи", topics: [percents]);
        world.Clock.Advance(TopicCast.ToMorning);
        await Task.WhenAll(DueJobs.RunAll(world.Bot.Web.Services), DueJobs.RunAll(world.Bot.Web.Services));
        await world.RunJobs();
        Assert.All(all, one => Assert.Equal(1, one.Hears(News)));
        Assert.Equal(6, await world.Sql<int>("select count(*) from topic_told"));
    }

    [Fact]
    public async Task Who_asks_today_does_not_hear_of_what_was_there_before()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var percents = await world.Topic("Проценты");
        var anna = await world.ReaderOfLibrary();
        await world.Material("Вчерашнее", topics: [percents]);
        await world.Pass(TimeSpan.FromHours(2));
        await world.Asks(anna, percents);
        await world.Pass(TopicCast.ToMorning);
        Assert.Equal(0, anna.Hears(News));
    }

    private static List<string> Labels(ChatMessage message) => [.. message.Buttons.SelectMany(row => row).Select(button => button.Label)];
}
