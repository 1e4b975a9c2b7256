using System.Text.Encodings.Web;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Host.Broadcasts;
using MspBot.Host.Certificates;
using MspBot.Host.Configuration;
using MspBot.Host.Consultations;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Digests;
using MspBot.Host.Feedback;
using MspBot.Host.Files;
using MspBot.Host.Log;
using MspBot.Host.Materials;
using MspBot.Host.Meetings;
using MspBot.Host.Messaging;
using MspBot.Host.Nominations;
using MspBot.Host.Operations;
using MspBot.Host.People;
using MspBot.Host.Plan;
using MspBot.Host.Reminders;
using MspBot.Host.Seminars;
using MspBot.Host.Surveys;
using MspBot.Host.Telegram;

namespace MspBot.Host;

/// <summary>The program, put together. The sandbox and the tests start it from here as well, with a clock of their own.</summary>
internal sealed class MspBotApp : IAsyncDisposable
{
    private readonly DatabaseSetup databaseSetup;

    private MspBotApp(DatabaseSetup databaseSetup, WebApplication web) => (this.databaseSetup, Web) = (databaseSetup, web);

    internal WebApplication Web { get; }

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    /// <exception cref="LocalPostgresException">No PostgreSQL could be started.</exception>
    internal static async Task<MspBotApp> Create(
        string[] args, TimeProvider? time = null, Action<IServiceCollection>? adjust = null, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls("http://127.0.0.1:8080");
        builder.Logging.ClearProviders().AddJsonConsole(options =>
            options.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        // A start that fails throws: its one line says more than the host's stack beside it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        var settings = Settings.Read(builder.Configuration);
        using var logs = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddConsole());
        var databaseSetup = await DatabaseSetup.Prepare(settings.Site, logs, cancel);
        try
        {
            builder.Services.AddSingleton(time ?? TimeProvider.System);
            var authorKey = await AuthorKeyCheck.Read(settings.FeedbackKey, databaseSetup.ConnectionString, logs.CreateLogger<MspBotApp>(),
                cancel);
            AddEverything(builder.Services, settings, databaseSetup.ConnectionString, authorKey);
            adjust?.Invoke(builder.Services);
            var web = builder.Build();
            await web.Services.GetRequiredService<DatabaseIdentity>().Remember(cancel);
            web.MapTelegram(settings.Telegram);
            web.MapHealth();
            return new(databaseSetup, web);
        }
        catch
        {
            await databaseSetup.DisposeAsync();
            throw;
        }
    }

    /// <summary>The table of contents.</summary>
    private static void AddEverything(IServiceCollection services, Settings settings, string connectionString, AuthorKey authorKey)
    {
        services.AddSingleton(settings.Site.Zone);
        // Read here: a wrong file then stops the start with one line.
        var calendar = DaysFile.Read(settings.Site.DataFolder);
        services.AddSingleton(calendar).AddSingleton(DaysFile.Watched(settings.Site.DataFolder));
        services.AddSingleton(settings.Site.Quiet with { Calendar = calendar });
        services.AddSingleton<WorkingHours>();
        services.AddDatabase(connectionString);
        services.AddConversations();
        services.AddFiles();
        services.AddLog();
        services.AddPeople(new PeopleSettings(settings.Site.Head, settings.Site.DataFolder));
        services.AddPlan();
        services.AddMaterials();
        services.AddMeetings();
        services.AddSeminars();
        services.AddNominations();
        services.AddConsultations(settings.Answers);
        services.AddFeedback(authorKey);
        services.AddCertificates();
        services.AddSurveys(settings.Site.DataFolder);
        services.AddBroadcasts();
        services.AddReminders(settings.Reminders);
        services.AddDigests(settings.Digests);
        services.AddTelegram(settings.Telegram);
        services.AddMessaging();
        services.AddTelegramReceiving(settings.Telegram);
        services.AddScheduler();
        services.AddHealth();
        services.AddSingleton<SchemaWatch>().AddHostedService<DatabaseWatch>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await databaseSetup.DisposeAsync();
    }
}
