using MspBot.Data.Broadcasts;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts;

/// <summary>To whom, in words: after «Кому:».</summary>
internal static class AudienceTexts
{
    /// <summary>More schools than this are counted.</summary>
    private const int MostSchools = 3;

    /// <summary>Of a name that stands among others.</summary>
    private const int NameLength = 60;

    internal const string Everyone = "всем участникам";
    internal const string LowResults = "школам с низкими результатами";

    internal static string Of(Audience audience, AudienceNames names, SiteZone zone) => audience switch
    {
        Audience.Everyone => Everyone,
        Audience.OfRole(var role) => Of(role),
        Audience.LowResults => LowResults,
        Audience.OfSchools(var schools) => schools.Count > MostSchools || names.Schools.Count != schools.Count
            ? Russian.Count(schools.Count, "школе", "школам", "школам") : string.Join(", ", names.Schools.Select(Short)),
        Audience.OfSubject(var subject) => $"кто ведёт предмет «{Short(subject)}»",
        Audience.OfMeeting(_, var part) => $"{Of(part)} {Meeting(names, zone)}",
        Audience.OweSurvey => $"руководителям школ, не ответивших на опрос «{Short(names.Thing ?? "удалён")}»",
        Audience.OweNomination => $"кто не ответил на направление школы на {Meeting(names, zone)}",
        Audience.Again => "кому прошлая рассылка не успела уйти",
        _ => "",
    };

    internal static string Of(Role role) => role switch
    {
        Role.Teacher => "педагогам",
        Role.Tutor => "тьюторам",
        Role.Head => "руководителям площадки",
        Role.Methodologist => "методистам",
        Role.SchoolHead => "руководителям школ",
        Role.Observer => "наблюдателям",
    };

    internal static string Of(MeetingPart part) => part switch
    {
        MeetingPart.SignedUp => "кто записан на",
        MeetingPart.Waiting => "кто ждёт места на",
        MeetingPart.Came => "кто был на",
        MeetingPart.Missed => "кто был записан и не был на",
    };

    private static string Meeting(AudienceNames names, SiteZone zone) => names.Thing is { } title && names.StartsAt is { } starts
        ? $"«{Short(title)}», {Russian.ShortDay(zone.DayOf(starts))}" : "мероприятие, которого больше нет";

    private static string Short(string name) => Ellipsis.Cut(name, NameLength);
}
