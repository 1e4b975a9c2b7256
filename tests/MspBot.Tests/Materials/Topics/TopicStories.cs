using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Materials.Adding;
using MspBot.Data.Postgres;
using MspBot.Domain.Materials;
using MspBot.Domain.Materials.Topics;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Materials.Topics;

/// <summary>The head keeps the list of topics.</summary>
public sealed class TopicStories(TestCluster cluster)
{
    [Fact]
    public async Task A_typical_list_comes_in_one_press_and_each_topic_is_changed_taken_out_and_given_back()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        await head.Types("/materials");
        await head.Taps("Список тем");
        await head.Sees("Пока нет ни одной темы.");
        await head.Taps("Типовой список");
        await head.Sees("Добавлено: 14 тем.");
        await world.HasNoButton(head, "Типовой список");
        await head.Opens("c:ltl:0:set");
        await head.Sees("Темы уже есть");
        Assert.Equal(14, await world.Sql<int>("select count(*) from action_log where action = 'TopicAdded'"));

        await head.Taps("Добавить тему");
        await head.Types("современный   УРОК");
        await head.Sees("Такая тема уже есть.");
        await head.Types("я");
        await head.Sees("Слишком коротко");
        await head.Types(new string('я', 61));
        await head.Sees("Слишком длинно");
        await head.Types("Ёлки и «палки»");
        await head.Sees("Тема добавлена.");
        await head.Taps("Переименовать");
        await head.Types("Ёлки");
        await head.Sees("Тема переименована.");
        await head.Taps("Убрать из списка");
        await head.Sees("Тема убрана из списка.");
        await head.Taps("К списку тем");
        await head.Sees("Всего 14 тем из 40.");
        await head.Taps("Убранные: 1");
        await head.Taps("Ёлки · 0");
        await head.Taps("Вернуть в список");
        await head.Sees("Тема снова в списке.");
        Assert.Equal("TopicAdded, TopicRenamed, TopicRetired, TopicGivenBack", await world.Sql<string>("""
            select string_agg(action, ', ' order by id) from action_log
            where subject = 'Topic' and subject_id = (select max(id) from topic)
            """));
    }

    [Fact]
    public async Task Two_topics_become_one_with_everything_that_carries_them()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var (from, into) = (await world.Topic("Чтение"), await world.Topic("Читательская грамотность"));
        await world.Material("Оба", topics: [from, into]);
        await world.Material("Только первая", topics: [from]);
        var meeting = await world.Seminar();
        await world.Sql<int>($"insert into seminar_topic values ({meeting}, {from.Value})");
        await world.Sql<int>($"""
            insert into topic_wish select id, {from.Value}, {world.Now} from person where chat_id in ({head.Id}, {reader.Id})
            """);
        await world.Sql<int>($"insert into topic_wish select id, {into.Value} from person where chat_id = {reader.Id}");

        await head.Opens($"n:topic-merge:{from.Value}.1");
        await head.Taps("Читательская грамотность");
        await head.Sees("2 разработки, 1 мероприятие, 2 подписчика");
        await head.Taps("Объединить");
        await head.Sees("Темы объединены.");
        await head.Sees("2 разработки, 1 мероприятие, 2 подписчика");
        Assert.Equal("0 2 1 2", await world.Sql<string>($"""
            select (select count(*) from material_topic where topic_id = {from.Value}) || ' '
                || (select count(*) from material_topic where topic_id = {into.Value}) || ' '
                || (select count(*) from seminar_topic where topic_id = {into.Value}) || ' '
                || (select count(*) from topic_wish where topic_id = {into.Value})
            """));
        // What was there before somebody asked is no news to them afterwards either.
        Assert.Equal(0, await world.Sql<int>($"""
            select count(*) from topic_wish w join person p on p.id = w.person_id where p.chat_id = {head.Id} and w.since < {world.Now}
            """));
        await reader.Types("/materials грамотность первая");
        await reader.Sees("— 1 разработка");
        await reader.Opens($"c:lf:{from.Value}:show:Topic.0");
        await reader.Sees("Тема «Читательская грамотность»: 2 разработки");
        await head.Opens($"n:topic-rename:{from.Value}.2");
        await head.Sees("Такой темы больше нет");
        await head.Opens($"c:ltt:{from.Value}:back:2");
        await head.Sees("Такой темы больше нет");
    }

    [Fact]
    public async Task A_topic_that_is_merged_while_something_is_added_brings_the_one_that_stays()
    {
        await using var world = await World.Open(cluster);
        await world.AuthorOfLibrary();
        var (from, into, old) = (await world.Topic("Чтение"), await world.Topic("Читательская грамотность"), await world.Topic("Прежняя"));
        await world.Sql<int>($"""
            update topic set retired_at = {world.Now}, merged_into = {into.Value} where id = {from.Value};
            update topic set retired_at = {world.Now} where id = {old.Value}
            """);
        var content = new NewContent(null, null, null, MaterialCast.Link);
        var entry = new NewEntry { Name = "Проценты", Topics = [from, into, old], Content = content };
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AddingStore>().Add(entry, new(await world.Sql<long>("select min(id) from person")),
            world.Clock.GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        await world.DoneByStores();
        Assert.Equal($"{into.Value}", await world.Sql<string>("select string_agg(topic_id::text, ',') from material_topic"));
    }

    [Fact]
    public async Task Who_asked_for_a_topic_that_was_merged_does_not_get_what_is_older_than_their_wish()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var (from, into) = (await world.Topic("Чтение"), await world.Topic("Читательская грамотность"));
        await world.Sql<int>($"""
            insert into topic_wish select id, {from.Value}, '2026-11-20' from person where chat_id in ({head.Id}, {reader.Id})
            """);
        await world.Sql<int>($"insert into topic_wish select id, {into.Value}, '2026-10-01' from person where chat_id = {reader.Id}");
        await head.Opens($"n:topic-merge:{from.Value}.1");
        await head.Taps("Читательская грамотность");
        await head.Taps("Объединить");
        await head.Sees("Темы объединены.");
        Assert.Equal("2026-11-20 2026-11-20", await world.Sql<string>(
            "select string_agg(to_char(since, 'YYYY-MM-DD'), ' ') from topic_wish"));
    }

    [Fact]
    public async Task What_another_head_has_changed_meanwhile_is_shown_afresh()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        var (one, other) = (await world.Topic("Чтение"), await world.Topic("Письмо"));
        await head.Opens($"c:ltt:{one.Value}:show");
        await head.SeesButton("Убрать из списка");
        await world.Sql<int>($"update topic set name = 'Смысловое чтение', version = 2 where id = {one.Value}");
        await head.Taps("Убрать из списка");
        await head.Sees("Пока вы смотрели, это изменили.");
        await head.Sees("Смысловое чтение");
        await head.Opens($"n:topic-merge:{one.Value}.2");
        await head.Taps("Письмо");
        await head.Sees("Объединить тему «Смысловое чтение» с темой «Письмо»?");
        await world.Sql<int>($"update topic set version = 5 where id = {one.Value}");
        await head.Taps("Объединить");
        await head.Sees("Пока вы смотрели, это изменили.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from topic where merged_into is not null"));
        await head.Opens($"c:ltt:{other.Value}:retire:");
        await head.SeesButton("Убрать из списка");
    }

    [Fact]
    public async Task The_list_takes_forty_and_no_more()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        await world.Sql<int>("insert into topic (name) select 'Тема ' || n from generate_series(1, 40) n");
        await world.Sql<int>("insert into topic (name, retired_at) values ('Прежняя', '2026-11-01')");
        await head.Opens("n:topic-add:");
        await head.Types("Ещё одна");
        await head.Sees("Тем уже 40, больше не поместится.");
        await head.Opens($"c:ltt:{await world.Sql<long>("select max(id) from topic")}:back:1");
        await head.Sees("Тем уже 40, больше не поместится.");
        var teacher = (await world.ReaderOfLibrary()).StartedEarlier();
        await teacher.Opens("n:topic-add:");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>($"select count(*) from dialog where chat_id = {teacher.Id}"));
    }

    [Fact]
    public void A_topic_that_was_merged_is_gone_for_every_deed()
    {
        var merged = new TopicStanding(3, IsRetired: true, IsMerged: true);
        Assert.All((MaterialRefusal?[])[merged.Rename(3), merged.Retire(3), merged.GiveBack(3, 0), merged.Receive(3), merged.MergeAway(3)],
            refusal => Assert.Equal(MaterialRefusal.NoSuchTopic, refusal));
        Assert.Equal(MaterialRefusal.NothingChanged, new TopicStanding(1, false, false).GiveBack(1, 0));
        Assert.Equal(MaterialRefusal.NothingChanged, new TopicStanding(1, true, false).Retire(1));
        Assert.Equal(MaterialRefusal.NoSuchTopic, new TopicStanding(1, true, false).Receive(1));
        Assert.Equal(MaterialRefusal.ChangedMeanwhile, new TopicStanding(2, false, false).MergeAway(1));
    }
}
