using MspBot.Data.Reminders;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations.Jobs;

namespace MspBot.Host.Reminders;

/// <summary>Reminders of meetings.</summary>
internal static class RemindersRegistration
{
    internal static IServiceCollection AddReminders(this IServiceCollection services, ReminderTimes times)
    {
        services.AddSingleton(times).AddScoped<ReminderStore>();
        return services.AddJob<ReminderJob>("reminders");
    }
}
