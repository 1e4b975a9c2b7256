using MspBot.Host.People;

namespace MspBot.Host.Nominations;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class NominationLinks
{
    internal const string AddHours = "school-hours";
    internal const string Answer = "na";
    internal const string FindTeacher = "school-find";
    internal const string Hours = "schh";
    internal const string Meeting = "nm";
    internal const string MySchool = "sch";
    internal const string MyTeacher = "schp";
    internal const string MyTeachers = "scht";
    internal const string Nominee = "nn";
    internal const string Nominate = "nominate";
    internal const string Replace = "replace-nominee";

    /// <summary>What is held for schools at a meeting, for the head of the site.</summary>
    internal const string HeldSeats = "nh";
    internal const string HoldSeats = "hold-seats";

    /// <summary>«Места школы», for the school's head.</summary>
    internal const string SchoolSeats = "np";

    /// <summary>Papers of a meeting, and the list for the school's order: of a meeting, or of all with the number 0.</summary>
    internal const string MeetingPapers = "mp";
    internal const string OrderList = "nol";
    internal const string SchoolMeeting = "schm";
    internal const string SchoolMeetings = "schw";
    internal const string SchoolTutors = "schu";

    /// <summary>The command.</summary>
    internal const string SchoolWord = PeopleLinks.SchoolWord;
}
