using MspBot.Data.Broadcasts.Topics;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;
using MspBot.Host.Seminars;

namespace MspBot.Host.Broadcasts.Topics;

/// <summary>Topics one asks for, and what one does not want to get.</summary>
internal static class TopicNewsRegistration
{
    internal static IServiceCollection AddTopicNews(this IServiceCollection services)
    {
        services.AddScoped<TopicWishStore>().AddScoped<TopicNewsStore>().AddScoped<TopicNewsReader>().AddScoped<MeetingTopicStore>();
        services.AddSingleton<TopicNewsScreens>();
        services.AddCard<MyTopicsCard>().AddCard<TopicNewsCard>().AddCard<MeetingTopicsCard>();
        services.AddScoped<ProfileChoice, TopicPreference>().AddSingleton<SeminarCardButtons, MeetingTopicsButton>();
        services.AddScoped<StoredPart, TopicsStored>().AddScoped<OnPersonErased, TopicsOnPersonErased>();
        services.AddJob<TopicNewsJob>("topics");
        return services;
    }
}
