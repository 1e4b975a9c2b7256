using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>Makes what a message names, one file at a time: each takes a core for a moment.</summary>
internal sealed partial class FileMaking(Registry registry, IServiceScopeFactory scopes, ILogger<FileMaking> log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <returns>The screen with its file; null when there is nothing left to make.</returns>
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
