using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Hours;

/// <summary>Days on which a tutor is away, both included, and the colleague who stands in; null: no one can.</summary>
public sealed record Absence(DateOnly First, DateOnly Last, PersonId? StandIn)
{
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

/// <summary>
/// Who gets what is asked of a tutor who is away. A request whose times all lie in the absence goes to the stand-in, one without a
/// time if the tutor is away today; a request for a time when the tutor is back goes to the tutor.
/// </summary>
public static class StandInRules
{
    /// <param name="absences">The tutor's.</param>
    /// <param name="days">Of the times that are asked for; none: as soon as there is time.</param>
    /// <param name="today">In the site's zone.</param>
    /// <returns>Null: the tutor gets it.</returns>
    public static PersonId? For(IReadOnlyList<Absence> absences, IReadOnlyCollection<DateOnly> days, DateOnly today)
    {
        var asked = days.Count > 0 ? days : [today];
        return absences.FirstOrDefault(a => asked.All(a.Contains))?.StandIn;
    }
}
