namespace MspBot.Host.Conversations;

/// <summary>A file that is made when its message is sent: by whom, and of what.</summary>
public sealed record FileToMake(string Maker, string Of);

/// <summary>
/// Makes files that messages name (<see cref="Screen.ToMake"/>), so that no turn and no transaction waits while they are drawn. Registered with
/// AddFileMaker.
/// </summary>
public abstract class FileMaker
{
    /// <summary>Stable: messages that wait carry it.</summary>
    public abstract string Key { get; }

    /// <summary>May run again for the same message: after a restart, or when it was put back. Null: there is nothing to make any more.</summary>
    /// <param name="of">What the message says that it is made of.</param>
    public abstract Task<Attachment?> Make(string of);
}

/// <summary>Makes what a message names, one file at a time: each takes a core for a moment.</summary>
internal sealed class FileMaking(Registry registry, IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <returns>The screen with its file; null when there is nothing to make any more.</returns>
    internal async Task<Screen?> Complete(Screen screen, FileToMake file, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return registry.FileMaker(file.Maker, scope.ServiceProvider) is { } maker && await maker.Make(file.Of) is { } made
                ? screen with { File = made, ToMake = null } : null;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
