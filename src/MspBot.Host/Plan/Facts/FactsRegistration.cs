using MspBot.Data.Plan.Facts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;

namespace MspBot.Host.Plan.Facts;

/// <summary>How the plan meets the meetings, and what became of it.</summary>
internal static class FactsRegistration
{
    internal static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddScoped<ItemChoiceReader>().AddScoped<FactReader>().AddScoped<TermNotes>()
        .AddScoped<UnansweredPlanReader>().AddScoped<PlanReminderStore>().AddScoped<PlanReminders>()
        .AddJob<PlanAnswerJob>("plan-answers")
        .AddCard<ReminderCard>()
        .AddCard<TermCard>().AddCard<PlanFactCard>().AddCard<ItemMeetingsCard>();
}
