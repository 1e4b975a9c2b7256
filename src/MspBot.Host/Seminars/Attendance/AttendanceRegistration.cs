using MspBot.Data.Seminars.Attendance;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Materials;
using MspBot.Host.People;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>Who came, what was handed out, and what is said afterwards.</summary>
internal static class AttendanceRegistration
{
    internal static IServiceCollection AddAttendance(this IServiceCollection services)
    {
        services.AddScoped<AttendanceStore>().AddScoped<AttendanceReader>().AddScoped<MissedStore>();
        services.AddScoped<EndedSeminarStore>().AddScoped<SeminarMaterialStore>().AddScoped<MaterialDelivery>();
        services.AddScoped<ParticipantsScreens>().AddScoped<AttendanceScreens>().AddScoped<OnPersonErased, NamelessLists>();
        services.AddCard<HandOutCard>().AddMaterialPart<HandOutPart>();
        services.AddCard<ParticipantsCard>().AddCard<AttendanceCard>().AddCard<MissedCard>();
        services.AddFlow<CodeFlow>().AddHandler<EnterByCode, EnterByCodeHandler>();
        services.AddFlow<AttachFlow>().AddHandler<AttachMaterial, AttachMaterialHandler>();
        services.AddNextThing<AttendanceToMark>();
        services.AddJob<AttendanceJob>("attendance");
        return services;
    }
}
