using System.Collections.Concurrent;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Messaging;
using Telegram.Bot.Exceptions;

namespace MspBot.Host.Telegram;

/// <summary>One message on its way: what each of Telegram's answers means, and what is done about it.</summary>
internal sealed partial class Delivery(
    TelegramCalls calls, OutboxStore outbox, FileMaking files, SharedPause pause, RecentMessages recent, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<Delivery> log)
{
    /// <summary>Beyond this it is put back into the database rather than held.</summary>
    private static readonly TimeSpan LongestHeld = TimeSpan.FromSeconds(10);

    /// <summary>Chats of which this process has put an answer back: what it holds for them already goes after it.</summary>
    private readonly ConcurrentDictionary<ChatId, bool> behind = new();

    /// <returns>What became of it; null when it was put back for later.</returns>
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
                if (pause.Left is var left && left > LongestHeld)
                {
                    await PutBack(row, left);
                    return null;
                }
                late |= left > TimeSpan.Zero || failures > 0;
                await pause.Wait(cancel);
                if (row.Perishable && !await outbox.StillWanted(row.Id, time.GetUtcNow(), cancel)) return new SendResult(row.Id, null, "too late");
                if (outgoing.Payload is Screen { ToMake: { } file } screen)
                {
                    if (await files.Complete(screen, file, cancel) is not { } made) return new SendResult(row.Id, null, "no file");
                    outgoing = outgoing with { Payload = made };
                }
                var message = await Call(outgoing, plain, late, cancel);
                if (message is { } number) recent.Remember(row.Id, number);
                return new SendResult(row.Id, message, null);
            }
            catch (ApiRequestException e)
            {
                switch (ApiFaults.Of(e))
                {
                    case ApiFault.AsWanted:
                        var kept = row.ReplacesMessage ?? await MessageOf(row, cancel);
                        if (kept is { } same) recent.Remember(row.Id, same);
                        return new SendResult(row.Id, kept, null);
                    case ApiFault.Wait:
                        rest = TimeSpan.FromSeconds(e.Parameters?.RetryAfter ?? 1);
                        await PauseAll(rest, cancel);
                        break;
                    case ApiFault.CannotEdit when row.Replaces is not null && outgoing.Payload is Screen { Rows.Count: 0 }:
                        return new SendResult(row.Id, null, null);   // an old question, deleted by the person: nobody misses it
                    case ApiFault.CannotEdit when row.IsRedrawing:
                        return new SendResult(row.Id, null, null);   // news come by themselves; what was deleted stays so
                    case ApiFault.CannotEdit:
                        // The person deleted it or wrote over it: what it should say comes below.
                        outgoing = outgoing with { Row = row = row with { Replaces = null, ReplacesMessage = null } };
                        continue;
                    case ApiFault.Markup when !plain:
                        LogMarkupRefused(row.Id, row.Chat);
                        plain = true;
                        continue;
                    case ApiFault.Unreachable:
                        await Unreachable(row, cancel);
                        return new SendResult(row.Id, null, SendResult.Unreachable);
                    case ApiFault.Transient:
                        rest = Backoff(failures);
                        break;
                    default:
                        LogRefused(row.Id, row.Chat, e.ErrorCode, e.Message);
                        return new SendResult(row.Id, null, $"{e.ErrorCode}");
                }
            }
            catch (RequestException e) when (e.InnerException is TaskCanceledException && !row.IsEdit && (row.Priority == Priority.Answer || row.Attempts > 1))
            {
                // No answer within the time limit: most likely it was sent. A question is not asked twice; news are tried once more.
                LogMaybeSent(row.Id, row.Chat);
                return new SendResult(row.Id, null, "maybe sent");
            }
            catch (Exception e) when (e is RequestException or HttpRequestException && !cancel.IsCancellationRequested)
            {
                LogNotReached(row.Id, row.Chat, e.InnerException?.GetType().Name ?? e.GetType().Name);
                rest = Backoff(failures);
            }
            // An answer has no lease that could run out: it is tried again by whoever called.
            catch (Exception e) when (Database.IsAway(e) && row.Priority != Priority.Answer)
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

    /// <summary>A call whose loss nobody misses, tried a few times.</summary>
    /// <returns>Whether Telegram has it, or wants it no more; false when Telegram was not to be reached.</returns>
    internal static async Task<bool> BestEffort(Func<Task> call)
    {
        for (var failures = 0; failures < 5; failures++)
        {
            try
            {
                await call();
                return true;
            }
            catch (ApiRequestException e) when (ApiFaults.Of(e) is ApiFault.Wait or ApiFault.Transient)
            {
                await Task.Delay(e.Parameters?.RetryAfter is { } s ? TimeSpan.FromSeconds(Math.Min(s, 5)) : Backoff(failures));
            }
            catch (ApiRequestException)
            {
                return true;   // «query is too old»: nobody waits for it any more
            }
            catch (RequestException)
            {
                await Task.Delay(Backoff(failures));
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
        return false;
    }

    private async Task<string?> Call(Outgoing outgoing, bool plain, bool late, CancellationToken cancel)
    {
        var row = outgoing.Row;
        if (outgoing.Payload is CommandList list)
        {
            await calls.ShowCommands(row.Chat, list, cancel);
            return null;
        }
        var screen = (Screen)outgoing.Payload;
        if (!row.IsEdit) return await calls.Send(row.Chat, screen, plain, cancel);
        var message = row.ReplacesMessage ?? await MessageOf(row, cancel);
        // What is no number of Telegram's cannot be edited, as if it had been deleted.
        if (message is null || MessageNumber.Read(message) is not { } number) (message, number) = (null, 0);
        if (row.IsRedrawing && (message is null || await outbox.IsOvertaken(row.Id, row.Chat, message, cancel))) return null;
        if (message is null) return screen.Rows.Count == 0 ? null : await calls.Send(row.Chat, screen, plain, cancel);
        if (late && !row.IsRedrawing && await outbox.IsOvertaken(row.Id, row.Chat, message, cancel)) return message;
        await calls.Edit(row.Chat, number, screen, plain, cancel);
        return message;
    }

    private async Task<string?> MessageOf(OutboxRow row, CancellationToken cancel) => row.Replaces is not { } shown ? null
        : recent.Find(shown) ?? await outbox.MessageOf(shown, cancel);

    /// <summary>Its chat's later answers go after it: those of this process look here, those still to be said find it in the database.</summary>
    private async Task PutBack(OutboxRow row, TimeSpan rest)
    {
        if (row.Priority == Priority.Answer) behind[row.Chat] = true;
        await outbox.PutBack(row.Id, rest, "waits", CancellationToken.None);
    }

    private async Task PauseAll(TimeSpan rest, CancellationToken cancel)
    {
        pause.Extend(rest);
        try
        {
            await outbox.Pause(rest, cancel);
        }
        catch (Exception e) when (Database.IsAway(e))
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
        catch (Exception e) when (Database.IsAway(e))
        {
            LogPauseNotShared(e.Message);   // the next message to this chat finds the same out
        }
    }

    private static TimeSpan Backoff(int failures) =>
        TimeSpan.FromSeconds(Math.Min(8, Math.Pow(2, failures) / 4) * (0.75 + Random.Shared.NextDouble() / 2));

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused the markup of message {Id} to chat {Chat}; sent as plain text")]
    private partial void LogMarkupRefused(long id, ChatId chat);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused message {Id} to chat {Chat}: {Code} {Reason}")]
    private partial void LogRefused(long id, ChatId chat, int code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} to chat {Chat} got no answer and may have been sent")]
    private partial void LogMaybeSent(long id, ChatId chat);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram was not reached for message {Id} to chat {Chat}: {Kind}")]
    private partial void LogNotReached(long id, ChatId chat, string kind);

    [LoggerMessage(Level = LogLevel.Information, Message = "Chat {Chat} cannot be reached")]
    private partial void LogUnreachable(ChatId chat);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away while sending: {Reason}")]
    private partial void LogPauseNotShared(string reason);
}
