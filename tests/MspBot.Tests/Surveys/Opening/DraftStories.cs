using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Opening;

/// <summary>A draft is put right, by those who saw it as it is, before it is opened.</summary>
public sealed class DraftStories(TestCluster cluster)
{
    private const string Other = "МОУ «СОШ № 5»";
    private static readonly DateOnly First = new(2026, 9, 1), Last = new(2026, 12, 31), Due = new(2026, 12, 18);

    [Fact]
    public async Task A_draft_is_changed_and_one_button_is_pressed_late()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var (school, other) = (await world.LowResults(), await world.LowResults(Other));
        var asked = await world.Indicator("Двойки");
        await world.Indicator("Пропуски");
        var survey = await world.Survey("1 полугодие 2026/27", First, Last, Due, [school], [asked], SurveyState.Draft);
        await world.OpensDraft(head);
        var shown = head.Chat.Last(m => m.FromBot).Buttons.SelectMany(row => row).Single(b => b.Label == "Открыть опрос").Data!;
        await head.Taps("Изменить");
        await head.Taps("Срок ответа");
        await head.Types("вчера");
        await head.Sees("Срок ответа уже прошёл. Укажите день позже сегодняшнего.");
        await head.Types("25.12");
        await head.Sees("до пт, 25 декабря");
        await head.Taps("Изменить");
        await head.Taps("Показатели");
        await head.SeesButton("Готово (1)");
        await head.Taps("Пропуски");
        await head.Taps("Готово");
        await head.Sees("1 школа, 2 показателя");
        await head.Taps("Изменить");
        await head.Taps("Школы");
        await head.SeesButton("Готово (1)");
        await head.Taps(Other);
        await head.Taps("Готово");
        await head.Sees("2 школы, 2 показателя");
        Assert.Equal(2, await world.Sql<int>($"select count(*) from survey_school where school_id in ({school}, {other})"));

        await head.Opens(shown);
        await head.Sees("Пока вы смотрели, это изменили. Вот как теперь.");
        await head.Sees("2 школы, 2 показателя, до пт, 25 декабря.");
        Assert.Equal("Draft", await world.Sql<string>("select state from survey"));
        await head.Taps("Удалить черновик");
        await head.Taps("Да, удалить черновик");
        await head.Sees("Черновик удалён.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey"));
        await head.Opens($"c:mo:{survey.Value}:show");
        await head.Sees("Этого больше нет");
    }

    [Fact]
    public async Task A_school_that_is_no_longer_of_the_list_is_named_and_taken_out()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var (school, other) = (await world.LowResults(), await world.LowResults(Other));
        await world.Survey("1 полугодие 2026/27", First, Last, Due, [school, other], [await world.Indicator("Двойки")], SurveyState.Draft);
        await world.OpensDraft(head);
        await world.Sql<int>($"update school set kind = 'Leader' where id = {other}");
        await head.Taps("Открыть опрос");
        await head.Sees("Пока вы смотрели, это изменили.");
        await head.Sees($"Больше не в списке школ с низкими результатами: {Other}.");
        await world.HasNoButton(head, "Открыть опрос");
        await head.Taps("Убрать эти школы из опроса");
        await head.Sees("1 школа, 1 показатель");
        await head.Taps("Открыть опрос");
        await head.Sees("Опрос за 1 полугодие 2026/27 открыт");
        Assert.Equal(school, await world.Sql<long>("select school_id from survey_school"));
    }

    [Fact]
    public async Task What_was_changed_or_taken_out_meanwhile_is_seen_before_it_is_asked()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var (asked, gone) = (await world.Indicator("Двойки"), await world.Indicator("Пропуски"));
        var school = await world.LowResults();
        await world.Survey("2 полугодие 2025/26", new(2026, 1, 1), new(2026, 8, 31), Due, [school], [asked], SurveyState.Closed);
        await world.Survey("1 полугодие 2026/27", First, Last, Due, [school], [asked, gone], SurveyState.Draft);
        await world.OpensDraft(head);
        var draft = head.Chat.Last(m => m.FromBot);
        await Changes(world, head, asked);
        await world.Sql<int>($"""
            update indicator set retired_at = {world.Now}, revision = revision + 1
            where id = (select indicator_id from indicator_version where id = {gone.Value})
            """);
        await head.TapsOn(draft, "Открыть опрос");
        await head.Sees("Пока вы смотрели, это изменили.");
        await head.Sees("1 школа, 1 показатель");
        await head.Taps("Открыть опрос");
        await head.Sees("открыт");
        Assert.Equal("Двойки за полугодие", await world.Sql<string>("""
            select string_agg(v.name, ', ') from survey_indicator a
            join survey s on s.id = a.survey_id and s.state = 'Open'
            join indicator_version v on v.id = a.indicator_version_id
            """));
    }

    private static async Task Changes(World world, Visitor head, IndicatorVersionId version)
    {
        var id = await world.Sql<long>($"select indicator_id from indicator_version where id = {version.Value}");
        await head.Opens($"n:indicator-change:{id}.1.Name");
        await head.Types("Двойки за полугодие");
        await head.Taps("Смысл прежний");
        await head.Taps("Сохранить");
        await head.Sees("Изменено.");
    }
}
