namespace MspBot.Domain.People.Roles;

/// <summary>Why a role is not taken away.</summary>
public enum RoleRemovalRefusal
{
    NotHead,
    Everybodys,
    NotTheirs,
    LastHead,
}

/// <summary>Whether a head may take a role away from a person.</summary>
public static class RoleRemoval
{
    /// <param name="role">Which.</param>
    /// <param name="byHead">Whether who asks is a head, now.</param>
    /// <param name="holds">Whether the person has it.</param>
    /// <param name="heads">How many heads there are.</param>
    public static RoleRemovalRefusal? Decide(Role role, bool byHead, bool holds, int heads)
    {
        if (!byHead) return RoleRemovalRefusal.NotHead;
        if (role == Role.Teacher) return RoleRemovalRefusal.Everybodys;
        if (!holds) return RoleRemovalRefusal.NotTheirs;
        // A site without a head cannot appoint one.
        return role == Role.Head && heads <= 1 ? RoleRemovalRefusal.LastHead : null;
    }
}
