using System.Collections.Concurrent;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Host.Messaging;

/// <summary>One message on its way: what is done about each answer of its messenger.</summary>
internal sealed partial class Delivery(
    MessengerCalls calls, OutboxStore outbox, FileMaking files, KeptFiles kept, RecentMessages recent, IServiceScopeFactory scopes,
    TimeProvider time, ILogger<Delivery> log)
{
    /// <summary>Beyond this it is put back into the database rather than held.</summary>
    private static readonly TimeSpan LongestHeld = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestWaitOfBestEffort = TimeSpan.FromSeconds(5);

    /// <summary>Chats of which this process has put an answer back: what it holds for them already goes after it.</summary>
    private readonly ConcurrentDictionary<ChatId, bool> behind = new();

    /// <returns>The result; null when the message was put back for later.</returns>
    internal async Task<SendResult?> Deliver(Outgoing outgoing, CancellationToken cancel)
    {
        var row = outgoing.Row;
        if (row.Priority == Priority.Answer && (row.Attempts > 0 || behind.ContainsKey(row.Chat)))
        {
            if (await outbox.PutBehind(row.Id, cancel)) return null;
            behind.TryRemove(row.Chat, out _);
        }
        var late = row.Attempts > 0;
        var plain = false;
        for (var failures = 0; ; failures++)
        {
            var rest = TimeSpan.Zero;
            try
            {
                if (calls.Pause.Left is var left && left > LongestHeld)
                {
                    await PutBack(row, left);
                    return null;
                }
                late |= left > TimeSpan.Zero || failures > 0;
                await calls.Pause.Wait(cancel);
                if (row.Perishable && !await outbox.StillWanted(row.Id, time.GetUtcNow(), cancel))
                    return new SendResult(row.Id, null, "too late");
                if (outgoing.Payload is Screen { ToMake: { } file } screen)
                {
                    if (await files.Complete(screen, file, cancel) is not { } made) return new SendResult(row.Id, null, "no file");
                    outgoing = outgoing with { Payload = made };
                }
                var message = await Call(outgoing, plain, late, cancel);
                if (message is { } number) recent.Remember(row.Id, number);
                return new SendResult(row.Id, message, null);
            }
            catch (Exception e) when (FaultOf(e, cancel) is { } fault)
            {
                switch (fault.Kind)
                {
                    case CallFaultKind.AsWanted:
                        var shown = row.ReplacesMessage ?? await MessageOf(row, cancel);
                        if (shown is { } same) recent.Remember(row.Id, same);
                        return new SendResult(row.Id, shown, null);
                    case CallFaultKind.Wait:
                        rest = fault.Wait ?? TimeSpan.FromSeconds(1);
                        await PauseAll(rest, cancel);
                        break;
                    case CallFaultKind.CannotEdit when outgoing.Payload is Deletion:
                        return new SendResult(row.Id, null, $"{fault.Code}");   // too old: it stays, and whoever deleted it is told
                    case CallFaultKind.CannotEdit when row.Replaces is not null && outgoing.Payload is Screen { Rows.Count: 0 }:
                        return new SendResult(row.Id, null, null);   // an old question, deleted by the person: not missed
                    case CallFaultKind.CannotEdit when row.IsRedrawing:
                        return new SendResult(row.Id, null, null);   // news come by themselves; what was deleted stays so
                    case CallFaultKind.CannotEdit:
                        // The person deleted it or wrote over it: what it should say comes below.
                        outgoing = outgoing with { Row = row = row with { Replaces = null, ReplacesMessage = null } };
                        continue;
                    case CallFaultKind.Markup when !plain:
                        LogMarkupRefused(row.Id, row.Chat);
                        plain = true;
                        continue;
                    case CallFaultKind.Unreachable:
                        await Unreachable(row, cancel);
                        return new SendResult(row.Id, null, SendResult.Unreachable);
                    case CallFaultKind.NoAnswer when !row.IsEdit && (row.Priority == Priority.Answer || row.Attempts > 1):
                        // Most likely it was sent. A question is not asked twice; news are tried once more.
                        LogMaybeSent(row.Id, row.Chat);
                        return new SendResult(row.Id, null, "maybe sent");
                    case CallFaultKind.NoAnswer or CallFaultKind.NotReached:
                        LogNotReached(row.Id, row.Chat, fault.Reason);
                        rest = Backoff.OfCall(failures);
                        break;
                    case CallFaultKind.Transient:
                        rest = Backoff.OfCall(failures);
                        break;
                    case CallFaultKind.Markup or CallFaultKind.FileRefused or CallFaultKind.Refused:
                        LogRefused(row.Id, row.Chat, fault.Code, fault.Reason);
                        return new SendResult(row.Id, null, $"{fault.Code}");
                }
            }
            // An answer has no lease that could run out: the caller tries it again.
            catch (Exception e) when (Database.IsUnavailable(e) && row.Priority != Priority.Answer)
            {
                return null;   // not known whether it is still right: the lease runs out, then it is looked at again
            }
            catch (OperationCanceledException)
            {
                return null;
            }
            if (rest > LongestHeld || failures >= 5)
            {
                await PutBack(row, rest);
                return null;
            }
            await Task.Delay(rest, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancel.IsCancellationRequested) return null;
        }
    }

    /// <summary>A call whose loss does no harm, tried a few times.</summary>
    /// <returns>Whether the messenger took it or no longer wants it; false when it could not be reached.</returns>
    internal async Task<bool> BestEffort(Func<Task> call)
    {
        for (var failures = 0; failures < 5; failures++)
        {
            try
            {
                await call();
                return true;
            }
            catch (Exception e) when (calls.FaultOf(e) is { } fault)
            {
                switch (fault.Kind)
                {
                    case CallFaultKind.Wait or CallFaultKind.Transient:
                        await Task.Delay(fault.Wait is { } wait ? Shorter(wait, LongestWaitOfBestEffort) : Backoff.OfCall(failures));
                        break;
                    case CallFaultKind.NoAnswer or CallFaultKind.NotReached:
                        await Task.Delay(Backoff.OfCall(failures));
                        break;
                    default:
                        return true;   // «query is too old»: it is waited for no more
                }
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>A call that is cut short because we stop is no fault of the messenger.</summary>
    private CallFault? FaultOf(Exception e, CancellationToken cancel) => calls.FaultOf(e) switch
    {
        { Kind: CallFaultKind.NoAnswer or CallFaultKind.NotReached } when cancel.IsCancellationRequested => null,
        var fault => fault,
    };

    private async Task<string?> Call(Outgoing outgoing, bool plain, bool late, CancellationToken cancel)
    {
        var row = outgoing.Row;
        if (outgoing.Payload is CommandList list)
        {
            await calls.ShowCommands(row.Chat, list, cancel);
            return null;
        }
        if (outgoing.Payload is Deletion)
        {
            if (row.ReplacesMessage is { } gone && calls.IsReference(gone)) await calls.Delete(row.Chat, gone, cancel);
            return row.ReplacesMessage;
        }
        var screen = (Screen)outgoing.Payload;
        if (!row.IsEdit) return await kept.Send(calls, row.Chat, screen, plain, cancel);
        var message = row.ReplacesMessage ?? await MessageOf(row, cancel);
        // What is no reference of the messenger's cannot be edited, as if it had been deleted.
        if (message is not null && !calls.IsReference(message)) message = null;
        if (row.IsRedrawing && (message is null || await outbox.IsOvertaken(row.Id, row.Chat, message, cancel))) return null;
        if (message is null) return screen.Rows.Count == 0 ? null : await kept.Send(calls, row.Chat, screen, plain, cancel);
        if (late && !row.IsRedrawing && await outbox.IsOvertaken(row.Id, row.Chat, message, cancel)) return message;
        await calls.Edit(row.Chat, message, screen, plain, cancel);
        return message;
    }

    private async Task<string?> MessageOf(OutboxRow row, CancellationToken cancel) => row.Replaces is not { } shown ? null
        : recent.Find(shown) ?? await outbox.MessageOf(shown, cancel);

    /// <summary>
    /// Its chat's later answers go after it: those of this process look here, those still to be said find it in the database.
    /// </summary>
    private async Task PutBack(OutboxRow row, TimeSpan rest)
    {
        if (row.Priority == Priority.Answer) behind[row.Chat] = true;
        await outbox.PutBack(row.Id, rest, "waits", CancellationToken.None);
    }

    private async Task PauseAll(TimeSpan rest, CancellationToken cancel)
    {
        calls.Pause.Extend(rest);
        try
        {
            await outbox.Pause(calls.Pace, rest, cancel);
        }
        catch (Exception e) when (Database.IsUnavailable(e))
        {
            LogPauseNotShared(e.Message);
        }
    }

    private async Task Unreachable(OutboxRow row, CancellationToken cancel)
    {
        LogUnreachable(row.Chat);
        try
        {
            await outbox.GiveUp(row.Chat, cancel);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Reachability>().Set(row.Chat, false);
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit(cancel);
        }
        catch (Exception e) when (Database.IsUnavailable(e))
        {
            LogPauseNotShared(e.Message);   // the next message to this chat finds the same out
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(Level = LogLevel.Error, Message = "The messenger refused the markup of message {Id} to chat {Chat}; sent as plain text")]
    private partial void LogMarkupRefused(long id, ChatId chat);

    [LoggerMessage(Level = LogLevel.Error, Message = "The messenger refused message {Id} to chat {Chat}: {Code} {Reason}")]
    private partial void LogRefused(long id, ChatId chat, int code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} to chat {Chat} got no answer and may have been sent")]
    private partial void LogMaybeSent(long id, ChatId chat);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The messenger was not reached for message {Id} to chat {Chat}: {Kind}")]
    private partial void LogNotReached(long id, ChatId chat, string kind);

    [LoggerMessage(Level = LogLevel.Information, Message = "Chat {Chat} cannot be reached")]
    private partial void LogUnreachable(ChatId chat);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away while sending: {Reason}")]
    private partial void LogPauseNotShared(string reason);
}
