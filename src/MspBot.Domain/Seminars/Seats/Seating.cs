namespace MspBot.Domain.Seminars.Seats;

/// <summary>Who holds a place: how many are seated, how many wait, and the place of the person it is about, if they have one.</summary>
/// <param name="Seated">How many are.</param>
/// <param name="Waiting">How many do.</param>
/// <param name="Mine">The person's own place.</param>
/// <param name="PassedOver">A seat is free and no one in line can be told.</param>
public sealed record Seating(int Seated, int Waiting, SignUpState? Mine = null, bool PassedOver = false)
{
    /// <summary>Seats just given back. Only their former holders may take them.</summary>
    public int Kept { get; init; }

    /// <summary>Whether one of the kept seats is the person's own.</summary>
    public bool KeepsMine { get; init; }

    /// <summary>Seats held for schools, and how many of them are for the person's own.</summary>
    public int Held { get; init; }

    public int HeldForMine { get; init; }

    /// <summary>Whether the person leads the meeting: then they come without a seat.</summary>
    public bool Leads { get; init; }

    /// <summary>Neither taken nor kept nor held for a school; null when seats are unlimited.</summary>
    public int? FreeSeats(int? seats) => seats is { } all ? Math.Max(0, all - Seated - Kept - Held) : null;

    /// <summary>
    /// Whether there is a seat for the person: their own that is kept, one that is held for their school, or one that is a newcomer's.
    /// </summary>
    public bool HasSeat(int? seats) => HasKept(seats) || HeldForMine > 0 || HasSeatForNewcomer(seats);

    /// <summary>Whether the seat that is kept is there to be taken back: the head may have lowered their number meanwhile.</summary>
    public bool HasKept(int? seats) => KeepsMine && (seats is null || Seated + Held < seats);

    /// <summary>A seat that has just been freed belongs to those who wait, if any of them can be told, and not to the newcomer.</summary>
    public bool HasSeatForNewcomer(int? seats) => (Waiting == 0 || PassedOver) && FreeSeats(seats) is null or > 0;
}
