namespace MspBot.Host.Conversations.Messages;

/// <summary>
/// Fetches the bytes of a file that the messenger keeps. Implemented by each messenger's folder. Call it outside a transaction.
/// </summary>
internal abstract class FileFetcher
{
    /// <param name="reference">The messenger's own, as it came in.</param>
    /// <param name="mostBytes">A larger file is not read.</param>
    /// <param name="cancel">Stops it.</param>
    public abstract Task<FetchedFile> Fetch(string reference, int mostBytes, CancellationToken cancel);
}

/// <summary>What the messenger answered.</summary>
internal abstract record FetchedFile
{
    internal sealed record Whole(byte[] Bytes) : FetchedFile;

    /// <summary>It can be tried again.</summary>
    internal sealed record NotNow : FetchedFile;

    /// <summary>The messenger will never give it.</summary>
    internal sealed record Never : FetchedFile;
}
