using MspBot.Data.Nominations.MySchool;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.People;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>/school: what the head of a school looks at, and when it frees its teachers.</summary>
internal static class MySchoolRegistration
{
    internal static IServiceCollection AddMySchool(this IServiceCollection services)
    {
        services.AddScoped<MySchoolReader>().AddScoped<MyTeachersScreens>().AddScoped<OnPersonErased, MyTeachersOnPersonErased>();
        services.AddCommand<MySchoolCommand>().AddCard<MySchoolCard>().AddCard<MyTeachersCard>().AddCard<MyTeacherCard>();
        services.AddCard<SchoolMeetingsCard>().AddCard<AttendedMeetingCard>().AddCard<SchoolTutorsCard>().AddCard<SchoolHoursCard>();
        services.AddFlow<FindTeacherFlow>().AddHandler<OpenTeacher, OpenTeacherHandler>();
        services.AddFlow<AddSchoolHoursFlow>().AddHandler<AddSchoolHours, AddSchoolHoursHandler>();
        services.AddMenuItem(25, SchoolAccess.IsHead, Button.Command(MySchoolTexts.MySchool, NominationLinks.SchoolWord));
        return services;
    }
}
