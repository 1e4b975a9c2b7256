using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Groups;

/// <summary>A group consultation as the rules see it.</summary>
public sealed record GroupMeeting
{
    public required ConsultationState State { get; init; }

    public PersonId? Tutor { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Until when it gathers.</summary>
    public required DateTimeOffset AgreeBy { get; init; }

    public required int Seats { get; init; }

    /// <summary>With fewer it does not take place.</summary>
    public required int MinParticipants { get; init; }

    public int Agreed { get; init; }

    /// <summary>Whether people may come who were not invited by name.</summary>
    public bool IsOpenToAll { get; init; }

    public int FreeSeats => Math.Max(0, Seats - Agreed);

    /// <summary>Gathers, or is agreed.</summary>
    public bool IsLive => State is ConsultationState.Inviting or ConsultationState.Confirmed;

    /// <summary>Why it is closed to changes; null: it gathers or is agreed, and has not begun.</summary>
    internal GroupRefusal? Over(DateTimeOffset now) => State switch
    {
        ConsultationState.Cancelled => GroupRefusal.AlreadyCancelled,
        ConsultationState.Inviting or ConsultationState.Confirmed => now >= StartsAt ? GroupRefusal.AlreadyBegun : null,
        _ => GroupRefusal.AlreadyOver,
    };
}
