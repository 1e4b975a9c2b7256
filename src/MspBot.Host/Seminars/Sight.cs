using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;

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
    internal static bool LeadsMeetings(Speaker speaker) => LeadingRoles.All.Any(speaker.Is);

    /// <summary>Seminars that somebody may see.</summary>
    /// <param name="reader">Reads them.</param>
    /// <param name="orCancelled">Also one that was cancelled, to anybody who has an old invitation to it: the card says no more than that.</param>
    internal static Access Seen(SeminarReader reader, bool orCancelled = false) => Access.Rows(async (turn, id) =>
        await reader.Sheet(new(id), turn.Person) is { } sheet
        && (MaySee(turn.Speaker, sheet, turn.Now) || (orCancelled && sheet is { State: SeminarState.Cancelled, WasPublished: true })));

    /// <summary>Seminars that somebody leads; a head, all of them.</summary>
    internal static Access Led(SeminarReader reader) => Access.Rows(async (turn, id) =>
        await reader.Sheet(new(id), turn.Person) is { } sheet && PartOf(turn.Speaker, sheet, turn.Now) != Part.Visitor);

    internal static bool IsHead(Speaker speaker) => speaker.Is(Role.Head);

    /// <summary>
    /// Whoever leads a meeting is its leader until it is over, also where a head took the role away and left them the meeting. Of what is
    /// over, names and words are for those who hold a role in which one leads.
    /// </summary>
    internal static Part PartOf(Speaker speaker, SeminarSheet sheet, DateTimeOffset now)
    {
        if (IsHead(speaker)) return Part.Head;
        if (sheet.LeaderId is not { } leader || leader != speaker.PersonOrNull) return Part.Visitor;
        return LeadingRoles.All.Any(speaker.Is) || !sheet.Seminar.IsOver(now) ? Part.Leader : Part.Visitor;
    }

    /// <summary>Drafts are for heads; a cancelled seminar is seen by those who had a place in it.</summary>
    internal static bool MaySee(Speaker speaker, SeminarSheet sheet, DateTimeOffset now) => sheet.State switch
    {
        SeminarState.Published => true,
        SeminarState.Cancelled => PartOf(speaker, sheet, now) != Part.Visitor || sheet.Mine is not null,
        SeminarState.Draft => IsHead(speaker),
    };
}
