using MspBot.Data.Consultations.Requests;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Requests;

/// <summary>From the request to the meeting.</summary>
internal static class RequestsRegistration
{
    internal static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddScoped<ConsultationReader>().AddScoped<ConsultationStore>().AddScoped<HandoverStore>();
        services.AddScoped<RequestStore>().AddScoped<DepartureStore>().AddScoped<AnyTutor>();
        services.AddScoped<ConsultationNotices>().AddScoped<UnassignedRequests>().AddScoped<ShownConsultations>();
        services.AddSingleton<ConsultationMessages>().AddSingleton<ConsultationScreens>().AddSingleton<ConsultationList>();
        services.AddCard<ConsultationCard>().AddCard<RequestsCard>();
        services.AddFlow<RequestFlow>().AddHandler<RequestConsultation, RequestConsultationHandler>();
        services.AddFlow<OfferFlow>().AddHandler<OfferTimes, OfferTimesHandler>();
        services.AddFlow<MoveFlow>().AddHandler<MoveConsultation, MoveConsultationHandler>();
        services.AddFlow<DeclineFlow>().AddHandler<DeclineRequest, DeclineRequestHandler>();
        services.AddFlow<CancelConsultationFlow>().AddHandler<CancelConsultation, CancelConsultationHandler>();
        services.AddFlow<HandOverFlow>().AddHandler<HandRequestOver, HandRequestOverHandler>();
        services.AddFlow<MeetingLinkFlow>().AddHandler<SetMeetingLink, SetMeetingLinkHandler>();
        services.AddFlow<TellTutorFlow>().AddHandler<TellTutor, TellTutorHandler>();
        services.AddCommand<ConsultCommand>().AddCommand<RequestsCommand>();
        services.AddNextThing<RequestsWaiting>().AddNextThing<NextConsultation>();
        services.AddNextThing<OutcomesWaiting>().AddNextThing<OverdueWaiting>();
        services.AddScoped<MySection, MyConsultations>();
        services.AddScoped<OnPersonErased, ConsultationOnPersonErased>().AddScoped<OnRoleRemoved, ConsultationOnRoleRemoved>();
        services.AddMenuItem(30, speaker => speaker.Is(Role.Teacher), Button.Command(RequestTexts.Consultation, ConsultationLinks.Request));
        services.AddMenuItem(200, speaker => speaker.Is(Role.Tutor),
            Button.Command(RequestListTexts.Requests, ConsultationLinks.RequestsWord));
        return services;
    }
}
