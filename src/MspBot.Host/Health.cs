using MspBot.Data.Postgres;
using MspBot.Host.Telegram;

namespace MspBot.Host;

/// <summary>/health: whether updates come in and the database answers. 200 when both do, else 503.</summary>
internal static class HealthRegistration
{
    /// <summary>Longer than a poll in which nothing comes, and the rest after a failure.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(2);

    internal static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<DatabasePing>();

    internal static WebApplication MapHealth(this WebApplication app)
    {
        app.MapGet("/health", async (DatabasePing database, ReceivingHealth receiving, TelegramOptions options, CancellationToken cancel) =>
        {
            var state = await database.Ask(cancel);
            // A webhook is called only when somebody writes: silence is no failure.
            var receives = options.WebhookUrl is null ? receiving.Since < TooLong : receiving.LastSuccess is not null;
            var healthy = state == DatabaseState.Answers && receives && !receiving.StoreIsFailing;
            return Results.Json(new
            {
                status = healthy ? "healthy" : "unhealthy",
                receiving = options.WebhookUrl is null ? "polling" : "webhook",
                lastReceived = receiving.LastSuccess,
                database = state switch
                {
                    DatabaseState.Answers => "answers",
                    DatabaseState.ReadOnly => "is read-only",
                    DatabaseState.Away => "does not answer",
                },
            }, statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        return app;
    }
}
