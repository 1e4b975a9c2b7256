using MspBot.Domain.Seminars.Seats;

namespace MspBot.Domain.Nominations;

/// <summary>What nominating so many teachers will lead to: said before it is done, and done only if it still is so.</summary>
/// <param name="OfSchool">How many seats are held for the school.</param>
/// <param name="ForAll">How many are free for anybody; null: unlimited.</param>
/// <param name="Seated">How many of them get a seat.</param>
/// <param name="Waiting">How many wait in line.</param>
public sealed record NominationForecast(int OfSchool, int? ForAll, int Seated, int Waiting)
{
    /// <param name="seating">Who has a place there, as it stands to one of the school.</param>
    /// <param name="seats">The meeting's; null: unlimited.</param>
    /// <param name="teachers">How many are nominated.</param>
    public static NominationForecast Of(Seating seating, int? seats, int teachers)
    {
        var forAll = seating.HasSeatForNewcomer(seats) ? seating.FreeSeats(seats) : 0;
        var seated = forAll is { } free ? Math.Min(teachers, seating.HeldForMine + free) : teachers;
        return new(seating.HeldForMine, forAll, seated, teachers - seated);
    }
}
