using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Indicators;

/// <summary>The head says what schools are asked about.</summary>
public sealed class IndicatorStories(TestCluster cluster)
{
    private static readonly DateOnly First = new(2026, 9, 1), Last = new(2026, 12, 31), Due = new(2026, 12, 18);

    [Fact]
    public async Task The_typical_set_comes_in_one_tap_and_each_of_it_can_be_taken_out_and_given_back()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfSurveys();
        await head.Types("/monitoring");
        await head.Taps("Показатели");
        await head.Sees("Пока нет ни одного.");
        await head.Taps("Типовой набор");
        await head.Sees("Добавлено: 17 показателей.");
        Assert.Equal(17, await world.Sql<int>("select count(*) from indicator i join indicator_version v on v.indicator_id = i.id"));
        Assert.Equal(3, await world.Sql<int>("select count(*) from indicator where kind = 'Computed'"));
        Assert.Equal(17, await world.Sql<int>("select count(*) from action_log where action = 'IndicatorAdded'"));
        await world.HasNoButton(head, "Типовой набор");

        await head.Taps("«2» за ВПР, русский, 5 класс");
        await head.Sees("Ответ: доля, два числа: сколько и из скольких");
        await head.Sees("Спрашивается: раз в год, май");
        await head.Taps("Убрать показатель");
        await head.Sees("Показатель убран");
        await head.Taps("К показателям");
        await head.Sees("Показатели, которые больше не спрашиваются");
        await head.Taps("К показателям");
        await head.Sees("Всего 16 показателей.");
        await world.HasNoButton(head, "Типовой набор");      // what was taken out does not come back by itself
        await head.Taps("›");
        await head.SeesButton("‹");
        await head.Taps("Убранные: 1");
        await head.Taps("«2» за ВПР, русский, 5 класс");
        await head.Taps("Вернуть показатель");
        await head.Sees("Показатель возвращён");
        Assert.Equal("IndicatorRetired, IndicatorGivenBack", await world.Sql<string>(
            "select string_agg(action, ', ' order by id) from action_log where subject = 'Indicator' and action <> 'IndicatorAdded'"));
    }

    [Fact]
    public async Task What_of_the_set_is_missing_is_added_by_the_same_tap()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var version = await world.Indicator("Свои «двойки»");
        await world.Sql<int>($"""
            update indicator set code = 'vpr-ru-5' where id = (select indicator_id from indicator_version where id = {version.Value})
            """);
        await head.Opens("c:mi:0:set");
        await head.Sees("Добавлено: 16 показателей.");
        await head.Opens("c:mi:0:set");
        await head.Sees("Весь типовой набор уже здесь.");
        Assert.Equal(17, await world.Sql<int>("select count(*) from indicator"));
    }

    [Theory]
    [InlineData("доля", IndicatorKind.Share)]
    [InlineData("балл 1–5", IndicatorKind.Score)]
    [InlineData("да/нет", IndicatorKind.YesNo)]
    public async Task An_indicator_of_each_kind_is_added(string label, IndicatorKind kind)
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfSurveys();
        await head.Types("/monitoring");
        await head.Taps("Показатели");
        await head.Taps("Добавить показатель");
        await head.Types("Свой показатель");
        await head.Taps(label);
        await head.Types("классные журналы");
        await head.Taps("Когда больше");
        await head.Taps("Каждое полугодие");
        await head.Taps("Добавить");
        await head.Sees("Показатель добавлен.");
        await head.Sees("Где взять: классные журналы");
        await head.SeesButton("Добавить ещё показатель");
        Assert.Equal($"{kind} HalfYear More", await world.Sql<string>("""
            select i.kind || ' ' || i.every || ' ' || v.better from indicator i join indicator_version v on v.indicator_id = i.id
            """));
    }

    [Fact]
    public async Task A_number_has_its_unit_and_bounds_and_one_in_words_no_better_way()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        await head.Opens("n:indicator-add:");
        await head.Types("Вакансии");
        await head.Taps("число");
        await head.Taps("ставок");
        await head.Taps("Пропустить");
        await head.Taps("Когда меньше");
        await head.Taps("Раз в год");
        await head.Taps("октябрь");
        await head.Types("минус");
        await head.Sees("Это не похоже на число от нуля.");
        await head.Types("0,5");
        await head.Types("0");
        await head.Sees("Наибольшее не может быть меньше наименьшего: 0,5.");
        await head.Types("20.5");
        await head.Taps("Добавить");
        await head.Sees("Границы: от 0,5 до 20,5");
        await head.Sees("Спрашивается: раз в год, октябрь");

        await head.Taps("Добавить ещё показатель");
        await head.Types("Выводы");
        await head.Taps("словами");
        await head.Types("решение педсовета");
        await head.Taps("Каждую четверть");
        await head.Taps("Добавить");
        await head.Sees("Лучше: всё равно");

        await head.Taps("Добавить ещё показатель");
        await head.Types("Часы");
        await head.Taps("бот считает сам");
        await head.Taps("часы консультаций");
        await head.Taps("ч");
        await head.Taps("Когда больше");
        await head.Taps("Каждую четверть");
        await head.Taps("Добавить");
        await head.Sees("Ответ: бот считает сам, часы консультаций");
    }

    [Fact]
    public async Task What_was_not_asked_yet_is_written_over_and_what_was_gets_a_new_version()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var version = await world.Indicator("Двойки");
        var id = await Id(world, version.Value);
        var school = await world.School();
        await world.Survey("1 полугодие 2026/27", First, Last, Due, [school], [version], Domain.Surveys.SurveyState.Draft);

        await head.Opens($"c:mii:{id}:show");
        await head.Taps("Изменить показатель");
        await head.Sees("Вид ответа и то, как часто спрашивать, не меняются");
        await head.Taps("Название");
        await head.Types("Двойки за год");
        await head.Sees("Изменено.");                       // a draft has asked nobody
        Assert.Equal("1 Двойки за год false", await Versions(world));

        await world.Survey("2 полугодие 2025/26", First.AddYears(-1), Last.AddYears(-1), Due, [school], [version],
            Domain.Surveys.SurveyState.Closed);
        await head.Opens($"c:mii:{id}:show");
        await head.Taps("Изменить показатель");
        await head.Taps("Где взять");
        await head.Types("сводная ведомость");
        await head.Sees("Смысл изменился?");
        await head.Taps("Смысл прежний");
        await head.Taps("Сохранить");
        await head.Sees("Изменено. В прежних опросах показатель остался таким, каким его спрашивали.");
        await head.Sees("Сравнение с прошлым продолжается.");
        Assert.Equal("1 Двойки за год false, 2 Двойки за год false", await Versions(world));

        await world.Survey("1 полугодие 2025/26", First.AddYears(-2), Last.AddYears(-2), Due, [school],
            [new(await world.Sql<long>("select max(id) from indicator_version"))], Domain.Surveys.SurveyState.Closed);
        await head.Opens($"c:mii:{id}:show");
        await head.Taps("Изменить показатель");
        await head.Taps("Название");
        await head.Types("Двойки и пропуски");
        await head.Taps("Смысл другой");
        await head.Taps("Сохранить");
        await head.Sees("Смысл другой, поэтому сравнение с прошлым начнётся заново.");
        await head.Sees("«Двойки за год». Смысл стал другим: сравнение с прошлым начинается заново.");
        Assert.Equal("1 Двойки за год false, 2 Двойки за год false, 3 Двойки и пропуски true", await Versions(world));

        await head.Taps("Изменить показатель");
        await head.Taps("Что лучше");
        await head.Taps("Когда больше");
        await head.Taps("Сохранить");
        await head.Sees("Лучше: больше");
        Assert.Equal("1 Двойки за год false, 2 Двойки за год false, 3 Двойки и пропуски true", await Versions(world));
    }

    [Fact]
    public async Task It_is_not_taken_out_while_an_open_survey_asks_it()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var version = await world.Indicator("Двойки");
        var survey = await world.Survey("1 полугодие 2026/27", First, Last, Due, [await world.School()], [version]);
        await head.Opens($"c:mii:{await Id(world, version.Value)}:show");
        await head.Taps("Убрать показатель");
        await head.Sees("Показатель сейчас спрашивает открытый опрос. Сначала закройте его.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from indicator where retired_at is not null"));
        await world.Closes(survey);
        await head.Taps("Убрать показатель");
        await head.Sees("Показатель убран");
    }

    [Fact]
    public async Task Of_two_heads_who_change_one_the_second_sees_what_it_has_become()
    {
        await using var world = await World.Open(cluster);
        var (head, other) = (await world.HeadOfSurveys(), await Seminars.SeminarCast.Teacher(world, 77, "Орлова Нина Львовна", "Head"));
        var id = await Id(world, (await world.Indicator("Двойки")).Value);
        await head.StartedEarlier().Opens($"n:indicator-change:{id}.1.Name");
        await other.StartedEarlier().Opens($"n:indicator-change:{id}.1.Name");
        await head.Types("Двойки за год");
        await head.Sees("Изменено.");
        await other.Types("Тройки");
        await other.Sees("Пока вы смотрели, это изменили. Вот как теперь.");
        await other.Sees("Вы написали: «Тройки». Это не сохранено.");
        await other.Sees("Двойки за год");
        await other.Opens($"c:mii:{id}:retire:1");
        await other.Sees("Пока вы смотрели, это изменили.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from indicator where retired_at is not null"));
    }

    [Fact]
    public async Task A_methodologist_and_an_observer_read_and_change_nothing()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfSurveys();
        var id = await Id(world, (await world.Indicator("Двойки")).Value);
        foreach (var reader in new[] { await world.MethodologistOfSurveys(), await world.ObserverOfSurveys() })
        {
            await reader.Types("/monitoring");
            await reader.Taps("Показатели");
            await world.HasNoButton(reader, "Типовой набор");
            await reader.Taps("Двойки");
            await reader.Sees("Где взять: классные журналы");
            await world.HasNoButton(reader, "Убрать показатель");
            await reader.Opens($"c:mii:{id}:retire:1");
            await reader.Sees("Двойки");
        }
        Assert.Equal(0, await world.Sql<int>("select count(*) from indicator where retired_at is not null"));
    }

    private static Task<long> Id(World world, long version) =>
        world.Sql<long>($"select indicator_id from indicator_version where id = {version}");

    private static Task<string?> Versions(World world) => world.Sql<string>(
        "select string_agg(nr || ' ' || name || ' ' || breaks, ', ' order by nr) from indicator_version");
}
