using MspBot.Data.Materials.Papers;
using MspBot.Host.Conversations;

namespace MspBot.Host.Materials.Papers;

/// <summary>The register, and how an author's materials were spread.</summary>
internal static class MaterialPapersRegistration
{
    internal static IServiceCollection AddMaterialPapers(this IServiceCollection services)
    {
        services.AddScoped<MaterialPaperReader>();
        services.AddCard<RegisterCard>().AddCard<SpreadCard>().AddFileMaker<MaterialPaperMaker>();
        return services.AddLibraryPart<RegisterPart>().AddMaterialPart<SpreadOfMaterial>();
    }
}
