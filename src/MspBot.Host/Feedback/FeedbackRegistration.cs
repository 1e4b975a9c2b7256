using MspBot.Data.Feedback;
using MspBot.Domain.Feedback;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;
using MspBot.Host.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>What people say of meetings: asking, filing, reading, answering.</summary>
internal static class FeedbackRegistration
{
    internal static IServiceCollection AddFeedback(this IServiceCollection services, AuthorKey key)
    {
        services.AddSingleton(key);
        services.AddScoped<FeedbackBox>().AddScoped<FeedbackMover>();
        services.AddScoped<FeedbackReader>().AddScoped<FeedbackStore>().AddScoped<FeedbackRequestStore>().AddScoped<OpinionReader>();
        services.AddSingleton<FeedbackScreens>().AddScoped<FeedbackWaiting>();
        services.AddScoped<FeedbackGiven, FiledOrDeclined>();
        services.AddJob<FeedbackJob>("feedback").AddJob<FeedbackBoxJob>("feedback-box", JobRegistration.EachQuarter);
        services.AddScoped<OnPersonErased, FeedbackOnPersonErased>().AddScoped<StoredPart, FeedbackStored>();
        services.AddScoped<ProfileChoice, FeedbackPreference>();

        services.AddCard<FeedbackCard>().AddCard<FeedbackListCard>().AddCard<AppliedCard>().AddCard<FeedbackPreferenceCard>();
        services.AddFlow<CommentFlow>().AddHandler<WriteComment, WriteCommentHandler>();
        services.AddCommand<FeedbackCommand>();
        services.AddMenuOffer<FeedbackOffer>().AddNextThing<FeedbackNext>();

        services.AddScoped<FeedbackViews>();
        services.AddCard<SeminarFeedbackCard>().AddCard<TutorFeedbackCard>().AddCard<AllFeedbackCard>();
        services.AddFileMaker<ViewPictureMaker>();
        services.AddFlow<ReplyFlow>().AddHandler<SendReply, SendReplyHandler>();
        services.AddSingleton<SeminarCardButtons, FeedbackSeminarButtons>();
        return services;
    }
}
