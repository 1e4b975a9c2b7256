using MspBot.Data.Reminders;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations.Jobs;

namespace MspBot.Host.Reminders;

/// <summary>Reminders of meetings, and what the bot says of its own accord after them.</summary>
internal static class RemindersRegistration
{
    internal static IServiceCollection AddReminders(this IServiceCollection services, ReminderTimes times)
    {
        services.AddSingleton(times).AddScoped<ReminderStore>();
        services.AddJob<ReminderJob>("reminders").AddJob<AttendanceJob>("attendance").AddJob<AfterJob>("after")
            .AddJob<ConsultationAfterJob>("consultation-after");
        return services;
    }
}
