using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Seminars;

/// <summary>A seminar as a line of a list.</summary>
public sealed record SeminarLine
{
    public SeminarId Id { get; init; }

    public SeminarKind Kind { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    /// <summary>Null: unlimited.</summary>
    public int? Seats { get; init; }

    public int Seated { get; init; }

    public int Waiting { get; init; }

    /// <summary>Whether no one in line can be reached, so that newcomers may take a free seat.</summary>
    public bool PassedOver { get; init; }

    public SeminarState State { get; init; }

    /// <summary>The reader's own sign-up.</summary>
    public SignUpState? Mine { get; init; }

    /// <summary>By which nomination the reader has the place, and whether they have not answered.</summary>
    public NominationId? Nomination { get; init; }

    public bool AwaitsAnswer { get; init; }

    /// <summary>The place in line, if the reader waits.</summary>
    public int? MyPlace { get; init; }

    /// <summary>Whether the reader leads it.</summary>
    public bool Leads { get; init; }

    /// <summary>Who leads it, where that is of interest.</summary>
    public string? Leader { get; init; }

    /// <summary>Seats that were given back a moment ago.</summary>
    public int Kept { get; init; }

    /// <summary>Seats held for schools, and how many of them are for the reader's.</summary>
    public int Held { get; init; }

    public int HeldForMine { get; init; }

    public Seating Attendance => new(Seated, Waiting, Mine, PassedOver) { Kept = Kept, Held = Held, HeldForMine = HeldForMine };
}
