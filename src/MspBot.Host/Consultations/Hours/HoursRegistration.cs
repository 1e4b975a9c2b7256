using MspBot.Data.Consultations.Hours;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Hours;

/// <summary>When a tutor can be met.</summary>
internal static class HoursRegistration
{
    internal static IServiceCollection AddHours(this IServiceCollection services)
    {
        services.AddScoped<HoursReader>().AddScoped<HoursStore>().AddScoped<TutorReader>();
        services.AddScoped<FreeTimesPublisher>().AddScoped<AwayNotices>().AddScoped<OfferedTimes>();
        services.AddCard<HoursCard>().AddCommand<HoursCommand>();
        services.AddFlow<AddHoursFlow>().AddHandler<AddHours, AddHoursHandler>();
        services.AddFlow<LinkFlow>().AddHandler<SetLink, SetLinkHandler>();
        services.AddFlow<AwayFlow>().AddHandler<GoAway, GoAwayHandler>();
        services.AddScoped<OnPersonErased, HoursOnPersonErased>().AddScoped<OnRoleRemoved, HoursOnRoleRemoved>();
        services.AddMenuItem(60, speaker => speaker.Is(Role.Tutor), Button.Command(HoursTexts.Hours, "hours"));
        return services;
    }
}
