using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>The line of monitoring, and what of it stands under «Нужно решить».</summary>
public sealed class SurveyDigestStories(TestCluster cluster)
{
    [Fact]
    public async Task The_line_is_there_only_where_a_survey_is_open_or_was_due()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await head.Types("/digest");
        Assert.DoesNotContain("Мониторинг:", await head.Sees("📊"), StringComparison.Ordinal);
        var (survey, indicator, schools) = await Asked(world, "1 полугодие", new(2026, 12, 4));
        await Sends(world, survey, indicator, schools[0]);
        await world.Sql<int>(
            "update survey_school set state = 'Accepted', accepted_at = sent_at, accepted_by = sent_by where sent_at is not null");
        await head.Types("/digest");
        var told = await head.Sees("Мониторинг: ответила 1 из 3, до 4 декабря");
        Assert.Contains("Решать сейчас нечего.", told, StringComparison.Ordinal);
        var (other, _, _) = await Asked(world, "Срез", new(2026, 12, 11));
        await head.Types("/digest");
        await head.Sees("Мониторинг: ответила 1 из 3, до 4 декабря; и ещё 1 опрос");
        await world.Closes(other);
        // Closed before its due day, it is told of in the week of that day, and not in the next one.
        await world.Closes(survey);
        await head.Types("/digest");
        await world.Idle();
        Assert.DoesNotContain("Мониторинг:", head.Chat[^1].Text, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromDays(8));
        await head.Types("/digest");
        await head.Sees("Мониторинг: ответила 1 из 3, срок был 4 декабря");
    }

    [Fact]
    public async Task A_survey_whose_due_day_is_over_is_a_line_with_a_button_to_it()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        var (survey, indicator, schools) = await Asked(world, "1 полугодие", new(2026, 11, 27));
        await Sends(world, survey, indicator, schools[0]);
        await world.Pass(TimeSpan.FromDays(4));   // Saturday
        await head.Types("/digest");
        var told = await head.Sees("• Опрос «1 полугодие»: срок прошёл, не ответили 2 школы");
        Assert.Contains("• Ждут проверки: 1, опрос «1 полугодие»", told, StringComparison.Ordinal);
        await head.Taps("Открыть опрос: 1 полугодие");
        await head.Sees("Срок прошёл: пт, 27 ноября.");
        await methodologist.Types("/digest");
        await methodologist.Taps("Ждут проверки: 1");
        await methodologist.SeesButton("Принять");
        await methodologist.Taps("Принять");
        await methodologist.Sees("принято.");
        await Asked(world, "Срез", new(2026, 11, 26));
        await head.Types("/digest");
        await head.Sees("• 2 опроса: срок прошёл, ответили не все");
        await head.Taps("Опросы после срока: 2");
        await head.Taps("3 · Срез");
        await head.Sees("Срок прошёл: чт, 26 ноября.");
        await world.Closes(survey);
        await head.Types("/digest");
        await head.Sees("• Опрос «Срез»: срок прошёл, не ответили 3 школы");
        Assert.Empty(world.Telegram.Violations);
    }

    private static async Task<(SurveyId Survey, IndicatorVersionId Indicator, List<long> Schools)> Asked(
        World world, string label, DateOnly due)
    {
        var schools = new List<long>();
        foreach (var name in (string[])["А", "Б", "В"]) schools.Add(await world.School($"Школа {name} {label}"));
        var indicator = await world.Indicator($"Вакансии {label}", IndicatorKind.Number);
        return (await world.Survey(label, new(2026, 9, 1), new(2026, 12, 31), due, schools, [indicator]), indicator, schools);
    }

    private static async Task Sends(World world, SurveyId survey, IndicatorVersionId indicator, long school)
    {
        await world.Value(survey, school, indicator, SurveyValue.Number(1));
        await world.Sent(survey, school);
    }
}
