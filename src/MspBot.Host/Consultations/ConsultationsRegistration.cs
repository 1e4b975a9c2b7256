using MspBot.Data.Consultations;
using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Journal;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations.Deadlines;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Deadlines;
using MspBot.Host.Consultations.Groups;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Consultations.Journal;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Consultations;

/// <summary>What the bot can do about consultations.</summary>
internal static class ConsultationsRegistration
{
    internal static IServiceCollection AddConsultations(this IServiceCollection services, AnswerTimes answers)
    {
        // Hours
        services.AddScoped<HoursReader>().AddScoped<HoursStore>().AddScoped<FreeTimesPublisher>().AddScoped<AwayNotices>();
        services.AddCard<HoursCard>().AddCommand<HoursCommand>();
        services.AddFlow<AddHoursFlow>().AddHandler<AddHours, AddHoursHandler>();
        services.AddFlow<LinkFlow>().AddHandler<SetLink, SetLinkHandler>();
        services.AddFlow<AwayFlow>().AddHandler<GoAway, GoAwayHandler>();
        services.AddScoped<OnPersonErased, HoursOnPersonErased>().AddScoped<OnRoleRemoved, HoursOnRoleRemoved>();
        services.AddMenuItem(60, speaker => speaker.Is(Role.Tutor), Button.Command(HoursTexts.Hours, "hours"));

        // Before those of requests: what comes back out of a group goes the way of the others.
        services.AddScoped<OnPersonErased, GroupOnPersonErased>().AddScoped<OnRoleRemoved, GroupOnRoleRemoved>();

        // Requests
        services.AddScoped<ConsultationReader>().AddScoped<TutorReader>();
        services.AddScoped<ConsultationStore>().AddScoped<HandoverStore>().AddScoped<RequestStore>().AddScoped<DepartureStore>()
            .AddScoped<StandInStore>().AddScoped<WaitingStore>();
        services.AddScoped<AnyTutor>().AddScoped<ConsultationNotices>().AddScoped<DeadlineNotices>().AddSingleton<ConsultationMessages>()
            .AddScoped<ShownConsultations>().AddSingleton<ConsultationScreens>().AddSingleton<ConsultationList>();
        services.AddCard<ConsultationCard>().AddCard<RequestsCard>().AddCard<AssignCard>();
        services.AddFlow<RequestFlow>().AddHandler<RequestConsultation, RequestConsultationHandler>();
        services.AddFlow<OfferFlow>().AddHandler<OfferTimes, OfferTimesHandler>();
        services.AddFlow<MoveFlow>().AddHandler<MoveConsultation, MoveConsultationHandler>();
        services.AddFlow<DeclineFlow>().AddHandler<DeclineRequest, DeclineRequestHandler>();
        services.AddFlow<CancelConsultationFlow>().AddHandler<CancelConsultation, CancelConsultationHandler>();
        services.AddFlow<HandOverFlow>().AddHandler<HandRequestOver, HandRequestOverHandler>();
        services.AddFlow<MeetingLinkFlow>().AddHandler<SetMeetingLink, SetMeetingLinkHandler>();
        services.AddFlow<TellTutorFlow>().AddHandler<TellTutor, TellTutorHandler>();
        services.AddCommand<ConsultCommand>().AddCommand<RequestsCommand>();
        services.AddNextThing<RequestsWaiting>().AddNextThing<NextConsultation>()
            .AddNextThing<OutcomesWaiting>().AddNextThing<OverdueWaiting>();
        services.AddScoped<StoredConsultationsReader>().AddScoped<StoredPart, ConsultationsStored>();
        services.AddScoped<MySection, MyConsultations>();
        services.AddScoped<OnPersonErased, ConsultationOnPersonErased>()
            .AddScoped<OnRoleRemoved, ConsultationOnRoleRemoved>()
            .AddScoped<FreeTimesListener, WaitingOffers>();
        services.AddMenuItem(30, speaker => speaker.Is(Role.Teacher), Button.Command(RequestTexts.Consultation, ConsultationLinks.Request));
        services.AddMenuItem(200, speaker => speaker.Is(Role.Tutor),
            Button.Command(RequestListTexts.Requests, ConsultationLinks.RequestsWord));

        // Nothing hangs
        services.AddSingleton(answers);
        services.AddScoped<UnansweredStore>().AddScoped<UnansweredNotices>();
        services.AddJob<StandInJob>("stand-ins").AddJob<UnansweredJob>("unanswered").AddJob<WaitingJob>("waiting");

        // Groups
        services.AddScoped<GroupReader>().AddScoped<GroupStore>().AddScoped<SuggestionStore>().AddScoped<GroupNotices>()
            .AddScoped<UnassignedRequests>().AddSingleton<GroupScreens>();
        services.AddCard<GroupCard>().AddCard<SuggestionCard>().AddStartLink<GroupLink>();
        services.AddFlow<NewGroupFlow>().AddFlow<MoveGroupFlow>().AddFlow<CancelGroupFlow>();
        services.AddHandler<OpenGroup, OpenGroupHandler>()
            .AddHandler<MoveGroup, MoveGroupHandler>()
            .AddHandler<CancelGroup, CancelGroupHandler>();
        services.AddScoped<MySection, GroupsSection>().AddNextThing<InvitedToGroup>().AddNextThing<NextGroup>();
        services.AddJob<GroupJob>("groups");

        // What came of it: the journal
        services.AddScoped<OutcomeStore>().AddScoped<JournalStore>().AddScoped<JournalReader>().AddScoped<JournalNotices>()
            .AddSingleton<JournalScreens>();
        services.AddFileMaker<JournalFileMaker>();
        services.AddCard<OutcomeCard>().AddCard<JournalCard>().AddCard<EntryCard>();
        services.AddFlow<OutcomeFlow>().AddFlow<JournalEntryFlow>().AddFlow<JournalEditFlow>();
        services.AddHandler<RecordOutcome, RecordOutcomeHandler>()
            .AddHandler<AddEntry, AddEntryHandler>()
            .AddHandler<EditEntry, EditEntryHandler>();
        services.AddCommand<JournalCommand>();
        services.AddScoped<OnPersonErased, JournalOnPersonErased>();
        services.AddJob<OutcomeJob>("outcomes");
        services.AddMenuItem(60, speaker => speaker.Is(Role.Tutor), Button.Command(JournalTexts.Journal, "journal"));

        // Coordination
        services.AddScoped<LoadReader>();
        services.AddCard<LoadCard>().AddCard<TutorJournalCard>();
        services.AddMenuItem(120, speaker => speaker.Is(Role.Head), Button.Card(LoadTexts.Load, ConsultationLinks.Load, 0));

        return services;
    }
}
