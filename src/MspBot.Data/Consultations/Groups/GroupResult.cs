using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Meetings;

namespace MspBot.Data.Consultations.Groups;

/// <summary>The result of an action on a group: nothing is written when it was refused.</summary>
/// <param name="Refusal">Why not.</param>
/// <param name="Before">Null for one that was just made.</param>
/// <param name="After">As it stands now.</param>
public sealed record GroupResult(GroupRefusal? Refusal, GroupDetails? Before, GroupDetails? After)
{
    /// <summary>Requests that this action put into the group or took out of it.</summary>
    public IReadOnlyList<ConsultationId> Requests { get; init; } = [];

    /// <summary>The tutor's engagement at the time that was refused as taken; null: only a break is missing.</summary>
    public Engagement? Clash { get; init; }

    internal static GroupResult Refuse(GroupRefusal because, GroupDetails? details = null) => new(because, details, details);
}
