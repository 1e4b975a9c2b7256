using MspBot.Data.Feedback;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>Asked of the person themselves: the answer says that they have filed, never what.</summary>
internal sealed class FiledOrDeclined(FeedbackReader reader) : FeedbackGiven
{
    public override async Task<bool> For(PersonId person, SeminarId seminar)
    {
        var meeting = new Meeting(MeetingKind.Seminar, seminar.Value);
        return await reader.Details(meeting, person) is { Declined: true } || await reader.Filed(meeting, person) is not null;
    }
}
