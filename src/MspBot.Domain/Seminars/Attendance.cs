namespace MspBot.Domain.Seminars;

/// <summary>Who holds a place: how many are seated, how many wait, and the place of the person it is about, if they have one.</summary>
public sealed record Attendance(int Seated, int Waiting, SignUpState? Mine = null)
{
    /// <summary>Null when seats are unlimited.</summary>
    public int? FreeSeats(int? seats) => seats is { } all ? Math.Max(0, all - Seated) : null;

    /// <summary>A seat that has just been freed belongs to those who wait, not to the newcomer.</summary>
    public bool HasSeatForNewcomer(int? seats) => Waiting == 0 && FreeSeats(seats) is null or > 0;
}
