using MspBot.Data.People.Inquiries;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Inquiries;

/// <summary>«Спросить человека».</summary>
internal static class InquiriesRegistration
{
    internal static IServiceCollection AddInquiries(this IServiceCollection services)
    {
        services.AddScoped<InquiryStore>().AddScoped<InquiryReader>().AddScoped<InquiryNews>();
        services.AddCard<InquiryCard>().AddNextThing<InquiryWaiting>();
        services.AddFlow<AskFlow>().AddHandler<AskHeads, AskHeadsHandler>();
        services.AddFlow<AnswerInquiryFlow>().AddHandler<ReplyToInquiry, ReplyToInquiryHandler>();
        services.AddScoped<OnPersonErased, InquiryOnPersonErased>();
        services.AddHelpItem(AskFlow.IsFor, Button.Flow(AskTexts.Ask, PeopleLinks.Ask), AskTexts.Hint);
        return services;
    }
}
