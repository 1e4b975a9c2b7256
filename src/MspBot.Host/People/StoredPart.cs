using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People;

/// <summary>
/// What another feature stores of a person, for «Что хранится» and before an erasure. Registered with AddScoped&lt;StoredPart, …&gt;.
/// </summary>
internal abstract class StoredPart
{
    /// <summary>Where its lines stand.</summary>
    public abstract int Order { get; }

    /// <summary>A line for each kind of thing; none where nothing is stored.</summary>
    public abstract Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now);

    /// <summary>What the person may want to keep before it goes; null: nothing.</summary>
    public virtual Task<Button?> Keep(Turn turn) => Task.FromResult<Button?>(null);
}
