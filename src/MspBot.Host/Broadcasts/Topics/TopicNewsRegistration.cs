namespace MspBot.Host.Broadcasts.Topics;

/// <summary>Topics one asks for, and what one does not want to get.</summary>
internal static class TopicNewsRegistration
{
    internal static IServiceCollection AddTopicNews(this IServiceCollection services) => services;
}
