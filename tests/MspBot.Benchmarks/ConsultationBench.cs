using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Journal;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.People;

namespace MspBot.Benchmarks;

/// <summary>
/// «consultations»: /requests, the head's load view and «Без ответа», who waits for a time, /journal, among 50 tutors, 2,000 teachers and
/// 50,000 past consultations:
/// the plans of all their statements, and how long the readers take over the program's own connection.
/// </summary>
internal static class ConsultationBench
{
    internal const string Argument = "consultations";

    private const string Waiting = "each minute: who waits for a time";
    private const double Target = 20;
    private const int Runs = 50;

    private static readonly DateTimeOffset Now = ConsultationCrowd.Now;
    private static readonly DateTimeOffset MonthFrom = new(2026, 10, 31, 21, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Month = new(2026, 11, 1);

    internal static async Task<int> Run()
    {
        await using var crowd = await CrowdedDatabase.Set(services => services
            .AddScoped<LoadReader>().AddScoped<JournalReader>().AddScoped<OutcomeStore>().AddScoped<ConsultationReader>()
            .AddScoped<WaitingStore>());
        var tutor = new PersonId(7);
        double[] taken =
        [
            await Measure<ConsultationReader>(crowd, "/requests: what waits", r => r.ForTutor(tutor, 0)),
            await Measure<ConsultationReader>(crowd, "/requests: confirmed", r => r.ConfirmedOf(tutor, Now, 0)),
            await Measure<ConsultationReader>(crowd, "/requests: past, first page", r => r.PastOf(tutor, Now, 0)),
            await Measure<ConsultationReader>(crowd, "/requests: past, page 100", r => r.PastOf(tutor, Now, 100)),
            await Measure<LoadReader>(crowd, "load: tutors, first page", r => r.Tutors(MonthFrom, Now, 0)),
            await Measure<LoadReader>(crowd, "load: how many are without an answer", r => r.CountUnanswered()),
            await Measure<LoadReader>(crowd, "load: «Без ответа»", r => r.Unanswered(0)),
            await Measure<WaitingStore>(crowd, Waiting, async s => { await foreach (var _ in s.Pages(tutor: null, onlyNew: false)) { } }),
            await Measure<JournalReader>(crowd, "/journal: months", r => r.Months(tutor, 0)),
            await Measure<JournalReader>(crowd, "/journal: a month's page", r => r.Entries(tutor, Month, 0)),
            await Measure<JournalReader>(crowd, "/journal: a month's totals", r => r.Totals(tutor, Month)),
            await Measure<JournalReader>(crowd, "/journal: a month's xlsx", r => r.Whole(tutor, Month)),
            await Measure<OutcomeStore>(crowd, "/journal: without an outcome", r => r.CountUnanswered(tutor, Now)),
            await Measure<ConsultationReader>(crowd, "/my: coming", r => r.Mine(new(99), Now)),
            await Measure<ConsultationReader>(crowd, "/my: past", r => r.PastOfTeacher(new(99), Now)),
        ];
        return Array.TrueForAll(taken, t => t < Target) ? 0 : 1;
    }

    /// <returns>Database time of its statements, in milliseconds.</returns>
    private static async Task<double> Measure<TReader>(CrowdedDatabase crowd, string what, Func<TReader, Task> read) where TReader : notnull
    {
        var statements = await Statements.Of(() => crowd.Read(read));
        var (database, plans) = await crowd.Explain(statements, Parameters(what));
        var times = new List<double>();
        for (var n = -5; n < Runs; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await crowd.Read(read);
            if (n >= 0) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(plans);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"= {what}: {database:0.00} ms of database time in {statements.Count} (target {Target} ms); with the round trip median " +
            $"{times[Runs / 2]:0.0} ms, 95th {times[Runs * 95 / 100]:0.0} ms of {Runs}\n"));
        return database;
    }

    /// <summary>All that these statements name.</summary>
    private static Dictionary<string, object> Parameters(string what) => new()
    {
        ["now"] = Now.UtcDateTime,
        ["late"] = Now.AddDays(-1).UtcDateTime,
        ["answersFrom"] = Now.AddDays(-30).UtcDateTime,
        ["monthFrom"] = MonthFrom.UtcDateTime,
        ["month"] = Month,
        ["next"] = Month.AddMonths(1),
        ["tutor"] = what == Waiting ? DBNull.Value : 7L,
        ["person"] = 99L,
        ["teacher"] = 99L,
        ["skip"] = what.EndsWith("page 100", StringComparison.Ordinal) ? 600 : 0,
        ["take"] = 7,
        ["after"] = 0L,
        ["onlyNew"] = false,
        ["page"] = 200,
    };
}
