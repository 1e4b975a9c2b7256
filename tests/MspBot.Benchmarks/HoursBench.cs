using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Clock;
using MspBot.Domain.People;

namespace MspBot.Benchmarks;

/// <summary>
/// «hours»: free times of one tutor among 50, with 2,000 teachers and 50,000 past consultations: the plans with their times, and how
/// long the whole question takes, its round trip and the stepping through the hours included.
/// </summary>
internal static class HoursBench
{
    internal const string Argument = "hours";

    private const double TargetMs = 5;
    private const int Asked = 500;

    internal static async Task<int> Run()
    {
        await using var crowd = await CrowdedDatabase.Set(services => services
            .AddSingleton(new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))).AddSingleton(WorkingCalendar.Plain)
            .AddScoped<HoursReader>());
        var statements = await Statements.Of(() => crowd.Read<HoursReader>(r => r.Free(new(25), ConsultationCrowd.Now)));
        var (database, plans) = await crowd.Explain(statements, Parameters());
        var whole = await Questions(crowd);
        Console.WriteLine(plans);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"free times of one tutor: {database:0.000} ms of database time (planning and execution of {statements.Count} statements; " +
            $"target {TargetMs} ms)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"the whole question, {Asked} times: median {whole[Asked / 2]:0.00} ms, 99 % under {whole[Asked * 99 / 100]:0.00} ms"));
        return database < TargetMs ? 0 : 1;
    }

    private static Dictionary<string, object> Parameters()
    {
        var (from, to) = (ConsultationCrowd.Now.AddDays(-1).UtcDateTime, ConsultationCrowd.Now.AddDays(15).UtcDateTime);
        return new()
        {
            ["tutors"] = new[] { 25L },
            ["from"] = from,
            ["to"] = to,
            ["firstDay"] = DateOnly.FromDateTime(from),
            ["lastDay"] = DateOnly.FromDateTime(to)
        };
    }

    private static async Task<double[]> Questions(CrowdedDatabase crowd)
    {
        var took = new double[Asked];
        for (var n = -50; n < Asked; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await crowd.Read<HoursReader>(async r =>
            {
                if ((await r.Free(new PersonId(1 + (n + 50) % ConsultationCrowd.Tutors), ConsultationCrowd.Now)).Count == 0)
                    throw new InvalidOperationException("nothing is free: that measures nothing");
            });
            if (n >= 0) took[n] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        Array.Sort(took);
        return took;
    }
}
