using MspBot.Data.Plan.Papers;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Files;
using MspBot.Host.People;

namespace MspBot.Host.Plan.Papers;

/// <summary>The plan on paper and as a table, and the way back from a table.</summary>
internal static class PapersRegistration
{
    internal static IServiceCollection AddPlanPapers(this IServiceCollection services)
    {
        services.AddScoped<PaperReader>().AddScoped<EditionStore>().AddScoped<ImportStore>();
        services.AddCard<DownloadCard>().AddFileMaker<PaperFileMaker>().AddStartLink<PaperLink>();
        services.AddFlow<ImportFlow>().AddHandler<ImportPlan, ImportPlanHandler>().AddCard<ImportCard>();
        services.AddScoped<OnFileFetched, ImportReading>().AddScoped<OnPersonErased, ImportOnPersonErased>();
        services.AddJob<OldImportsJob>("plan-imports", JobRegistration.EachNight);
        return services;
    }
}
