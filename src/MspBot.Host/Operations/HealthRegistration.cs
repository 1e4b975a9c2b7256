using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Messaging;

namespace MspBot.Host.Operations;

/// <summary>
/// /health: 200 when updates come in and can be taken, the database answers and can be written to, and jobs run; else 503. What a restart
/// does not mend is only shown: parked updates, updates not understood, jobs whose last run failed, and what they could not treat.
/// </summary>
internal static class HealthRegistration
{
    /// <summary>Longer than a poll in which nothing comes, and the rest after a failure.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(2);

    internal static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<DatabasePing>();

    internal static WebApplication MapHealth(this WebApplication app)
    {
        app.MapGet("/health", async (
            DatabasePing database, ReceivingHealth receiving, JobHealth jobs, InboxStore inbox, CancellationToken cancel) =>
        {
            var state = await database.Ask(cancel);
            var receives = receiving.IsPushed ? receiving.LastSuccess is not null : receiving.Since < TooLong;
            var healthy = state == DatabaseState.Answers && receives && receiving.Trouble is null && jobs.Stopped.Count == 0;
            return Results.Json(new
            {
                status = healthy ? "healthy" : "unhealthy",
                receiving = receiving.IsPushed ? "webhook" : "polling",
                lastReceived = receiving.LastSuccess,
                trouble = receiving.Trouble,
                notUnderstood = receiving.CountNotUnderstood,
                database = state switch
                {
                    DatabaseState.Answers => "answers",
                    DatabaseState.ReadOnly => "is read-only",
                    DatabaseState.Exchanged => "was exchanged",
                    DatabaseState.Away => "does not answer",
                },
                parkedUpdates = state == DatabaseState.Away ? null : await Parked(inbox, cancel),
                jobs = new { stopped = jobs.Stopped, failing = jobs.Failing, untreated = jobs.Untreated, secondsSince = jobs.SecondsSince },
            }, statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        return app;
    }

    /// <summary>Null when the database went away in between.</summary>
    private static async Task<long?> Parked(InboxStore inbox, CancellationToken cancel)
    {
        try
        {
            return await inbox.Parked(cancel);
        }
        catch (Exception e) when (Database.IsUnavailable(e))
        {
            return null;
        }
    }
}
