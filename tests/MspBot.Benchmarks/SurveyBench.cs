using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Data.Surveys.Filling;
using MspBot.Data.Surveys.Indicators;
using MspBot.Data.Surveys.Opening;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Surveys;
using MspBot.Host.Surveys.Summary;

namespace MspBot.Benchmarks;

/// <summary>
/// «surveys»: 60 schools, 20 indicators, 10 periods, 20,000 places behind them: what each screen asks of the database, with the plans, and
/// what a processor and memory need for a summary with all its pictures and both files.
/// </summary>
internal static class SurveyBench
{
    internal const string Argument = "surveys";

    private const double TargetMs = 20;
    private const double TargetSeconds = 1.5;
    private const double TargetMb = 150;
    private const int Rounds = 5;

    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private static readonly Site Site = new("Площадка", "тема", "1-р", new(2026, 9, 1), new(2026, 9, 1), new(2029, 5, 31), "основания",
        "Гимназия");

    internal static async Task<int> Run()
    {
        await using var crowd = await CrowdedDatabase.Set(services => services.AddSingleton(Moscow).AddScoped<SurveyReader>()
            .AddScoped<ComputedReader>().AddScoped<SummaryReader>().AddScoped<RecommendationReader>().AddScoped<FillingReader>()
            .AddScoped<CheckingReader>().AddScoped<IndicatorReader>().AddScoped<DraftReader>(), SurveyCrowd.Fill);
        var before = ProcessFigures.PeakMb(Environment.ProcessId);
        var (first, files) = await Cpu(crowd);
        var peak = ProcessFigures.PeakMb(Environment.ProcessId);
        var (later, _) = await Cpu(crowd);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{files}: first {first:0.00} s of CPU, then {later:0.00} s (target {TargetSeconds} s); peak memory {before:0} MB before, "
            + $"{peak:0} MB after: {peak - before:0} MB for it (target {TargetMb} MB)"));
        var reached = first < TargetSeconds && peak - before < TargetMb;
        foreach (var (what, ask) in Screens(crowd)) reached &= await Database(crowd, what, ask);
        return reached ? 0 : 1;
    }

    /// <summary>From the first statement to the last file, as one press after another would make it.</summary>
    private static async Task<(double Seconds, string Files)> Cpu(CrowdedDatabase crowd)
    {
        var began = ProcessFigures.CpuSeconds(Environment.ProcessId);
        var (survey, now, said) = (SurveyCrowd.Newest, SurveyCrowd.Now, "");
        await crowd.Read<SummaryReader>(async reader =>
        {
            var view = new SummaryView((await reader.Of(survey, now))!, IsLimited: false);
            _ = SummaryTexts.Answered(view.Summary);
            var pages = SummaryPicture.Pages(view.Summary);
            var pictures = pages.Sum(page => SummaryPicture.Png(view, page).Length);
            var book = new SummaryWorkbook(view, await reader.History(survey, now), Moscow).Xlsx().Length;
            var paper = new SummaryDocx(view, [], Site, Moscow).Write(Moscow.DayOf(now)).Length;
            said = $"{pages.Count} pictures of {pictures / 1000} kB, xlsx of {book / 1000} kB, docx of {paper / 1000} kB";
        });
        return (ProcessFigures.CpuSeconds(Environment.ProcessId) - began, said);
    }

    private static IEnumerable<(string What, Func<Task> Ask)> Screens(CrowdedDatabase crowd)
    {
        var (survey, now) = (SurveyCrowd.Newest, SurveyCrowd.Now);
        yield return ("a summary, any of its screens", () => crowd.Read<SummaryReader>(reader => reader.Of(survey, now)));
        yield return ("what a school's head answers: the card, each question, what is sent", () =>
            crowd.Read<FillingReader>(reader => reader.One(survey, new(7))));
        yield return ("/monitoring and /menu of a school's head", () => crowd.Read<FillingReader>(async reader =>
        {
            await reader.OfSchool(new(7), Paging.Size);
            await reader.Waiting(new(7));
        }));
        yield return ("a survey as who checks it sees it", async () =>
        {
            await crowd.Read<SurveyReader>(async reader =>
            {
                await reader.One(survey);
                await reader.Schools(survey);
            });
            await crowd.Read<CheckingReader>(async reader =>
            {
                await reader.WithHead([.. Enumerable.Range(1, SurveyCrowd.Schools).Select(n => new SchoolId(n))]);
                await reader.Seen(survey);
            });
        }
        );
        yield return ("what one school has answered", () => crowd.Read<CheckingReader>(reader => reader.Of(survey, new(7))));
        yield return ("«Опросы»", () => crowd.Read<SurveyReader>(reader => reader.Page(true, 0)));
        yield return ("a survey that is put together", () => crowd.Read<DraftReader>(reader => reader.One(SurveyCrowd.Draft)));
        yield return ("«Показатели», and one of them", () => crowd.Read<IndicatorReader>(async reader =>
        {
            await reader.Counts();
            await reader.Page(false, 0);
            await reader.One(new(7));
            await reader.Versions(new(7));
        }));
        yield return ("/monitoring, the newest summary", () => crowd.Read<SummaryReader>(reader => reader.Page(null, true, 0)));
        yield return ("the same of a school's head", () => crowd.Read<SummaryReader>(reader => reader.Page(new(7), true, 0)));
        yield return ("who may open it", () => crowd.Read<SummaryReader>(async reader =>
        {
            await reader.HasBeenClosed(survey);
            await reader.Asks(survey, new(7));
        }));
        yield return ("recommendations of a school", () => crowd.Read<RecommendationReader>(async reader =>
        {
            await reader.OfSchool(new(7), 0);
            await reader.Count(new(7));
            await reader.FirstUnseen(new(7));
        }));
        yield return ("recommendations that no school has confirmed", () => crowd.Read<RecommendationReader>(async reader =>
        {
            await reader.Unseen(0);
            await reader.CountUnseen();
        }));
    }

    private static async Task<bool> Database(CrowdedDatabase crowd, string what, Func<Task> ask)
    {
        var statements = await Statements.Of(ask);
        var (best, plans) = (double.MaxValue, "");
        for (var n = 0; n < Rounds; n++)
        {
            var round = await crowd.Explain(statements, SurveyCrowd.Parameters);
            if (round.Milliseconds < best) (best, plans) = round;
        }
        Console.WriteLine($"== {what}\n{plans}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {best:0.00} ms of database time in {statements.Count} statements (target {TargetMs} ms)\n"));
        return best < TargetMs;
    }
}
