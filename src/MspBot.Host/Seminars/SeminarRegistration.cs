using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Attendance;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;
using MspBot.Host.Seminars.Attendance;
using MspBot.Host.Seminars.Events;
using MspBot.Host.Seminars.Heads;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars;

/// <summary>What the bot can do about seminars.</summary>
internal static class SeminarRegistration
{
    internal static IServiceCollection AddSeminars(this IServiceCollection services)
    {
        services.AddScoped<SeminarReader>();
        services.AddScoped<SignUpReader>();
        services.AddScoped<SignUpStore>();
        services.AddScoped<SeminarStore>();
        services.AddScoped<AttendanceStore>();
        services.AddScoped<AttendanceReader>();
        services.AddScoped<EndedSeminarStore>();
        services.AddScoped<MissedStore>();
        services.AddScoped<SeminarMaterialStore>();
        services.AddScoped<MaterialDelivery>();
        services.AddScoped<LineStore>();
        services.AddScoped<SeminarNotices>().AddScoped<ShownSeminars>();
        services.AddScoped<SeminarPlaces>();
        services.AddScoped<SeminarPublishing>();
        services.AddSingleton<SeminarScreens>();
        services.AddSingleton<SeminarList>();

        services.AddCard<SeminarCard>();
        services.AddCard<EventsCard>();
        services.AddCard<MyCard>();
        services.AddCard<LedCard>();
        services.AddCard<FoundCard>();
        services.AddWordsFinder<SeminarSearch>();
        services.AddCard<ParticipantsCard>();
        services.AddCard<SeminarChangesCard>();
        services.AddCard<AttendanceCard>();
        services.AddCard<MissedCard>();

        services.AddFlow<NewSeminarFlow>();
        services.AddFlow<ChangeSeminarFlow>();
        services.AddFlow<CancelSeminarFlow>();
        services.AddFlow<CodeFlow>();
        services.AddFlow<AttachFlow>();
        services.AddHandler<AttachMaterial, AttachMaterialHandler>();
        services.AddHandler<EnterByCode, EnterByCodeHandler>();
        services.AddHandler<MakeSeminar, MakeSeminarHandler>();
        services.AddHandler<ChangeSeminar, ChangeSeminarHandler>();
        services.AddHandler<CancelSeminar, CancelSeminarHandler>();

        services.AddCommand<EventsCommand>();
        services.AddCommand<MyCommand>();
        services.AddCommand<NewSeminarCommand>();
        services.AddStartLink<EventLink>();
        services.AddNextThing<NextSeminar>().AddNextThing<AttendanceToMark>();
        services.AddScoped<StoredSignUps>().AddScoped<StoredPart, SeminarsStored>();
        services.AddScoped<MySection, LedSection>();
        services.AddScoped<OnPersonErased, SeminarOnPersonErased>().AddScoped<LedMeetings, SeminarsLed>();
        services.AddScoped<OnPersonReturned, SeminarReturned>();
        services.AddJob<AttendanceJob>("attendance").AddJob<LineJob>("line");
        services.AddMenuItem(10, _ => true, Button.Command(ListTexts.Events, "events"));
        services.AddMenuItem(20, _ => true, Button.Command(ListTexts.Mine, "my"));
        services.AddMenuItem(30, SeminarAccess.LeadsMeetings, LedCard.Open);
        services.AddMenuItem(100, SeminarAccess.IsHead, Button.Command(HeadTexts.New, SeminarLinks.NewSeminar));
        return services;
    }
}
