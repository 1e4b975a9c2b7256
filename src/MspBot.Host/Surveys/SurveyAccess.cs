using MspBot.Domain.People;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Surveys;

/// <summary>Who opens monitoring, who sees what in it, and who decides.</summary>
internal static class SurveyAccess
{
    /// <summary>Whoever has anything to do with monitoring.</summary>
    internal static bool Opens(Speaker speaker) => Reads(speaker) || Fills(speaker);

    /// <summary>The summary of all schools.</summary>
    internal static bool Reads(Speaker speaker) => Checks(speaker) || speaker.Is(Role.Observer);

    /// <summary>Decides on what schools have sent.</summary>
    internal static bool Checks(Speaker speaker) => Leads(speaker) || speaker.Is(Role.Methodologist);

    /// <summary>Says what is asked, and when.</summary>
    internal static bool Leads(Speaker speaker) => speaker.Is(Role.Head);

    /// <summary>Answers for a school.</summary>
    internal static bool Fills(Speaker speaker) => speaker.Is(Role.SchoolHead);

    /// <summary>Reads and does not check: of single schools no small shares.</summary>
    internal static bool Limited(Speaker speaker) => !Checks(speaker) && speaker.Is(Role.Observer);
}
