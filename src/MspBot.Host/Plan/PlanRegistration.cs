using MspBot.Data.Plan;

namespace MspBot.Host.Plan;

/// <summary>The plan of the МСП and its agreement with the methodology department.</summary>
internal static class PlanRegistration
{
    internal static IServiceCollection AddPlan(this IServiceCollection services) =>
        services.AddScoped<PlanReader>().AddScoped<PlanStore>().AddScoped<ItemStore>();
}
