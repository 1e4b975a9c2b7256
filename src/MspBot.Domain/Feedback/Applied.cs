namespace MspBot.Domain.Feedback;

/// <summary>Whether it was applied, asked two weeks later.</summary>
public enum Applied
{
    Yes,
    Partly,
    No,
    NotYet,
}
