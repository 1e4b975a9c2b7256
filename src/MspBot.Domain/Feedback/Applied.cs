namespace MspBot.Domain.Feedback;

/// <summary>What became of it two weeks later.</summary>
public enum Applied
{
    Yes,
    Partly,
    No,
    NotYet,
}
