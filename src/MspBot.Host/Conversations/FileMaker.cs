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

    /// <summary>Whether its message is worth sending without the file, should it fail to be made.</summary>
    public virtual bool IsExtra => false;
}

/// <summary>Makes what a message names, one file at a time: each takes a core for a moment.</summary>
internal sealed partial class FileMaking(Registry registry, IServiceScopeFactory scopes, ILogger<FileMaking> log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <returns>The screen with its file; null when there is nothing to make any more.</returns>
    internal async Task<Screen?> Complete(Screen screen, FileToMake file, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (registry.FileMaker(file.Maker, scope.ServiceProvider) is not { } maker) return null;
            try
            {
                return await maker.Make(file.Of) is { } made ? screen with { File = made, ToMake = null } : null;
            }
            catch (Exception e) when (maker.IsExtra && !cancel.IsCancellationRequested)
            {
                LogWithout(e, file.Maker);
                return screen with { ToMake = null };
            }
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "The file of «{Maker}» could not be made: its message is sent without it")]
    private partial void LogWithout(Exception e, string maker);
}
