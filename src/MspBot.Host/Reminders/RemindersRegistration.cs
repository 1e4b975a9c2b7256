using MspBot.Data.Reminders;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations.Jobs;

namespace MspBot.Host.Reminders;

/// <summary>What the bot says of its own accord, before a meeting and after it.</summary>
internal static class RemindersRegistration
{
    internal static IServiceCollection AddReminders(this IServiceCollection services, ReminderTimes times)
    {
        services.AddSingleton(times);
        services.AddScoped<ReminderStore>();
        services.AddScoped<LeaderReminderStore>();
        services.AddScoped<ConsultationReminderStore>();
        services.AddJob<ReminderJob>("reminders").AddJob<AttendanceJob>("attendance").AddJob<AfterJob>("after")
            .AddJob<ConsultationReminderJob>("consultation-reminders").AddJob<ConsultationAfterJob>("consultation-after");
        return services;
    }
}
