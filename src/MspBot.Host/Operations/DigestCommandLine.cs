using System.Net;
using System.Text.RegularExpressions;
using MspBot.Data.Digests;
using MspBot.Data.Postgres;
using MspBot.Domain.Digests;
using MspBot.Host.Configuration;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Digests;
using MspBot.Host.People.Registration;

namespace MspBot.Host.Operations;

/// <summary>
/// <c>MspBot.Host digest --week 2026-W47 [--out folder]</c>, or <c>--month 2026-11</c>: prints the digest and writes its picture and files;
/// nothing is sent or stored.
/// </summary>
internal static partial class DigestCommandLine
{
    internal const string Name = "digest";

    /// <exception cref="SettingException">A setting or an argument is missing or wrong.</exception>
    internal static async Task<int> Run(string[] args, TextWriter output, TimeProvider time)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var period = Asked(configuration);
        var reader = new SettingReader(configuration);
        var settings = SiteSettings.Read(reader);
        using var logs = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Warning)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        await using var database = await DatabaseSetup.Prepare(settings, logs, default);
        await using var services = new ServiceCollection()
            .AddDatabase(database.ConnectionString)
            .AddSingleton(settings.Zone)
            .AddSingleton(SiteFile.Read(settings.DataFolder))
            .AddSingleton(DaysFile.Read(settings.DataFolder))
            .AddDigestMaking(DigestSchedule.Read(reader, settings.Zone))
            .BuildServiceProvider();
        await Show(services, period, configuration["out"], output, time.GetUtcNow());
        return 0;
    }

    private static async Task Show(IServiceProvider services, DigestPeriod period, string? folder, TextWriter output, DateTimeOffset now)
    {
        var digest = await services.GetRequiredService<DigestMaker>().Make(period, now) with { Undelivered = [] };
        await using var scope = services.CreateAsyncScope();
        var names = await scope.ServiceProvider.GetRequiredService<DigestStore>().Names(DigestFiles.People(digest));
        var text = DigestMessage.Text(digest, names, services.GetRequiredService<Domain.Clock.SiteZone>()).ToString();
        await output.WriteLineAsync(WebUtility.HtmlDecode(Tags().Replace(text, "")));
        if (folder is not null) await Write(services.GetRequiredService<DigestFiles>().All(digest, names), folder, output);
    }

    private static async Task Write(IReadOnlyList<Attachment> files, string folder, TextWriter output)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
            {
                var path = Path.Combine(folder, file.Name);
                await File.WriteAllBytesAsync(path, file.Content);
                await output.WriteLineAsync(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingException($"--out is \"{folder}\": nothing can be written there: {e.Message}");
        }
    }

    private static DigestPeriod Asked(IConfiguration configuration) => (configuration["week"], configuration["month"]) switch
    {
        ({ } week, null) =>
            DigestPeriod.Read(PeriodKind.Week, week)
            ?? throw new SettingException($"--week is \"{week}\": it should be a week such as 2026-W47"),
        (null, { } month) =>
            DigestPeriod.Read(PeriodKind.Month, month)
            ?? throw new SettingException($"--month is \"{month}\": it should be a month such as 2026-11"),
        _ => throw new SettingException(
            "digest: say which, --week 2026-W47 or --month 2026-11; --out folder writes the picture and the files as well"),
    };

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
