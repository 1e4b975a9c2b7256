using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>A summary of seven schools over nine indicators, as a district may have it; two schools have not answered.</summary>
internal static class SummarySamples
{
    private static readonly (string Name, IndicatorKind Kind, Better Better, string? Unit)[] Asked =
    [
        ("«2» за ВПР, русский язык, 5 класс", IndicatorKind.Share, Better.Less, null),
        ("«2» за ВПР, математика, 5 класс", IndicatorKind.Share, Better.Less, null),
        ("ОГЭ не сдан с первого раза, математика", IndicatorKind.Share, Better.Less, null),
        ("Обучающиеся с рисками учебной неуспешности, от всех обучающихся школы на конец периода", IndicatorKind.Share, Better.Less, null),
        ("Педагоги, которые прошли диагностику профессиональных дефицитов", IndicatorKind.Share, Better.More, null),
        ("Вакансии", IndicatorKind.Number, Better.Less, "ставок"), ("Признаки необъективности", IndicatorKind.YesNo, Better.Less, null),
        ("Удовлетворённость родителей", IndicatorKind.Score, Better.More, null),
        ("Что мешает школе", IndicatorKind.Words, Better.Neither, null),
    ];

    private static readonly string[] Names =
    [
        "МОУ «СОШ № 3»", "МОУ «СОШ № 12»", "МБОУ «Средняя общеобразовательная школа с углублённым изучением отдельных предметов № 14»",
        "МОУ «Лицей № 5»", "МОУ «Гимназия № 8»", "МКОУ «Верхнемакарьевская ООШ»", "МОУ «СОШ № 21»",
    ];

    internal static readonly SiteZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    internal static readonly Site Site = new("Муниципальная стажировочная площадка «Школа успеха»", "тема", "417-р", new(2026, 9, 1),
        new(2026, 9, 1), new(2029, 5, 31), "основания", "МОУ «Гимназия № 1»", new("Директор", "МОУ «Гимназия № 1»", "А. И. Петрова"));

    internal static SurveySummary Of(int schools, int indicators, int seed = 7)
    {
        var random = new Random(seed);
        List<AskedSchool> asked = [.. Enumerable.Range(0, schools).Select(nr => new AskedSchool
        {
            School = new(nr + 1),
            Name = nr < Names.Length ? Names[nr] : $"МОУ «СОШ № {100 + nr}»",
            State = nr % 7 == 4 ? SchoolSurveyState.Waiting : SchoolSurveyState.Accepted,
            SentAt = nr % 7 == 4 ? null : new(2026, 12, nr % 3 == 0 ? 20 : 15, 9, 0, 0, TimeSpan.Zero),
        })];
        return new()
        {
            Survey = new()
            {
                Id = new(3),
                Label = "1 полугодие 2026/27",
                FirstDay = new(2026, 9, 1),
                LastDay = new(2026, 12, 31),
                DueOn = new(2026, 12, 18),
                State = SurveyState.Closed,
            },
            Schools = asked,
            Corrections = [new() { Version = new(1), School = new(1), Known = true, WasPart = 3, WasWhole = 40, Part = 4, Whole = 40 }],
            Lines = [.. Enumerable.Range(0, indicators).Select(nr => Line(random, nr, asked))],
        };
    }

    internal static SummaryHistory History(SurveySummary summary)
    {
        List<AskedPeriod> periods = [.. summary.Lines.SelectMany(line => Enumerable.Range(1, 3).Select(nr => new AskedPeriod
        {
            Version = line.Indicator.Version,
            Survey = new(nr),
            Label = SummaryCast.Periods[nr - 1].Label,
            MeansSince = line.Earlier is { Broken: true } && nr == 3 ? 2 : 1,
        }))];
        var answers = summary.Lines.SelectMany(line => line.Before.Values.SelectMany(one => new[]
            { one with { Survey = new(1) }, one with { Survey = new(2) } }).Concat(line.Now.Values.Select(one => one with
            { Survey = new(3) })));
        return new(periods.ToLookup(one => one.Version), answers.ToLookup(one => one.Version),
            [.. summary.Schools.Select(school => new SchoolOfPeriods(school.School, school.Name))]);
    }

    internal static IReadOnlyList<RecommendationDetails> Recommendations { get; } =
    [
        new()
        {
            School = new(1),
            SchoolName = Names[0],
            Words = "Включить задания на чтение графиков и таблиц в уроки математики и географии 5 класса, "
                + "разобрать результаты ВПР на методическом объединении",
            DueOn = new(2027, 2, 1),
            At = new(2026, 12, 22, 9, 0, 0, TimeSpan.Zero),
            SeenAt = new(2026, 12, 23, 9, 0, 0, TimeSpan.Zero),
            SeenBy = "Сидорова Алла Петровна",
            Outcome = RecommendationOutcome.Partly,
            OutcomeAt = new(2027, 5, 20, 9, 0, 0, TimeSpan.Zero),
        },
        new()
        {
            School = new(2),
            SchoolName = Names[1],
            Words = "Направить учителей на практикум",
            At = new(2026, 12, 22, 9, 0, 0, TimeSpan.Zero),
        },
    ];

    private static SummaryLine Line(Random random, int nr, List<AskedSchool> schools)
    {
        var (name, kind, better, unit) = Asked[nr % Asked.Length];
        var broken = nr % Asked.Length == 3;
        return new()
        {
            Indicator = new()
            {
                Version = new(nr + 1),
                Position = nr + 1,
                Kind = kind,
                Better = better,
                Unit = unit,
                Name = nr < Asked.Length ? name : $"{name} ({nr + 1})",
            },
            Earlier = new() { Version = new(nr + 1), Survey = new(2), Label = "2 полугодие 2025/26", Broken = broken },
            Now = Answers(random, kind, nr, schools),
            Before = broken ? new Dictionary<SchoolId, SummaryAnswer>() : Answers(random, kind, nr, schools),
        };
    }

    private static Dictionary<SchoolId, SummaryAnswer> Answers(Random random, IndicatorKind kind, int nr, List<AskedSchool> schools) =>
        schools.Where(school => school.SentAt is not null).ToDictionary(school => school.School, school =>
        {
            var value = random.Next(12) == 0 ? SurveyValue.None(MissingReason.NoResultsYet) : Value(random, kind);
            return new SummaryAnswer
            {
                Version = new(nr + 1),
                School = school.School,
                Part = value.Part,
                Whole = value.Whole,
                Words = value.Words,
                Missing = value.Missing,
                Surprising = value.Part is not null && random.Next(9) == 0,
                Why = value.Part is not null && random.Next(9) == 0 ? "в классе сменился учитель, полгода вели замены" : null,
            };
        });

    private static SurveyValue Value(Random random, IndicatorKind kind)
    {
        var whole = random.Next(8) == 0 ? random.Next(1, 5) : random.Next(20, 400);
        return kind switch
        {
            IndicatorKind.Share => SurveyValue.Share(random.Next(whole + 1), whole),
            IndicatorKind.Score => SurveyValue.Number(random.Next(20, 51) / 10m),
            IndicatorKind.YesNo => SurveyValue.YesNo(random.Next(3) == 0),
            IndicatorKind.Words => SurveyValue.Said("Не хватает учителей физики и математики, замены ведут совместители из соседних школ."),
            _ => SurveyValue.Number(random.Next(9)),
        };
    }
}
