using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>What somebody is to a seminar. Each can do what those before can.</summary>
internal enum Part
{
    Visitor,
    Leader,
    Head,
}

/// <summary>Who sees which seminar, and who may change it.</summary>
internal static class Sight
{
    internal static bool IsHead(Speaker speaker) => speaker.Is(Role.Head);

    internal static Part PartOf(Speaker speaker, SeminarSheet sheet) =>
        IsHead(speaker) ? Part.Head : sheet.LeaderId is { } leader && leader == speaker.Person ? Part.Leader : Part.Visitor;

    /// <summary>Drafts are for heads; a cancelled seminar is seen by those who had a place in it.</summary>
    internal static bool MaySee(Speaker speaker, SeminarSheet sheet) => sheet.State switch
    {
        SeminarState.Published => true,
        SeminarState.Cancelled => PartOf(speaker, sheet) != Part.Visitor || sheet.Mine is not null,
        SeminarState.Draft => IsHead(speaker),
    };
}
