using MspBot.Data.Materials.Adding;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Files;
using MspBot.Host.People;

namespace MspBot.Host.Materials.Adding;

/// <summary>Materials are added, offered, decided on, changed, replaced and hidden.</summary>
internal static class AddingRegistration
{
    internal static IServiceCollection AddAdding(this IServiceCollection services)
    {
        services.AddScoped<AddingStore>().AddScoped<AddingReader>().AddScoped<DecisionStore>().AddScoped<EditionStore>();
        services.AddScoped<EditionNewsStore>().AddScoped<SentFileStore>().AddScoped<AuthorErasureStore>();
        services.AddScoped<AddingNews>().AddScoped<MaterialDeeds>();
        services.AddScoped<OnFileFetched, CheckMaterialFile>().AddScoped<OnPersonErased, AuthorOnPersonErased>();
        services.AddMaterialPart<DeedsPart>().AddLibraryPart<AddingPart>().AddNextThing<OfferedWaits>().AddFilesFinder<SentFileOffer>();
        services.AddCard<MaterialDeedsCard>().AddCard<OfferedCard>().AddCard<MineCard>();
        services.AddFlow<AddMaterialFlow>().AddHandler<AddToLibrary, AddToLibraryHandler>();
        services.AddFlow<ChangeMaterialFlow>().AddHandler<ChangeMaterial, ChangeMaterialHandler>();
        services.AddFlow<ReplaceFileFlow>().AddHandler<ReplaceFile, ReplaceFileHandler>();
        services.AddFlow<ReturnMaterialFlow>().AddHandler<ReturnMaterial, ReturnMaterialHandler>();
        services.AddScoped<OfferNewsStore>().AddJob<OfferNewsJob>("material-offers");
        return services.AddJob<EditionNewsJob>("material-editions");
    }
}
