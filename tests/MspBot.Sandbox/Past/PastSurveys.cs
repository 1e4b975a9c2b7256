using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Sandbox.Past;

/// <summary>
/// A survey of the low-results schools after each half of a school year: most answer in time, some late, some never; values drift from one
/// to the next, and now and then jump. After each a few recommendations, of which the next survey asks; then a conclusion and an answer.
/// </summary>
internal sealed class PastSurveys
{
    private const int DaysToAnswer = 14;
    private const int DaysToClose = 20;
    private const int Jump = 30;

    private static readonly PastIndicator[] Asked =
    [
        new(1, "Обучающиеся с рисками неуспешности", IndicatorKind.Share, Better.Less, Frequency.HalfYear, "чел.",
            "журналы, решение педсовета", 30),
        new(2, "Пропуски уроков без уважительной причины", IndicatorKind.Share, Better.Less, Frequency.HalfYear, "уроков",
            "электронный журнал", 12),
        new(3, "Педагоги прошли диагностику дефицитов", IndicatorKind.Share, Better.More, Frequency.HalfYear, "чел.",
            "отчёт методиста школы", 45),
        new(4, "Педагоги имеют индивидуальный маршрут", IndicatorKind.Share, Better.More, Frequency.HalfYear, "чел.",
            "приказ по школе", 35),
        new(5, "Педагоги прошли курсы за три года", IndicatorKind.Share, Better.More, Frequency.HalfYear, "чел.",
            "кадровый учёт", 70),
        new(6, "Вакансии", IndicatorKind.Number, Better.Less, Frequency.HalfYear, "мест",
            "штатное расписание", 3),
        new(7, "Признаки необъективности оценивания", IndicatorKind.YesNo, Better.Less, Frequency.HalfYear, "",
            "письмо об итогах ВПР", 20),
        new(8, "«2» за ВПР по математике, 5 класс", IndicatorKind.Share, Better.Less, Frequency.Year, "чел.",
            "протокол ВПР", 18),
    ];

    private static readonly string[] Recommended =
        ["Провести диагностику дефицитов у педагогов 5–9 классов", "Составить маршруты для педагогов математики и русского языка",
            "Разобрать причины пропусков с классными руководителями", "Направить педагогов на мастер-классы площадки"];

    private readonly DistrictPast past;
    private readonly Random random;
    private readonly DateTimeOffset until;
    private readonly SiteZone zone;

    /// <summary>In percent, or as a number: where each school stands.</summary>
    private readonly Dictionary<(long School, long Indicator), int> levels = [];

    private PastSurveys(DistrictPast past, DateTimeOffset until, SiteZone zone, int seed) =>
        (this.past, this.until, this.zone, random) = (past, until, zone, new Random(seed));

    internal static IReadOnlyList<PastIndicator> Indicators => Asked;
    internal List<PastSurvey> Surveys { get; } = [];
    internal List<PastSurveySchool> Schools { get; } = [];
    internal List<PastValue> Values { get; } = [];
    internal List<PastRecommendation> Recommendations { get; } = [];
    internal List<PastGoal> Goals { get; } = [];
    internal List<PastConclusion> Conclusions { get; } = [];

    internal static IEnumerable<PastIndicator> AskedIn(PastSurvey survey) =>
        Asked.Where(one => one.Month is not { } month || (month >= survey.First.Month && month <= survey.Last.Month));

    internal static PastSurveys Make(DistrictPast past, DateTimeOffset until, SiteZone zone, int seed)
    {
        var surveys = new PastSurveys(past, until, zone, seed);
        for (var year = SchoolYear.Of(zone.DayOf(past.Opened)); year.FirstDay <= zone.DayOf(until); year = year.Next)
        {
            surveys.MakeGoals(year);
            surveys.MakeHalf($"1 полугодие {year}", year.FirstDay, new(year.First, 12, 31));
            surveys.MakeHalf($"2 полугодие {year}", new(year.First + 1, 1, 1), new(year.First + 1, 5, 31));
        }
        return surveys;
    }

    private void MakeHalf(string label, DateOnly first, DateOnly last)
    {
        var opened = zone.At(last.AddDays(-9), new TimeOnly(10, 0));
        if (opened < past.Opened || opened >= until) return;
        var due = zone.DayOf(opened).AddDays(DaysToAnswer);
        var closed = zone.At(due.AddDays(DaysToClose), new TimeOnly(16, 0));
        var survey = new PastSurvey(Surveys.Count + 1, label, first, last, due, opened, closed < until ? closed : null);
        AskWhatWasRecommended(survey);
        foreach (var school in past.Schools.Where(s => s is { Kind: SchoolKind.LowResults, Confirmed: true })) Answer(survey, school.Id);
        Surveys.Add(survey);
        if (survey.ClosedAt is not { } over) return;
        foreach (var asked in Schools.Where(s => s.Survey == survey.Id && random.Next(4) == 0).ToList())
            Recommend(survey, asked.School, over);
        Conclude(survey, over);
    }

    private void Answer(PastSurvey survey, long school)
    {
        var dice = random.Next(100);
        DateTimeOffset? sent = dice < 8 ? null
            : zone.At(survey.DueOn.AddDays(dice < 22 ? random.Next(1, 10) : -random.Next(0, DaysToAnswer - 1)),
                new TimeOnly(random.Next(8, 24), 30));
        if (sent >= until || sent < survey.OpenedAt) sent = null;
        var state = sent is null ? dice < 4 ? SchoolSurveyState.Filling : SchoolSurveyState.Waiting
            : dice % 9 == 0 ? SchoolSurveyState.Returned : dice % 9 == 1 ? SchoolSurveyState.Resent
            : dice % 9 < 7 ? SchoolSurveyState.Accepted : SchoolSurveyState.Sent;
        DateTimeOffset? After(int hours) => sent?.AddHours(hours) is { } at && at < until ? at : sent;
        Schools.Add(new(survey.Id, school, state, sent,
            state is SchoolSurveyState.Returned or SchoolSurveyState.Resent ? After(20) : null,
            state == SchoolSurveyState.Resent ? After(40) : null, state == SchoolSurveyState.Accepted ? After(30) : null));
        foreach (var one in AskedIn(survey))
        {
            // Who is filling in has begun.
            if (sent is not null || (state == SchoolSurveyState.Filling && one.Id <= 3))
                Values.Add(Value(survey, school, one, sent ?? survey.OpenedAt.AddHours(5)));
        }
    }

    private PastValue Value(PastSurvey survey, long school, PastIndicator one, DateTimeOffset at)
    {
        if (random.Next(25) == 0)
            return new(survey.Id, school, one.Id, SurveyValue.None((MissingReason)random.Next(2)), false, null, at);
        var was = levels.TryGetValue((school, one.Id), out var known) ? known : (int?)null;
        var now = Moved(one, was);
        levels[(school, one.Id)] = now;
        var surprising = was is { } before && one.Kind == IndicatorKind.Share && Math.Abs(now - before) > Jump;
        return new(survey.Id, school, one.Id, one.Kind switch
        {
            IndicatorKind.Share => Share(now),
            IndicatorKind.YesNo => SurveyValue.YesNo(now < one.Typical),
            _ => SurveyValue.Number(now),
        }, surprising, surprising ? "Пересчитали по новому списку" : null, at);
    }

    /// <summary>Mostly a little for the better.</summary>
    private int Moved(PastIndicator one, int? was)
    {
        if (one.Kind == IndicatorKind.YesNo) return random.Next(100);
        if (one.Kind == IndicatorKind.Number) return Math.Max(0, (was ?? random.Next(2 * one.Typical)) + random.Next(-1, 2));
        if (was is not { } from) return Math.Clamp(one.Typical + random.Next(-15, 16), 1, 99);
        var better = one.Better == Better.Less ? -1 : 1;
        var by = random.Next(30) == 0 ? better * random.Next(Jump + 1, 50) : better * random.Next(-4, 8);
        return Math.Clamp(from + by, 1, 99);
    }

    private SurveyValue Share(int percent)
    {
        var whole = random.Next(4, 60);
        return SurveyValue.Share((int)Math.Round(whole * percent / 100.0), whole);
    }

    private void Recommend(PastSurvey survey, long school, DateTimeOffset over)
    {
        var at = over.AddDays(2);
        if (at >= until) return;
        var seen = at.AddHours(random.Next(2, 90));
        Recommendations.Add(new(Recommendations.Count + 1, school, survey.Id, Recommended[random.Next(Recommended.Length)],
            zone.DayOf(at).AddDays(60), at, seen < until ? seen : null, null, null));
    }

    private void AskWhatWasRecommended(PastSurvey survey)
    {
        for (var n = 0; n < Recommendations.Count; n++)
        {
            if (Recommendations[n] is not { AskedIn: null } one) continue;
            var at = survey.OpenedAt.AddDays(3);
            var outcome = at < until && random.Next(6) > 0 ? (RecommendationOutcome?)random.Next(3) : null;
            Recommendations[n] = one with { AskedIn = survey.Id, Outcome = outcome, OutcomeAt = outcome is null ? null : at };
        }
    }

    private void MakeGoals(SchoolYear year)
    {
        var at = zone.At(year.FirstDay.AddDays(3), new TimeOnly(12, 0));
        if (at < past.Opened || at >= until) return;
        (EffectFigure Figure, decimal Goal)[] goals =
            [(EffectFigure.PlanCarriedOut, 90), (EffectFigure.Schools, 100), (EffectFigure.Attendance, 70 + random.Next(10)),
                (EffectFigure.Rating, 4.5m), (EffectFigure.HoursToAnswer, 24), (EffectFigure.Surveys, 85)];
        Goals.AddRange(goals.Select(goal => new PastGoal(year.First, goal.Figure, goal.Goal, at)));
    }

    /// <summary>The latest may still wait for its answer.</summary>
    private void Conclude(PastSurvey survey, DateTimeOffset over)
    {
        var (at, answered) = (over.AddDays(3), over.AddDays(3 + random.Next(1, 12)));
        if (at >= until) return;
        Conclusions.Add(new(Conclusions.Count + 1, survey.Label, survey.First, survey.Last,
            "Работа площадки соответствует плану. Явка держится, отклик школ на опросы стал быстрее.\n"
            + "Предлагаем чаще приглашать педагогов школ, которые не участвовали.", at, at.AddHours(1),
            answered < until ? "Согласовано. Предложение учтём в плане следующего полугодия." : null, answered < until ? answered : null));
    }
}
