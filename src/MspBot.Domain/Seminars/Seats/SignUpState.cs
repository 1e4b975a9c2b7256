namespace MspBot.Domain.Seminars.Seats;

/// <summary>One person's place in one seminar.</summary>
public enum SignUpState
{
    Confirmed,
    Waitlisted,
    Cancelled,
}
