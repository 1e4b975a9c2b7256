namespace MspBot.Domain.People.Profile;

/// <summary>Why somebody cannot be erased yet.</summary>
public enum ErasureRefusal
{
    LastHead,
}

/// <summary>Whether a person who asks to be forgotten may go.</summary>
public static class Erasure
{
    /// <param name="roles">Theirs.</param>
    /// <param name="heads">How many heads there are, this person included.</param>
    public static ErasureRefusal? Decide(IReadOnlySet<Role> roles, int heads) =>
        // A site without a head cannot appoint one.
        roles.Contains(Role.Head) && heads <= 1 ? ErasureRefusal.LastHead : null;
}
