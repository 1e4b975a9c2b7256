using MspBot.Data.Consultations.Deadlines;
using MspBot.Domain.Consultations.Deadlines;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>No request is left without an answer, and heads see who has how much to do.</summary>
internal static class DeadlinesRegistration
{
    internal static IServiceCollection AddDeadlines(this IServiceCollection services, AnswerTimes answers)
    {
        services.AddSingleton(answers);
        services.AddScoped<StandInStore>().AddScoped<UnansweredStore>().AddScoped<WaitingStore>().AddScoped<LoadReader>();
        services.AddScoped<DeadlineNotices>().AddScoped<UnansweredNotices>().AddScoped<FreeTimesListener, WaitingOffers>();
        services.AddCard<AssignCard>().AddCard<LoadCard>().AddCard<TutorJournalCard>();
        services.AddJob<StandInJob>("stand-ins").AddJob<UnansweredJob>("unanswered").AddJob<WaitingJob>("waiting");
        services.AddMenuItem(120, speaker => speaker.Is(Role.Head), Button.Card(LoadTexts.Load, ConsultationLinks.Load, 0));
        return services;
    }
}
