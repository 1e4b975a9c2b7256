using MspBot.Benchmarks;
using MspBot.Benchmarks.Library;

if (args is [Floor.Argument]) return await Floor.Run();
if (args is [ReminderBench.Argument]) return await ReminderBench.Run();
if (args is [LogBench.Argument]) return await LogBench.Run();
if (args is [DigestBench.Argument]) return await DigestBench.Run();
if (args is [ConsultationBench.Argument]) return await ConsultationBench.Run();
if (args is [HoursBench.Argument]) return await HoursBench.Run();
if (args is [PlanPaperBench.Argument]) return await PlanPaperBench.Run();
if (args is [CertificateBench.Argument]) return CertificateBench.Run();
if (args is [PlanBench.Argument]) return await PlanBench.Run();
if (args is [SurveyBench.Argument]) return await SurveyBench.Run();
if (args is [FileBench.Argument]) return await FileBench.Run();
if (args is [LibraryBench.Argument]) return await LibraryBench.Run();
if (args is [BroadcastBench.Argument]) return await BroadcastBench.Run();
if (args is [WindowBench.Argument]) return await WindowBench.Run();
Sizes sizes;
try
{
    sizes = Sizes.Read(args);
}
catch (ArgumentException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}\n\n{Sizes.Help}");
    return 2;
}
var report = new Report();
await new Benchmark(sizes, report).Run();
if (sizes.Json is { } file) await File.WriteAllTextAsync(file, report.Json());
return 0;
