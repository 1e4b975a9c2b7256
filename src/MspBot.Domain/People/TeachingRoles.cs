namespace MspBot.Domain.People;

/// <summary>The roles whose holders give lessons as a rule, and are asked for their subjects.</summary>
public static class TeachingRoles
{
    public static bool Include(Role role) => role is not (Role.Observer or Role.Methodologist or Role.SchoolHead);
}
