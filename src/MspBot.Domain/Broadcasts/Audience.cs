using System.Text.Json.Serialization;
using MspBot.Domain.People;

namespace MspBot.Domain.Broadcasts;

/// <summary>To whom: a rule, not a list. Stored as JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "to")]
[JsonDerivedType(typeof(Everyone), "everyone")]
[JsonDerivedType(typeof(OfRole), "role")]
[JsonDerivedType(typeof(LowResults), "low-results")]
[JsonDerivedType(typeof(OfSchools), "schools")]
[JsonDerivedType(typeof(OfSubject), "subject")]
[JsonDerivedType(typeof(OfMeeting), "meeting")]
[JsonDerivedType(typeof(OweSurvey), "survey")]
[JsonDerivedType(typeof(OweNomination), "nomination")]
[JsonDerivedType(typeof(Again), "again")]
public abstract record Audience
{
    public sealed record Everyone : Audience;

    public sealed record OfRole(Role Role) : Audience;

    /// <summary>People of schools with low results.</summary>
    public sealed record LowResults : Audience;

    public sealed record OfSchools(IReadOnlyList<long> Schools) : Audience
    {
        public bool Equals(OfSchools? other) => other is not null && Schools.SequenceEqual(other.Schools);

        public override int GetHashCode() => Schools.Count;
    }

    public sealed record OfSubject(string Subject) : Audience;

    public sealed record OfMeeting(long Seminar, MeetingPart Part) : Audience;

    /// <summary>Heads of schools that have not sent their answers.</summary>
    public sealed record OweSurvey(long Survey) : Audience;

    /// <summary>Teachers who were sent to a meeting and have not said yes or no.</summary>
    public sealed record OweNomination(long Seminar) : Audience;

    /// <summary>Those whom another broadcast failed to reach for a passing reason.</summary>
    public sealed record Again(long Broadcast) : Audience;
}

/// <summary>Which part of those who have to do with a meeting. Stored by name.</summary>
public enum MeetingPart
{
    SignedUp,
    Waiting,
    Came,
    Missed,
}
