using MspBot.Data.Surveys.Checking;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;

namespace MspBot.Host.Surveys.Checking;

/// <summary>Who has answered; answers are accepted or returned, surveys closed and opened again.</summary>
internal static class CheckingRegistration
{
    internal static IServiceCollection AddChecking(this IServiceCollection services)
    {
        services.AddScoped<CheckingReader>().AddScoped<CheckingStore>().AddScoped<ClosingStore>().AddScoped<SurveyReminderStore>();
        services.AddScoped<Checkers>().AddScoped<CheckingNews>().AddScoped<AnswersScreens>();
        services.AddScoped<OnPersonErased, CheckingOnPersonErased>();
        services.AddSurveyFace<CheckingFace>().AddCard<SurveyDeedsCard>().AddCard<AnswersCard>().AddMonitoringPart<CheckingPart>();
        services.AddFlow<MoveDueFlow>().AddHandler<MoveSurveyDue, MoveSurveyDueHandler>();
        services.AddFlow<ReopenFlow>().AddHandler<ReopenSurvey, ReopenSurveyHandler>();
        services.AddFlow<ReturnAnswersFlow>().AddHandler<ReturnAnswers, ReturnAnswersHandler>();
        return services.AddJob<SurveyReminderJob>("survey-reminders");
    }
}
