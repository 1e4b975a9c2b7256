using MspBot.Domain.Files;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Files;

/// <summary>
/// What a feature does once a file that it waits for is here, or never will be: in the transaction that says so. Another's file is none of
/// its business. Registered with AddScoped&lt;OnFileFetched, …&gt;.
/// </summary>
internal abstract class OnFileFetched
{
    /// <summary>
    /// Called before either: a feature that holds a row of its own while it changes files holds it here, so that both rows are always taken
    /// in one order.
    /// </summary>
    public virtual Task Hold(StoredFileId file) => Task.CompletedTask;

    public abstract Task<IReadOnlyCollection<Notice>> Stored(StoredFileId file, byte[] content, DateTimeOffset now);

    /// <summary>Its sender is told already.</summary>
    public abstract Task Lost(StoredFileId file);
}
