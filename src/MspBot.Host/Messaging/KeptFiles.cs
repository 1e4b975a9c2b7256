using MspBot.Data.Files;
using MspBot.Data.Postgres;
using MspBot.Domain.Files;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files;

namespace MspBot.Host.Messaging;

/// <summary>
/// Sends files that a messenger keeps: by its newest reference. Where it refuses that, the bytes are sent anew, once, and what comes after
/// goes by the reference that they have from then on.
/// </summary>
internal sealed partial class KeptFiles(IServiceScopeFactory scopes, FileGate gate, TimeProvider time, ILogger<KeptFiles> log)
{
    /// <returns>The reference of the new message.</returns>
    internal async Task<string> Send(MessengerCalls calls, ChatId chat, Screen screen, bool plain, CancellationToken cancel)
    {
        if (screen.Kept is not { } file || screen.File is not null) return await calls.Send(chat, screen, plain, cancel);
        var reference = await Newest(calls, file);
        if (await ByReference(calls, chat, screen, file, reference, plain, cancel) is { } sent) return sent;

        using var held = await gate.Enter(cancel);
        // Another message may have sent it anew while this one waited.
        var newer = await Newest(calls, file);
        if (newer != reference && await ByReference(calls, chat, screen, file, newer, plain, cancel) is { } second) return second;
        if (file.Stored is not { } stored || await Content(new(stored)) is not { } content)
        {
            LogGone(file.Stored);
            return await calls.Send(chat, screen with { Text = FileTexts.Gone(screen.Text, file.Name), Kept = null }, plain, cancel);
        }
        gate.Read(content.Length);
        var (message, renewed) = await calls.Upload(chat, screen, file, content, plain, cancel);
        if (renewed is not null) await Renew(new(stored), calls, renewed);
        return message;
    }

    /// <returns>Null: the messenger does not know the file, or not any more.</returns>
    private static async Task<string?> ByReference(
        MessengerCalls calls, ChatId chat, Screen screen, KeptFile file, string reference, bool plain, CancellationToken cancel)
    {
        if (!calls.IsFile(reference)) return null;
        try
        {
            return await calls.Send(chat, screen with { Kept = file with { Reference = reference } }, plain, cancel);
        }
        catch (Exception e) when (calls.FaultOf(e) is { Kind: CallFaultKind.FileRefused })
        {
            return null;
        }
    }

    private async Task<string> Newest(MessengerCalls calls, KeptFile file) =>
        (file.Stored is { } stored ? await Read(files => files.Reference(new(stored), calls.Pace)) : null) ?? file.Reference;

    private Task<byte[]?> Content(StoredFileId file) => Read(files => files.Content(file));

    private async Task<T> Read<T>(Func<StoredFileStore, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<StoredFileStore>());
    }

    /// <summary>The message has left: that it could not be noted is no reason to send it again.</summary>
    private async Task Renew(StoredFileId file, MessengerCalls calls, string reference)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<StoredFileStore>().Renew(file, calls.Pace, reference, time.GetUtcNow());
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit(CancellationToken.None);
            LogRenewed(file.Value);
        }
        catch (Exception e) when (Database.IsUnavailable(e))
        {
            LogNotRenewed(file.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The messenger refused the reference of file {Id}; it was sent anew")]
    private partial void LogRenewed(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The new reference of file {Id} could not be kept")]
    private partial void LogNotRenewed(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The messenger refused the reference of file {Id}, and its bytes are not here")]
    private partial void LogGone(long? id);
}
