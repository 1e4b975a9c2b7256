using MspBot.Data.Materials;
using MspBot.Host.Plan.Items;

namespace MspBot.Host.Materials;

/// <summary>What is handed out.</summary>
internal static class MaterialsRegistration
{
    internal static IServiceCollection AddMaterials(this IServiceCollection services) =>
        services.AddScoped<MaterialStore>().AddScoped<ResultMaterials, PlanMaterials>();
}
