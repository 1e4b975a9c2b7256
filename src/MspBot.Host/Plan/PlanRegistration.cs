using MspBot.Data.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;
using MspBot.Host.Plan.Agreement;
using MspBot.Host.Plan.Facts;
using MspBot.Host.Plan.Items;
using MspBot.Host.Plan.Papers;

namespace MspBot.Host.Plan;

/// <summary>The plan of the МСП and its agreement with the methodology department.</summary>
internal static class PlanRegistration
{
    internal static IServiceCollection AddPlan(this IServiceCollection services)
    {
        services.AddScoped<PlanReader>().AddScoped<PlanStore>().AddScoped<ItemStore>();
        services.AddScoped<RepeatStore>().AddScoped<ReviewReader>().AddScoped<HistoryReader>();
        services.AddSingleton<FactButtons>().AddScoped<PlanScreens>().AddScoped<ItemScreens>()
            .AddScoped<ShownPlans>().AddScoped<PlanRefusalScreens>();
        services.AddCommand<PlanCommand>().AddCard<PlanCard>().AddCard<ItemsCard>().AddCard<ItemCard>();
        services.AddScoped<PlanNames>().AddLoggedThings<PlansInLog>().AddLoggedThings<PlanItemsInLog>();
        services.AddMenuItem(90, PlanAccess.Reads, Button.Command(PlanTexts.Plan, PlanLinks.Plan));
        services.AddFacts();
        services.AddPlanItems().AddAgreement();
        services.AddPlanPapers();
        return services;
    }
}
