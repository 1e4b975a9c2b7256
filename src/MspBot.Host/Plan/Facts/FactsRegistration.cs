using MspBot.Data.Plan.Facts;
using MspBot.Host.Conversations;

namespace MspBot.Host.Plan.Facts;

/// <summary>How the plan meets the meetings, and what became of it.</summary>
internal static class FactsRegistration
{
    internal static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddScoped<ItemChoiceReader>().AddScoped<FactReader>().AddScoped<TermNotes>()
        .AddCard<TermCard>().AddCard<PlanFactCard>().AddCard<ItemMeetingsCard>();
}
