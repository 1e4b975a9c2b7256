using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;

namespace MspBot.Host.Plan.Agreement;

/// <summary>Plans are sent, agreed item by item, and returned.</summary>
internal static class AgreementRegistration
{
    internal static IServiceCollection AddAgreement(this IServiceCollection services)
    {
        services.AddScoped<PlanNotices>().AddScoped<ReviewScreens>().AddScoped<RestScreens>()
            .AddScoped<PlanDeeds>().AddScoped<ReviewerDepartures>();
        services.AddScoped<OnPersonErased, ReviewerOnPersonErased>().AddScoped<OnRoleRemoved, ReviewerOnRoleRemoved>();
        services.AddCard<SendCard>().AddCard<ReviewCard>().AddCard<RestCard>().AddCard<ChangedCard>();
        services.AddCard<ItemHistoryCard>().AddCard<PlanHistoryCard>().AddNextThing<PlanWaits>();
        services.AddFlow<ReturnItemFlow>().AddHandler<ReturnItem, ReturnItemHandler>();
        services.AddJob<ReviewJob>("plan-reviews");
        return services;
    }
}
