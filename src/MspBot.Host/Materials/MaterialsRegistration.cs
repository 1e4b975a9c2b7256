using MspBot.Data.Materials;

namespace MspBot.Host.Materials;

/// <summary>What is handed out.</summary>
internal static class MaterialsRegistration
{
    internal static IServiceCollection AddMaterials(this IServiceCollection services) => services.AddScoped<MaterialStore>();
}
