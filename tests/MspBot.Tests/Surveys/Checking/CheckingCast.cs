using System.Globalization;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>Three schools that are asked two things until Friday, 4 December; today is Tuesday, 24 November, ten o'clock.</summary>
internal sealed record CheckingCast(World World, Visitor Head, Visitor Methodologist, SurveyId Survey)
{
    internal const string Twelve = "МОУ «СОШ № 12»", Four = "МОУ «СОШ № 44»", Village = "МОУ «Сельская школа»";
    internal static readonly DateOnly Due = new(2026, 12, 4);

    internal long First { get; private init; }

    internal long Second { get; private init; }

    /// <summary>Nobody heads it.</summary>
    internal long Third { get; private init; }

    internal required Visitor FirstHead { get; init; }

    internal required Visitor SecondHead { get; init; }

    internal IndicatorVersionId Missed { get; private init; }

    internal IndicatorVersionId Vacancies { get; private init; }

    /// <summary>The day before yesterday's opening: nobody hears of it today.</summary>
    internal static async Task<CheckingCast> Open(World world)
    {
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var methodologist = (await world.MethodologistOfSurveys()).StartedEarlier();
        var (first, second, third) = (await world.School(Twelve), await world.School(Four), await world.School(Village));
        var firstHead = await world.HeadOf(801, first);
        var secondHead = await world.HeadOf(802, second, "Кузнецова Ирина Олеговна");
        var missed = await world.Indicator("Пропуски без причины");
        var vacancies = await world.Indicator("Вакансии", IndicatorKind.Number);
        var survey = await world.Survey("1 полугодие 2026/27", new(2026, 9, 1), new(2026, 12, 31), Due, [first, second, third],
            [missed, vacancies]);
        return new(world, head, methodologist, survey)
        {
            First = first,
            Second = second,
            Third = third,
            FirstHead = firstHead,
            SecondHead = secondHead,
            Missed = missed,
            Vacancies = vacancies,
        };
    }

    /// <summary>Answers both questions and sends.</summary>
    internal async Task Sends(long school, int missed = 26)
    {
        await World.Value(Survey, school, Missed, SurveyValue.Share(missed, 63));
        await World.Value(Survey, school, Vacancies, SurveyValue.Number(2));
        await World.Sent(Survey, school);
    }

    /// <summary>Puts the first answer right and sends anew, as the school does after a remark.</summary>
    internal Task Resends(long school, int missed) => World.Sql<int>(string.Create(CultureInfo.InvariantCulture, $"""
        update survey_value set part = {missed}, at = {World.Now}
        where survey_id = {Survey.Value} and school_id = {school} and indicator_version_id = {Missed.Value};
        update survey_remark set settled_at = {World.Now} where survey_id = {Survey.Value} and school_id = {school};
        update survey_school set state = 'Resent', resent_at = {World.Now}, version = version + 1
        where survey_id = {Survey.Value} and school_id = {school}
        """));

    internal Task<string?> State(long school) =>
        World.Sql<string>($"select state from survey_school where survey_id = {Survey.Value} and school_id = {school}");

    internal Task<int> Version(long school) =>
        World.Sql<int>($"select version from survey_school where survey_id = {Survey.Value} and school_id = {school}");

    internal Task<string?> Closed() => World.Sql<string>($"select state from survey where id = {Survey.Value}");

    internal Task OpensCard(Visitor who) => who.Opens($"c:mo:{Survey.Value}:show");

    internal Task OpensAnswers(Visitor who, long school) => who.Opens($"c:ma:{Survey.Value}:show:{school}");

    internal async Task Accepts(Visitor who, long school, int? version = null)
    {
        await who.Opens($"c:ma:{Survey.Value}:accept:{school}.{version ?? await Version(school)}");
        await World.Idle();
    }

    internal static int Count(Visitor who, string words) =>
        who.Chat.Count(m => m.FromBot && m.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>To a moment in Moscow.</summary>
    internal Task Until(int month, int day, int hour, int minute = 0) =>
        World.Pass(new DateTimeOffset(2026, month, day, hour, minute, 0, TimeSpan.FromHours(3)) - World.Clock.GetUtcNow());
}

/// <summary>What others need of it.</summary>
internal static class SentSurveys
{
    /// <summary>An open survey and a school that has sent: «survey.school»; the school's version is 2.</summary>
    internal static async Task<string> SentSurvey(this World world, string mark = "")
    {
        if (await world.Sql<int>("select count(*) from person_role where role = 'Head'") == 0) await world.HeadOfSurveys();
        var school = await world.School($"{mark} Школа опроса {await world.Sql<int>("select count(*) from school")}".Trim());
        var indicator = await world.Indicator($"{mark} Вакансии".Trim(), IndicatorKind.Number);
        var survey = await world.Survey($"{mark} 1 полугодие".Trim(), new(2026, 9, 1), new(2026, 12, 31), CheckingCast.Due, [school],
            [indicator]);
        await world.Value(survey, school, indicator, SurveyValue.Number(2));
        await world.Sent(survey, school);
        return string.Create(CultureInfo.InvariantCulture, $"{survey.Value}.{school}");
    }
}
