using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Seminars;

/// <summary>A person's relation to a seminar. Each can do all that those before it can.</summary>
internal enum SeminarRelation
{
    Visitor,
    Leader,
    Head,
}

/// <summary>Who sees which seminar, and who may change it.</summary>
internal static class SeminarAccess
{
    internal static bool LeadsMeetings(Speaker speaker) => LeadingRoles.All.Any(speaker.Is);

    /// <summary>Seminars that a person may see.</summary>
    /// <param name="reader">Reads them.</param>
    /// <param name="orCancelled">Also one that was cancelled, to anybody who has an old invitation to it: the card says no more than
    /// that.</param>
    internal static Access Seen(SeminarReader reader, bool orCancelled = false) => Access.Rows(async (turn, id) =>
        await reader.Details(new(id), turn.Person) is { } details
        && (MaySee(turn.Speaker, details, turn.Now) || (orCancelled && details is { State: SeminarState.Cancelled, WasPublished: true })));

    /// <summary>Seminars that a person leads; for a head, all of them.</summary>
    internal static Access Led(SeminarReader reader) => Access.Rows(async (turn, id) =>
        await reader.Details(new(id), turn.Person) is { } details
        && RelationOf(turn.Speaker, details, turn.Now) != SeminarRelation.Visitor);

    internal static bool IsHead(Speaker speaker) => speaker.Is(Role.Head);

    /// <summary>
    /// The leader of a meeting stays its leader until it is over, even if a head removed the role and left them the meeting. Of what is
    /// over, names and words are for those who hold a role in which one leads.
    /// </summary>
    internal static SeminarRelation RelationOf(Speaker speaker, SeminarDetails details, DateTimeOffset now)
    {
        if (IsHead(speaker)) return SeminarRelation.Head;
        if (details.LeaderId is not { } leader || leader != speaker.PersonOrNull) return SeminarRelation.Visitor;
        return LeadingRoles.All.Any(speaker.Is) || !details.Seminar.IsOver(now) ? SeminarRelation.Leader : SeminarRelation.Visitor;
    }

    /// <summary>Drafts are for heads; a cancelled seminar is seen by those who had a place in it.</summary>
    internal static bool MaySee(Speaker speaker, SeminarDetails details, DateTimeOffset now) => details.State switch
    {
        SeminarState.Published => true,
        SeminarState.Cancelled => RelationOf(speaker, details, now) != SeminarRelation.Visitor || details.Mine is not null,
        SeminarState.Draft => IsHead(speaker),
    };
}
