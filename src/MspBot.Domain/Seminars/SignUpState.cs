namespace MspBot.Domain.Seminars;

/// <summary>One person's place in one seminar.</summary>
public enum SignUpState
{
    Confirmed,
    Waitlisted,
    Cancelled,
}
