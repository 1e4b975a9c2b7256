using MspBot.Data.Consultations;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Consultations;

/// <summary>What the bot can do about consultations.</summary>
internal static class ConsultationsRegistration
{
    internal static IServiceCollection AddConsultations(this IServiceCollection services)
    {
        // Hours
        services.AddScoped<HoursReader>().AddScoped<HoursStore>().AddScoped<OpenedHours>().AddScoped<AwayNotices>();
        services.AddCard<HoursCard>().AddCommand<HoursCommand>();
        services.AddFlow<AddHoursFlow>().AddHandler<AddHours, AddHoursHandler>();
        services.AddFlow<LinkFlow>().AddHandler<SetLink, SetLinkHandler>();
        services.AddFlow<AwayFlow>().AddHandler<GoAway, GoAwayHandler>();
        services.AddScoped<PersonErasing, HoursErasing>().AddScoped<RoleLosing, HoursLosing>();
        services.AddMenuItem(60, speaker => speaker.Is(Role.Tutor), Button.Command(HoursTexts.Hours, "hours"));

        // Requests

        // Groups

        // What came of it: the journal

        // Coordination

        return services;
    }
}
