using MspBot.Data.Materials.Reading;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;
using MspBot.Host.People;

namespace MspBot.Host.Materials.Reading;

/// <summary>Materials are found, shown and taken.</summary>
internal static class ReadingRegistration
{
    internal static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddScoped<LibraryReader>().AddScoped<SearchStore>().AddScoped<TakenStore>().AddScoped<WishStore>();
        services.AddScoped<FoundScreens>().AddScoped<MaterialFace>().AddScoped<Searching>();
        services.AddScoped<ComplaintNews>().AddScoped<WishNews>();
        services.AddCommand<MaterialsCommand>().AddCard<MaterialsCard>().AddCard<MaterialCard>().AddStartLink<MaterialLink>();
        services.AddCard<MaterialListCard>().AddCard<ByTopicCard>().AddCard<BySubjectCard>().AddCard<WishesCard>();
        services.AddFlow<SearchFlow>().AddHandler<SearchMaterials, SearchMaterialsHandler>();
        services.AddMenuItem(88, _ => true, Button.Command(LibraryTexts.Library, MaterialLinks.Materials));
        services.AddLibraryPart<FindingPart>().AddLibraryPart<WishesPart>().AddLoggedThings<MaterialsInLog>();
        return services.AddScoped<StoredPart, MaterialsStored>().AddScoped<OnPersonErased, ReadingOnPersonErased>();
    }
}
