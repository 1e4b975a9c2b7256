using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Surveys.Recommendations;

/// <summary>A recommendation is written in the summary, confirmed by the school, and stays with it.</summary>
public sealed class RecommendationStories(TestCluster cluster)
{
    private const string Words = "Включить задания на чтение графиков";

    [Fact]
    public async Task A_recommendation_reaches_all_heads_of_the_school_and_the_second_reads_who_was_first()
    {
        await using var world = await World.Open(cluster);
        var (head, school, survey) = await Stage(world);
        var (first, second) = (await world.HeadOf(31, school), await world.HeadOf(32, school, "Котов Иван Львович"));
        await Recommends(head, survey, school, "20.12");
        await head.Sees("Её получат 2 руководителя школы.");
        await head.Taps("Отправить рекомендацию");
        await head.Sees("Рекомендация отправлена. Её получат 2 руководителя школы.");
        await first.Sees("Рекомендация вашей школе от 24 ноября");
        var shown = await second.Sees(Words);
        Assert.Contains("Срок: вс, 20 декабря", shown, StringComparison.Ordinal);
        Assert.Contains("По итогам мониторинга: 1 полугодие 2026/27", shown, StringComparison.Ordinal);

        var before = second.Chat.Last(m => m.FromBot);
        var button = before.Buttons.SelectMany(row => row).Single(b => b.Label == "Принято к сведению");
        await first.Taps("Принято к сведению");
        await first.Sees("Принято к сведению: Сидорова А. П., 24 ноября");
        await second.Sees("Принято к сведению: Сидорова А. П., 24 ноября");
        await second.TapsData(before, button.Data!);
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'RecommendationSeen'"));
        Assert.Equal("Сидорова Алла Петровна", await world.Sql<string>(
            "select p.full_name from recommendation r join person p on p.id = r.seen_by"));

        await head.Opens($"c:mv:{survey.Value}:school:{school}");
        await head.Sees("Принято к сведению: Сидорова А. П., 24 ноября");
        await first.Types("/monitoring");
        await first.Taps("Рекомендации: 1");
        await first.Sees("Рекомендации вашей школе");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Where_no_head_is_in_the_bot_it_is_kept_and_the_next_one_finds_it()
    {
        await using var world = await World.Open(cluster);
        var (head, school, survey) = await Stage(world);
        await Recommends(head, survey, school, null);
        await head.Sees("Руководителя этой школы в боте нет");
        await head.Taps("Отправить рекомендацию");
        await head.Sees("Рекомендация сохранена.");
        await head.Types("/monitoring");
        await head.Taps("Рекомендации без отметки: 1");
        await head.Sees("Пока не отмечено школой");

        var director = await world.HeadOf(31, school);
        await director.Types("/menu");
        await director.Sees("Рекомендация вашей школе от 24 ноября ждёт отметки «Принято к сведению».");
        await director.Taps("Открыть рекомендацию");
        await director.Taps("Принято к сведению");
        await director.Sees("Принято к сведению: Сидорова А. П., 24 ноября");
        await head.Types("/monitoring");
        await world.Idle();
        await world.HasNoButton(head, "Рекомендации без отметки: 1");
    }

    [Fact]
    public async Task Who_has_lost_the_school_or_the_role_decides_nothing()
    {
        await using var world = await World.Open(cluster);
        var (head, school, survey) = await Stage(world);
        var (director, other) = (await world.HeadOf(31, school), await world.HeadOf(32, await world.School("МОУ «СОШ № 77»")));
        await Recommends(head, survey, school, null);
        await world.Sql<int>("delete from person_role where role = 'Head'");
        await head.Taps("Отправить рекомендацию");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from recommendation"));

        var methodologist = await world.MethodologistOfSurveys();
        await Recommends(methodologist, survey, school, null);
        await methodologist.Taps("Отправить рекомендацию");
        await director.Sees(Words);
        var message = director.Chat.Last(m => m.FromBot && m.Buttons.Count > 0);
        await world.Sql<int>("delete from person_role where role = 'SchoolHead' and school_id = (select school_id from recommendation)");
        await director.TapsData(message, message.Buttons[0][0].Data!);
        await director.Sees("Этого больше нет или оно вам недоступно.");
        await other.Opens(message.Buttons[0][0].Data!);
        await other.Sees("Этого больше нет или оно вам недоступно.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from recommendation where seen_at is not null"));
    }

    [Fact]
    public async Task Two_heads_at_once_are_one_answer()
    {
        await using var world = await World.Open(cluster);
        var (head, school, survey) = await Stage(world);
        var (first, second) = (await world.HeadOf(31, school), await world.HeadOf(32, school, "Котов Иван Львович"));
        await Recommends(head, survey, school, null);
        await head.Taps("Отправить рекомендацию");
        await first.Sees(Words);
        await second.Sees(Words);
        var data = $"c:mr:{await world.Sql<long>("select id from recommendation")}:seen";
        await Task.WhenAll(first.TapsData(first.Chat.Last(m => m.FromBot), data), second.TapsData(second.Chat.Last(m => m.FromBot), data));
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'RecommendationSeen'"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from recommendation where seen_at is not null"));
    }

    [Fact]
    public async Task Too_short_and_past_days_are_asked_about_again()
    {
        await using var world = await World.Open(cluster);
        var (head, school, survey) = await Stage(world);
        await head.Opens($"n:recommend:{survey.Value}.{await world.School("МОУ «СОШ № 77»")}");
        await head.Sees("Эту школу в этом опросе не спрашивали.");
        await head.Opens($"c:mv:{survey.Value}:school:{school}");
        await head.Taps("Написать рекомендацию");
        await head.Types("1.");
        await head.Sees("Слишком коротко.");
        await head.Types("Заниматься с Ивановым Петей, 5 «Б»");
        await head.Sees("Похоже на имя ученика. Напишите без имён.");
        await head.Taps("Написать заново");
        await head.Types(Words);
        await head.Sees("К какому дню это сделать?");
        await head.Types("мимо");
        await head.Sees("К какому дню это сделать?");
        await head.Taps("Без срока");
        await head.Sees(Words);
    }

    [Fact]
    public async Task Erased_whoever_confirmed_it_is_named_on_no_card()
    {
        await using var world = await World.Open(cluster);
        var (head, school, survey) = await Stage(world);
        var director = await world.HeadOf(31, school);
        await Recommends(head, survey, school, null);
        await head.Taps("Отправить рекомендацию");
        await director.Taps("Принято к сведению");
        await director.Sees("Принято к сведению: Сидорова А. П.");
        var id = await world.Sql<long>("select id from recommendation");
        await head.Opens($"c:mr:{id}:show");
        await head.Sees("Принято к сведению: Сидорова А. П.");
        await director.Erases();
        await world.Idle();
        await head.Sees("Принято к сведению: данные удалены");
        Assert.DoesNotContain("Сидорова", head.Chat.Last(m => m.Text.Contains(Words, StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
    }

    private static async Task<(Visitor Head, long School, SurveyId Survey)> Stage(World world)
    {
        var head = await world.HeadOfSurveys();
        var school = await world.School();
        var risks = await world.Indicator("Обучающиеся с рисками неуспешности");
        var survey = await world.Asks(2, [school], risks);
        await world.Sends(survey, school, (risks, SurveyValue.Share(4, 40)));
        await world.Closes(survey);
        return (head, school, survey);
    }

    /// <summary>Up to the last question.</summary>
    private static async Task Recommends(Visitor who, SurveyId survey, long school, string? due)
    {
        await who.Opens($"c:mv:{survey.Value}:school:{school}");
        await who.Taps("Написать рекомендацию");
        await who.Types(Words);
        if (due is null) await who.Taps("Без срока");
        else await who.Types(due);
        await who.Sees("Рекомендация для школы: МОУ «СОШ № 12».");
    }
}
