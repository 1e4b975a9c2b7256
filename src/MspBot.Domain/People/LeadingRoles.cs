namespace MspBot.Domain.People;

/// <summary>The roles in which somebody leads meetings.</summary>
public static class LeadingRoles
{
    public static IReadOnlyList<Role> All { get; } = [Role.Tutor, Role.Head, Role.Methodologist];
}
