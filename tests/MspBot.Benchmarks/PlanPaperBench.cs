using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Files;
using MspBot.Data.Migrations;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Files.Tables;
using MspBot.Host.Plan.Papers;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// «plan-papers»: a plan of 500 items with ten versions each, four of them agreed, and 400 meetings with 20 people: what the database needs
/// for the table, and what a processor needs for each file, and to read the table again.
/// </summary>
internal static class PlanPaperBench
{
    internal const string Argument = "plan-papers";
    private const int Runs = 24;

    private static readonly DateTimeOffset Now = new(2027, 5, 24, 7, 0, 0, TimeSpan.Zero);
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private static readonly PlanPaperText Paper = new()
    {
        Site = new("Площадка", "тема", "1-р", new(2026, 9, 1), new(2026, 9, 1), new(2029, 5, 31), "основания", "Гимназия"),
        Year = new(2026),
        Edition = new PlanEdition(3, new(2026, 11, 17)),
        Printed = new(2027, 5, 24),
        Link = "https://t.me/msp_site_bot?start=d_Zk3-9_QmT7yWb1XcVnP4eA",
        Bot = "msp_site_bot",
    };

    internal static async Task<int> Run()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mspbot-plan-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            await using var local = await LocalPostgres.Start(new() { Folder = folder });
            await Migrator.Apply(local.ConnectionString, NullLogger.Instance);
            await Fill(local.ConnectionString);
            await using var services = new ServiceCollection().AddDatabase(local.ConnectionString).AddSingleton(Moscow)
                .AddScoped<PlanStore>().AddScoped<ItemStore>().AddScoped<ImportStore>()
                .AddScoped<PlanReader>().AddScoped<PaperReader>().AddScoped<EditionStore>().AddScoped<StoredFileStore>(
                    ).BuildServiceProvider();
            var good = await Measure(services);
            NpgsqlConnection.ClearAllPools();
            return good ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> Measure(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var (plans, papers) = (scope.ServiceProvider.GetRequiredService<PlanReader>(),
            scope.ServiceProvider.GetRequiredService<PaperReader>());
        var plan = (await plans.Of(new(2026)))!;
        IReadOnlyList<ItemDetails> items = [];
        IReadOnlyDictionary<PlanItemId, ItemTurnout> turnout = new Dictionary<PlanItemId, ItemTurnout>();
        IReadOnlyList<AgreedVersion> agreed = [];
        var table = await Wall("items", async () => items = await plans.Items(plan.Id, Now))
            + await Wall("who came", async () => turnout = await papers.Turnout(plan.Id, Now))
            + await Wall("the plan's stamp", async () => await papers.Stamp(new(2026)));
        var meetings = await papers.Meetings(plan.Id);
        await Wall("meetings of the report", async () => meetings = await papers.Meetings(plan.Id));
        await Wall("reads of the change sheet", async () => agreed = await papers.Agreed(plan.Id));
        await Wall("the edition in force", async () => await scope.ServiceProvider.GetRequiredService<EditionStore>().InForce(plan.Id));
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();   // its lock

        var stamp = (await papers.Stamp(new(2026)))!.Value;
        var changes = PlanChanges.Of(agreed, null);
        byte[] xlsx = [];
        double[] worst =
        [
            Cpu("plan.docx", () => PlanDocx.Write(Paper, PlanDocx.Lines(items, ItemScope.InForce), false, changes, Moscow)),
            Cpu("changes.docx", () => ChangesDocx.Write(Paper, changes, Moscow)),
            Cpu("report.docx", () => new ReportDocx(items, turnout, meetings, Moscow, Now).Write(Paper)),
            Cpu("plan.xlsx", () => xlsx = PlanSheet.Xlsx(stamp, items, ItemScope.All, turnout, Moscow, Now)),
            Cpu("plan.xlsx read and compared", () => Read(xlsx, stamp, items)),
        ];
        await Apply(services, items);
        var good = table < 20 && worst.Max() < 300;
        Console.WriteLine(good ? "ok" : "MISSED: 20 ms of the database for the table, 300 ms of a processor for a file");
        return good;
    }

    /// <summary>All 500 rows changed: what one press may take at most.</summary>
    private static async Task Apply(ServiceProvider services, IReadOnlyList<ItemDetails> items)
    {
        await using var scope = services.CreateAsyncScope();
        var imports = scope.ServiceProvider.GetRequiredService<ImportStore>();
        var content = new ImportContent([.. items.Select(item =>
            new ImportRow(PlanSheet.Printed(item, item.Now), item.Now.Text with { Result = "Иначе" }, "", true))], []);
        var seen = ImportComparison.Of(await imports.Items(new(2026), "", Now), content.Rows).Seen;
        var began = Stopwatch.GetTimestamp();
        var result = await imports.Apply(new(new(1), new(2026), new(1), content, false), seen, "Иначе", null, "", new(1), Now);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Done!.Comparison.Changed.Count} changed items applied: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms"));
    }

    private static byte[] Read(byte[] xlsx, PlanStamp stamp, IReadOnlyList<ItemDetails> items)
    {
        IReadOnlyList<ItemNow> now = [.. items.Select(item => new ItemNow(item.Id, item.Number, item.Revision, item.State, item.Now.Text,
            item.Now.Text.Responsible.Words ?? item.Now.ResponsibleName!, false, WayOut.OnceAgreed))];
        var rows = (ReadTable.Rows)TableReader.Read(xlsx, PlanSheet.Read);
        var (content, faults) = PlanSheetCheck.Of(rows, new(new(2026), stamp, now, []));
        if (faults.Count > 0 || !ImportComparison.Of(now, content.Rows).IsEmpty) throw new InvalidOperationException(
            "the table came back changed");
        return xlsx;
    }

    /// <returns>The median, in milliseconds; the first run warms up.</returns>
    private static async Task<double> Wall(string what, Func<Task> read)
    {
        var all = new List<double>();
        for (var run = 0; run <= Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await read();
            if (run > 0) all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        var median = all.Order().ElementAt(all.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {median:0.0} ms ({all.Min():0.0} to {all.Max():0.0})"));
        return median;
    }

    private static double Cpu(string what, Func<byte[]> make)
    {
        var (all, size) = (new List<double>(), 0);
        for (var run = 0; run < Runs; run++)
        {
            var before = ProcessFigures.CpuSeconds(Environment.ProcessId);
            size = make().Length;
            all.Add(1000 * (ProcessFigures.CpuSeconds(Environment.ProcessId) - before));
        }
        var median = all.Skip(Runs / 2).Order().ElementAt(Runs / 4);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: first {all[0]:0} ms of CPU, later {median:0} ms; {size / 1000} kB"));
        return median;
    }

    private static async Task Fill(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            insert into school (name, kind, confirmed_at, created_at) select 'Школа ' || n, 'LowResults', '2026-09-01', '2026-09-01'
            from generate_series(1, 20) n;
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select n, 'Иванова ' || n || ' Петровна', 1 + n % 20, 'учитель', '2026-09-01', '2026-09-01' from generate_series(1, 400) n;
            insert into plan (year, last_number, created_by, created_at) values (2026, 500, 1, '2026-09-01');
            insert into plan_item (plan_id, number, state, version, agreed_version, revision)
            select 1, n, 'Agreed', 10, 10, 10 from generate_series(1, 500) n;
            insert into plan_item_version (item_id, version, form, title, first_day, last_day, responsible_id, responsible, result,
                by_person, at,
                sent_at)
            select i.id, v, (array['RoundTable', 'Workshop', 'Tutoring', 'SchoolMonitoring'])[1 + i.number % 4],
                'Практикум ' || i.number || ' «Читательская грамотность на уроках истории», редакция ' || v,
                date '2026-09-01' + (i.number % 9) * 30, date '2026-09-28' + (i.number % 9) * 30,
                    case when i.number % 2 = 0 then i.number % 400 + 1 end,
                case when i.number % 2 = 1 then 'Тьюторы' end, 'Рекомендации и банк заданий', 1, timestamptz '2026-09-01' +
                    v * interval '1 day',
                timestamptz '2026-09-01' + v * interval '1 day'
            from plan_item i, generate_series(1, 10) v;
            insert into plan_decision (item_id, version, agreed, remark, by_person, at)
            select i.id, v, v in (1, 4, 7, 10), case when v in (1, 4, 7, 10) then null else 'Уточните' end, 2, timestamptz '2026-09-02' +
                v * interval '1 day'
            from plan_item i, generate_series(1, 10) v;
            insert into seminar (kind, title, starts_at, ends_at, join_link, state, calendar_uid, created_by, created_at, published_at,
                plan_item_id)
            select 'RoundTable', 'Стол', timestamptz '2026-10-01' + n * interval '12 hours', timestamptz '2026-10-01' +
                n * interval '12 hours' +
                interval '1 hour', 'https://meet.example.org', 'Published', 'u' || n, 1, '2026-09-01', '2026-09-01', n
            from generate_series(1, 400) n;
            insert into sign_up (seminar_id, person_id, state, came, created_at, confirmed_at)
            select s.id, 1 + (s.id * 7 + n) % 400, 'Confirmed', true, '2026-09-01', '2026-09-01' from seminar s, generate_series(1, 20) n;
            analyze
            """, connection);
        await command.ExecuteNonQueryAsync();
    }
}
