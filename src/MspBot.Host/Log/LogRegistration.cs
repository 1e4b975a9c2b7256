using MspBot.Data.Log;
using MspBot.Host.Conversations;

namespace MspBot.Host.Log;

/// <summary>«Журнал действий». Who writes lines needs nothing of this: <c>Turn.Log</c>, and LogWriter in jobs.</summary>
internal static class LogRegistration
{
    internal static IServiceCollection AddLog(this IServiceCollection services)
    {
        services.AddScoped<LogReader>().AddScoped<LogWords>().AddScoped<LogChoices>();
        services.AddScoped<LogStartStore>().AddHostedService<LogStart>();
        services.AddFlow<LogActorFlow>().AddHandler<NarrowLog, NarrowLogHandler>();
        services.AddCard<LogCard>().AddFileMaker<LogFileMaker>();
        return services;
    }
}
