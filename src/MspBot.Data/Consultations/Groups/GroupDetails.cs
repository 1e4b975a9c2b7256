using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Groups;

/// <summary>Somebody who is invited to a group, or in it.</summary>
public sealed record GroupMember
{
    public PersonId Id { get; init; }

    /// <summary>Null: erased.</summary>
    public string? Name { get; init; }

    public string? School { get; init; }

    /// <summary>Null where they cannot be told.</summary>
    public ChatId? Chat { get; init; }

    /// <summary>Their own request, if they were invited because of one.</summary>
    public ConsultationId? RequestId { get; init; }

    public MemberState State { get; init; }
}

/// <summary>A group consultation with everything its card says, and everybody in it.</summary>
public sealed record GroupDetails
{
    public ConsultationId Id { get; init; }

    public ConsultationState State { get; init; }

    public required string Topic { get; init; }

    public string? Subject { get; init; }

    public PersonId? TutorId { get; init; }

    /// <summary>Null: erased.</summary>
    public string? Tutor { get; init; }

    public ChatId? TutorChat { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    /// <summary>Shown only to those who come.</summary>
    public string? JoinLink { get; init; }

    /// <summary>Of cancelling.</summary>
    public string? Reason { get; init; }

    public int Seats { get; init; }

    public int MinParticipants { get; init; }

    public DateTimeOffset AgreeBy { get; init; }

    public DateTimeOffset? OpenSince { get; init; }

    /// <summary>The secret of the link by which others than those who asked come in.</summary>
    public string? OpenCode { get; init; }

    public required string CalendarUid { get; init; }

    public int CalendarSequence { get; init; }

    /// <summary>It was agreed once, and stands in calendars.</summary>
    public bool WasConfirmed { get; init; }

    /// <summary>Grows with each change of what the group is, not with who comes.</summary>
    public int Version { get; init; }

    public int Minutes { get; init; }

    public int BreakMinutes { get; init; }

    public IReadOnlyList<GroupMember> Members { get; init; } = [];

    public IEnumerable<GroupMember> Coming => Members.Where(m => m.State == MemberState.Agreed);

    public MemberState? StateOf(PersonId person) => Members.FirstOrDefault(m => m.Id == person)?.State;

    /// <summary>As it looks once they are erased: a name goes nowhere any more.</summary>
    public GroupDetails Without(PersonId person) => this with
    {
        Tutor = TutorId == person ? null : Tutor,
        Members = [.. Members.Select(member => member.Id == person ? member with { Name = null, School = null } : member)],
    };

    public GroupMeeting Facts => new()
    {
        State = State,
        Tutor = TutorId,
        StartsAt = StartsAt,
        AgreeBy = AgreeBy,
        Seats = Seats,
        MinParticipants = MinParticipants,
        Agreed = Coming.Count(),
        IsOpenToAll = OpenSince is not null,
    };
}
