using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Seminars.Seats;

/// <summary>The result of signing up; <paramref name="Details"/> is the seminar as the person sees it afterwards.</summary>
public sealed record SignUpResult(SeminarDetails Details, SignUpOutcome Outcome)
{
    /// <summary>Whether the seat was held for their school.</summary>
    public bool TookHeld { get; init; }

    /// <summary>Whether they have taken back the seat that they had given back a moment ago.</summary>
    public bool CameBack { get; init; }
}
