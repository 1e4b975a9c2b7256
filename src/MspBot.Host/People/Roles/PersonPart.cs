using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Roles;

/// <summary>
/// A button that another feature adds to a person's card, which only heads see. Registered with AddScoped&lt;PersonPart, …&gt;.
/// </summary>
internal abstract class PersonPart
{
    /// <summary>Null: none for somebody with these roles.</summary>
    public abstract Task<Button?> For(PersonId person, IReadOnlySet<Role> roles);
}
