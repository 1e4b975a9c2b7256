using MspBot.Data.Materials;
using MspBot.Host.Materials.Adding;
using MspBot.Host.Materials.Papers;
using MspBot.Host.Materials.Reading;
using MspBot.Host.Materials.Topics;
using MspBot.Host.Plan.Items;

namespace MspBot.Host.Materials;

/// <summary>The library: methodical materials, their topics and editions.</summary>
internal static class MaterialsRegistration
{
    internal static IServiceCollection AddMaterials(this IServiceCollection services)
    {
        services.AddScoped<MaterialReader>().AddScoped<MaterialStore>().AddScoped<ResultMaterials, PlanMaterials>();
        return services.AddReading().AddAdding().AddTopics().AddMaterialPapers();
    }
}
