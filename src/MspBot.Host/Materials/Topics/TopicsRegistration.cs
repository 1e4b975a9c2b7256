using MspBot.Data.Materials.Topics;
using MspBot.Host.Conversations;
using MspBot.Host.Log;

namespace MspBot.Host.Materials.Topics;

/// <summary>The heads' list of topics.</summary>
internal static class TopicsRegistration
{
    internal static IServiceCollection AddTopics(this IServiceCollection services)
    {
        services.AddScoped<TopicReader>().AddScoped<TopicStore>().AddScoped<TopicScreens>();
        services.AddCard<TopicsCard>().AddCard<TopicCard>();
        services.AddFlow<AddTopicFlow>().AddHandler<AddTopic, AddTopicHandler>();
        services.AddFlow<RenameTopicFlow>().AddHandler<RenameTopic, RenameTopicHandler>();
        services.AddFlow<MergeTopicsFlow>().AddHandler<MergeTopics, MergeTopicsHandler>();
        return services.AddLibraryPart<TopicsPart>().AddLoggedThings<TopicsInLog>();
    }
}
