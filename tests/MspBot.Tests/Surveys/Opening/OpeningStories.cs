using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Opening;

/// <summary>The head puts a survey together, sees its size, and opens it.</summary>
public sealed class OpeningStories(TestCluster cluster)
{
    private const string Other = "МОУ «СОШ № 5»";
    private static readonly DateOnly First = new(2026, 9, 1), Last = new(2026, 12, 31), Due = new(2026, 12, 18);

    [Fact]
    public async Task A_survey_is_drafted_shown_with_its_size_and_opened_and_heads_of_schools_hear_of_it()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfSurveys();
        var (school, other) = (await world.LowResults(), await world.LowResults(Other));
        var director = (await world.HeadOf(71, school)).StartedEarlier();
        await world.Indicator("Двойки");
        await world.Indicator("Вакансии", IndicatorKind.Number, every: Frequency.Quarter);
        await world.Indicator("ОГЭ", every: Frequency.Year);                        // known in May
        await world.Indicator("Часы", IndicatorKind.Computed, computed: ComputedFigure.TutoringHours);
        await Recommendation(world, school, "null");
        await Recommendation(world, school, "'Partly'");
        await Recommendation(world, school, "'Done'");

        await head.Types("/monitoring");
        await head.Taps("Новый опрос");
        await head.Taps("1 полугодие 2026/27");
        await head.Sees("О чём спросить школы?");
        await head.SeesButton("Готово (3)");                                      // the yearly one is not due
        await head.Taps("Готово");
        await head.SeesButton("вт, 8 декабря, 10 рабочих дней");
        await head.Types("18.12");
        await head.SeesButton("Готово (2)");
        await head.Taps("Готово");
        await head.Sees("Школы о нём пока не узнают.");
        await head.Taps("Подготовить опрос");
        await head.Sees("2 школы, 2 показателя, до пт, 18 декабря.");
        await head.Sees("Ещё 1 показатель бот посчитает сам.");
        await head.Sees("Узнает 1 руководитель.");
        await head.Sees($"Руководителя в боте нет: {Other}.");
        Assert.DoesNotContain("СОШ № 12", head.Chat.Last(m => m.FromBot).Text, StringComparison.Ordinal);
        await head.Taps("Пригласить");
        await head.Sees("Кого");
        await head.Types("/monitoring");
        await head.Taps("Опросы");
        await head.Taps("1 полугодие 2026/27: черновик");
        await head.SeesButton("Открыть опрос");
        var pressed = head.Chat.Last(m => m.FromBot).Buttons.SelectMany(row => row).Single(b => b.Label == "Открыть опрос").Data!;
        await head.Taps("Открыть опрос");
        await head.Sees("Опрос за 1 полугодие 2026/27 открыт");
        await head.Sees("Сообщение уходит 1 руководителю школы.");
        await director.Sees("Мониторинг за 1 полугодие 2026/27: 4 вопроса, минут пять, до пт, 18 декабря.");
        await director.SeesButton("Заполнить");

        Assert.Equal("Open", await world.Sql<string>("select state from survey"));
        Assert.Equal(2, await world.Sql<int>($"select count(*) from survey_recommendation where school_id = {school}"));
        Assert.Equal("SurveyDrafted, SurveyOpened", await world.Sql<string>(
            "select string_agg(action, ', ' order by id) from action_log where subject = 'Survey'"));
        await head.Taps("К опросам");
        await head.SeesButton("1 полугодие 2026/27: 0 из 2");
        // Pressed once more, by the same head or another, it tells nobody again.
        await head.Opens(pressed);
        await world.Idle();
        Assert.Equal(1, director.Chat.Count(m => m.FromBot && m.Text.Contains("Мониторинг за", StringComparison.Ordinal)));
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'SurveyOpened'"));
        // What it asks and whom is fixed by the database as well.
        await Assert.ThrowsAnyAsync<Exception>(() => world.Sql<int>("delete from survey_indicator"));
        Assert.Equal(other, await world.Sql<long>($"select school_id from survey_school where school_id = {other}"));
    }

    [Fact]
    public async Task At_night_heads_of_schools_hear_of_it_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var school = await world.LowResults();
        var director = (await world.HeadOf(71, school)).StartedEarlier();
        await world.Survey("1 полугодие 2026/27", First, Last, Due, [school], [await world.Indicator("Двойки")], SurveyState.Draft);
        await world.Pass(TimeSpan.FromHours(12));                                  // 22:00
        await world.OpensDraft(head);
        await head.Taps("Открыть опрос");
        await head.Sees("открыт");
        await world.Idle();
        Assert.DoesNotContain(director.Chat, m => m.FromBot && m.Text.Contains("Мониторинг", StringComparison.Ordinal));
        await world.Pass(TimeSpan.FromHours(10));
        await director.Sees("Мониторинг за 1 полугодие 2026/27");
    }

    [Fact]
    public async Task Days_that_were_asked_about_already_are_refused_and_others_are_asked()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var (school, asked) = (await world.LowResults(), await world.Indicator("Двойки"));
        await world.Survey("1 полугодие 2026/27", First, Last, Due, [school], [asked]);
        await head.Opens("n:survey-new:");
        await head.Taps("1 полугодие 2026/27");
        await head.Taps("Готово");
        await head.Taps("вт, 8 декабря, 10 рабочих дней");
        await head.Taps("Готово");
        await head.Taps("Подготовить опрос");
        await head.Sees("Опрос за эти же дни уже есть.");
        await head.Types("с 01.09 по 20.11");
        await head.Sees("О чём спросить школы?");
        await head.Taps("Двойки");                        // of days of their own a half-yearly one is not due
        await head.Taps("Готово");
        await head.Taps("Подготовить опрос");
        await head.Sees("Опрос за 01.09.2026–20.11.2026: черновик");
        Assert.Equal(1, await world.Sql<int>("select count(*) from survey where every is null and state = 'Draft'"));
    }

    [Fact]
    public async Task A_due_day_that_has_come_is_put_right_before_it_is_opened()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        await world.Survey("1 полугодие 2026/27", First, Last, new(2026, 11, 25), [await world.LowResults()],
            [await world.Indicator("Двойки")], SurveyState.Draft);
        await world.OpensDraft(head);
        await world.Pass(TimeSpan.FromDays(1));
        await head.Taps("Открыть опрос");
        await head.Sees("Срок ответа уже прошёл. Укажите день позже сегодняшнего.");
        await world.HasNoButton(head, "Открыть опрос");
        Assert.Equal("Draft", await world.Sql<string>("select state from survey"));
    }

    [Fact]
    public async Task Nothing_to_ask_or_nobody_to_be_asked_is_said_at_once()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        await head.Opens("n:survey-new:");
        await head.Sees("Сначала добавьте показатели");
        await head.SeesButton("Показатели");
        await world.Indicator("Двойки");
        await world.Sql<int>("update school set kind = 'Other'");
        await head.Opens("n:survey-new:");
        await head.Sees("нет ни одной школы с низкими результатами");
    }

    [Fact]
    public async Task A_methodologist_sees_the_draft_and_an_observer_only_what_was_opened()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfSurveys();
        var (methodologist, observer) = (await world.MethodologistOfSurveys(), await world.ObserverOfSurveys());
        var (school, asked) = (await world.LowResults(), await world.Indicator("Двойки"));
        await world.Survey("1 полугодие 2026/27", First, Last, Due, [school], [asked], SurveyState.Draft);
        await methodologist.Types("/monitoring");
        await methodologist.Taps("Опросы");
        await methodologist.Taps("1 полугодие 2026/27: черновик");
        await methodologist.Sees("1 школа, 1 показатель");
        await world.HasNoButton(methodologist, "Открыть опрос");
        await observer.Types("/monitoring");
        await observer.SeesButton("Показатели");
        await world.HasNoButton(observer, "Опросы");
        await world.Survey("2 полугодие 2025/26", new(2026, 1, 1), new(2026, 8, 31), Due, [school], [asked], SurveyState.Closed);
        await observer.Types("/monitoring");
        await observer.Taps("Опросы");
        await observer.SeesButton("2 полугодие 2025/26: закрыт");
        await world.HasNoButton(observer, "1 полугодие 2026/27: черновик");
    }

    private static Task<int> Recommendation(World world, long school, string outcome) => world.Sql<int>($"""
        insert into recommendation (school_id, words, by_person, at, outcome, outcome_at)
        select {school}, 'Провести консультации', min(person_id), {world.Now}, {outcome},
            case when {outcome} is null then null else {world.Now} end
        from person_role where role = 'Head'
        """);
}
