using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>A school that is asked, and who answers for it.</summary>
internal sealed record FillingCast(
    World World, long School, Visitor Site, Visitor Head, IReadOnlyList<IndicatorVersionId> Indicators, SurveyId Survey)
{
    internal const long HeadChat = 21;
    internal const long DeputyChat = 22;
    internal const string Before = "2 полугодие 2025/26";
    internal const string Now = "1 полугодие 2026/27";

    /// <summary>An open survey of these kinds, due on 18 December.</summary>
    internal static async Task<FillingCast> Open(World world, params IndicatorKind[] kinds)
    {
        var site = (await SeminarCast.Head(world)).StartedEarlier();
        var school = await world.School();
        var head = await world.HeadOf(HeadChat, school);
        var indicators = new List<IndicatorVersionId>();
        foreach (var (n, kind) in kinds.Index()) indicators.Add(await world.Indicator($"Показатель {n + 1}", kind));
        var cast = new FillingCast(world, school, site, head, indicators, default);
        return cast with { Survey = await cast.Asks(indicators) };
    }

    /// <summary>The same where the survey before has these values, is sent and closed.</summary>
    internal static async Task<FillingCast> After(World world, params (IndicatorKind Kind, SurveyValue Value)[] before)
    {
        var site = (await SeminarCast.Head(world)).StartedEarlier();
        var school = await world.School();
        var head = await world.HeadOf(HeadChat, school);
        var indicators = new List<IndicatorVersionId>();
        foreach (var (n, (kind, _)) in before.Index()) indicators.Add(await world.Indicator($"Показатель {n + 1}", kind));
        var old = await world.Survey(Before, new(2026, 1, 1), new(2026, 5, 31), new(2026, 6, 10), [school], indicators);
        foreach (var (n, (_, value)) in before.Index()) await world.Value(old, school, indicators[n], value);
        await world.Sent(old, school, accepted: true);
        await world.Closes(old);
        var cast = new FillingCast(world, school, site, head, indicators, default);
        return cast with { Survey = await cast.Asks(indicators) };
    }

    /// <summary>Two numbers, 5 and 7, were asked and sent.</summary>
    internal static async Task<FillingCast> Sent(World world, bool accepted = false)
    {
        var cast = await Open(world, IndicatorKind.Number, IndicatorKind.Number);
        await world.Value(cast.Survey, cast.School, cast.Indicators[0], SurveyValue.Number(5));
        await world.Value(cast.Survey, cast.School, cast.Indicators[1], SurveyValue.Number(7));
        await world.Sent(cast.Survey, cast.School, accepted);
        return cast;
    }

    /// <summary>«Заполнить», from the menu.</summary>
    internal static async Task Begins(Visitor who)
    {
        await who.Types("/menu");
        await who.Sees($"Мониторинг за {Now}");
        await who.Taps("Заполнить");
        await who.Sees($"Мониторинг за {Now}");
        await who.Taps("Заполнить");
        await who.Sees("Вопрос 1 из");
    }

    /// <summary>The card of the survey, by the button of a message that was sent some other day.</summary>
    internal static async Task Looks(Visitor who)
    {
        await who.Types("/monitoring");
        await who.Taps(Now);
    }

    internal Task<Visitor> Deputy(string name = "Петрова Анна Игоревна") => World.HeadOf(DeputyChat, School, name);

    /// <summary>«41 из 63, 12, слова»; missing ones by their reason.</summary>
    internal async Task<string> Values() => await World.Sql<string>($"""
        select string_agg(coalesce(trim_scale(part)::text || coalesce('/' || trim_scale(whole), ''), words, missing)
            || case when surprising then '!' else '' end || coalesce(' (' || why || ')', '')
            || case when by_site then ' площадка' else '' end, ', ' order by i.position)
        from survey_value v
        join survey_indicator i on i.survey_id = v.survey_id and i.indicator_version_id = v.indicator_version_id
        where v.survey_id = {Survey.Value} and v.school_id = {School}
        """) ?? "";

    internal async Task<string> State() => await World.Sql<string>($"""
        select state from survey_school where survey_id = {Survey.Value} and school_id = {School}
        """) ?? "";

    /// <summary>As «Вернуть на уточнение» leaves it; null: to all.</summary>
    internal Task<int> Returned(IndicatorVersionId? indicator, string words) => World.Sql<int>($"""
        insert into survey_remark (survey_id, school_id, indicator_version_id, words, by_person, at)
        select {Survey.Value}, {School}, {(indicator is { } one ? $"{one.Value}" : "null")}, '{words}', min(person_id), {World.Now}
        from person_role where role = 'Head';
        update survey_school
        set state = 'Returned', version = version + 1, returned_at = {World.Now}, accepted_at = null, accepted_by = null
        where survey_id = {Survey.Value} and school_id = {School}
        """);

    /// <summary>What a button of the newest head of a school names: the only question of an open survey.</summary>
    internal static async Task<string> QuestionOfNewestHead(World world)
    {
        if (await world.Sql<int>("select count(*) from person_role where role = 'Head'") == 0)
            (await SeminarCast.Teacher(world, 99_998, "Смирнова Вера Павловна", "Head")).StartedEarlier();
        var school = await world.Sql<long>(
            "select school_id from person_role where role = 'SchoolHead' and school_id is not null order by person_id desc limit 1");
        var survey = await AsksOne(world, school, "1 полугодие <&>");
        return $"{survey.Survey.Value}.Indicator.{survey.Indicator.Value}.0.0";
    }

    /// <summary>An open survey with one question. There must be a head of the site.</summary>
    internal static async Task<(SurveyId Survey, IndicatorVersionId Indicator)> AsksOne(World world, long school, string label)
    {
        var indicator = await world.Indicator("Пропуски <&>");
        return (await world.Survey(label, new(2026, 9, 1), new(2026, 12, 31), new(2026, 12, 18), [school], [indicator]), indicator);
    }

    private Task<SurveyId> Asks(IReadOnlyList<IndicatorVersionId> indicators) =>
        World.Survey(Now, new(2026, 9, 1), new(2026, 12, 31), new(2026, 12, 18), [School], indicators);
}
