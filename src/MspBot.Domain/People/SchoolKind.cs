namespace MspBot.Domain.People;

/// <summary>What a school is to the site.</summary>
public enum SchoolKind
{
    Host,
    Leader,
    LowResults,
    Other,
}
