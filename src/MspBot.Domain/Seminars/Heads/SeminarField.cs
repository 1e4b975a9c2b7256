namespace MspBot.Domain.Seminars.Heads;

/// <summary>What of a seminar can be otherwise. Buttons and the log carry the names.</summary>
public enum SeminarField
{
    Title,
    Start,
    Length,
    Seats,
    Audience,
    Link,
    Leader,
    Description,
    PlanItem,
}
