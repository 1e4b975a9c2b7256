namespace MspBot.Domain.People;

/// <summary>What a participant may do. Everyone who registered is a <see cref="Teacher"/>; the others are added to it.</summary>
public enum Role
{
    Teacher,
    Tutor,
    Head,
    Methodologist,
    SchoolHead,
    Observer,
}
