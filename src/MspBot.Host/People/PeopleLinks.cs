using MspBot.Domain.People;

namespace MspBot.Host.People;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class PeopleLinks
{
    internal const string AnswerInquiry = "reply";
    internal const string Ask = "ask";
    internal const string Assign = "assign";
    internal const string Assignment = "care";
    internal const string Assignments = "cares";
    internal const string BringByList = "roster";
    internal const string BringTeachers = "sr";
    internal const string BroughtList = "rx";
    internal const string ChangeSchool = "profile-school";
    internal const string Correction = "rc";
    internal const string FindPerson = "find-person";
    internal const string Inquiry = "inq";
    internal const string Invitation = "invite";
    internal const string Invitations = "invites";
    internal const string Invite = "invite";
    internal const string People = "people";
    internal const string Person = "person";
    internal const string Position = "profile-position";
    internal const string Profile = "profile";
    internal const string Registration = "register";
    internal const string Rename = "profile-name";
    internal const string School = "school";
    internal const string Subjects = "profile-subjects";

    /// <summary>The command of a school's head: «Моя школа», of Nominations.</summary>
    internal const string SchoolWord = "school";

    /// <summary>What the start argument of an invitation begins with.</summary>
    internal const string InvitationStart = "i_";

    /// <summary>«Пригласить учителей» of a school, in messages that are kept up to date.</summary>
    internal static string ShownBringing(SchoolId school) => $"{BringTeachers}:{school.Value}";
}
