namespace MspBot.Domain.Seminars;

/// <summary>Who holds a place: how many are seated, how many wait, and the place of the person it is about, if they have one.</summary>
/// <param name="Seated">How many are.</param>
/// <param name="Waiting">How many do.</param>
/// <param name="Mine">The person's own place.</param>
/// <param name="PassedOver">A seat lies free, and nobody who waits for it can be told.</param>
public sealed record Attendance(int Seated, int Waiting, SignUpState? Mine = null, bool PassedOver = false)
{
    /// <summary>Null when seats are unlimited.</summary>
    public int? FreeSeats(int? seats) => seats is { } all ? Math.Max(0, all - Seated) : null;

    /// <summary>A seat that has just been freed belongs to those who wait, if any of them can be told, and not to the newcomer.</summary>
    public bool HasSeatForNewcomer(int? seats) => (Waiting == 0 || PassedOver) && FreeSeats(seats) is null or > 0;
}
