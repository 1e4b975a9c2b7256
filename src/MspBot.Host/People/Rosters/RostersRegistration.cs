using MspBot.Data.People.Rosters;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Files;

namespace MspBot.Host.People.Rosters;

/// <summary>Schools bring their teachers in: one link for all, or a list with a link for each.</summary>
internal static class RostersRegistration
{
    internal static IServiceCollection AddRosters(this IServiceCollection services)
    {
        services.AddScoped<RosterReader>().AddScoped<RosterStore>().AddScoped<RosterImportStore>().AddScoped<RosterScreens>();
        services.AddCard<RosterCard>().AddFlow<RosterFlow>().AddHandler<BringList, BringListHandler>().AddFileMaker<SampleFileMaker>();
        services.AddCard<RosterListCard>().AddScoped<OnFileFetched, RosterReading>();
        services.AddScoped<RosterArrivals>().AddScoped<SchoolArrivals>(provider => provider.GetRequiredService<RosterArrivals>());
        services.AddStartLink<SchoolLink>().AddCard<CorrectionCard>();
        services.AddScoped<OnPersonErased, RosterOnPersonErased>().AddScoped<StoredPart, RostersStored>();
        services.AddJob<OldRostersJob>("old-rosters", JobRegistration.EachQuarter);
        services.AddJob<ExpiredLinksJob>("expired-links", JobRegistration.EachNight);
        return services;
    }
}
