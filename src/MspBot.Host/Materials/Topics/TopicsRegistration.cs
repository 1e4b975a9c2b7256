namespace MspBot.Host.Materials.Topics;

/// <summary>The heads' list of topics.</summary>
internal static class TopicsRegistration
{
    internal static IServiceCollection AddTopics(this IServiceCollection services) => services;
}
