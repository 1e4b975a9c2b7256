using System.Collections.Concurrent;
using System.Text.Json;
using MspBot.Data.Conversations;
using MspBot.Data.Log;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>Handles the oldest waiting update of a chat: one transaction from the chat's lock to the outbox.</summary>
internal sealed partial class TurnRunner(
    IServiceScopeFactory scopes, OutboxNumbers numbers, Messenger messenger, InboxStore inbox, RetryPause pauses, TimeProvider time,
    ILogger<TurnRunner> log)
{
    internal const int Tries = 5;

    private readonly ConcurrentDictionary<ChatId, UncertainCommit> uncertain = new();

    /// <summary>A quarter of a second, 1, 4, 16.</summary>
    internal static TimeSpan GrowingPause(int failedBefore) => TimeSpan.FromSeconds(Math.Pow(4, failedBefore) / 4);

    /// <summary>The one before the last try.</summary>
    internal static TimeSpan LongestPause { get; } = GrowingPause(Tries - 2);

    /// <returns>How long this chat must rest before its next update; null when it need not.</returns>
    internal async Task<TimeSpan?> Run(ChatId chat, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var turns = services.GetRequiredService<TurnStore>();

        await numbers.Ensure(cancel);
        await SettleUncertain(turns, chat, cancel);
        if (await turns.Begin(chat, cancel) is not { } start) return null;
        if (start.RetryIn > TimeSpan.Zero) return start.RetryIn;
        try
        {
            await Handle(services, turns, chat, start, cancel);
            return null;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && !Database.IsUnavailable(e))
        {
            await services.GetRequiredService<TransactionEnd>().Undo();   // lets go of the chat before the failure is noted
            return await Failed(chat, start, e, cancel);
        }
    }

    private async Task Handle(IServiceProvider services, TurnStore turns, ChatId chat, TurnStart start, CancellationToken cancel)
    {
        var input = Read(start.Input);
        var outbox = services.GetRequiredService<Outbox>();
        outbox.AnswersWait = start.AnswersWait;
        var turn = new Turn(Speaking(chat, start.Person, start.Roles), time.GetUtcNow(), input, outbox,
            services.GetRequiredService<LogWriter>(), services.GetRequiredService<Registry>().CommandsFor, WhoSpeaks);

        services.GetRequiredService<ActiveDialog>().Row = start.Dialog;
        // A person who writes can be written to, even if the messenger never said that they are back.
        if (!start.IsReachable && input is not (Input.Blocked or Input.Returned))
            await services.GetRequiredService<Reachability>().Returned(turn);
        await services.GetRequiredService<Router>().Route(turn, input);
        turns.Finish(chat, start.Seq);
        if (turn.IsForgotten) turns.ForgetChat(chat);
        await Commit(services.GetRequiredService<TransactionEnd>(), chat, new(start.Seq, outbox.Own, AnswerPress), cancel);
        AnswerPress();

        void AnswerPress()
        {
            if (turn.Press is { } press) messenger.Answer(chat, start.Update, press.Press, turn.Toast?.Text, turn.Toast?.Alert ?? false);
        }

        async Task<Speaker> WhoSpeaks()
        {
            var (person, roles) = await turns.Speaker(chat, cancel);
            return Speaking(chat, person, roles);
        }
    }

    /// <summary>
    /// A commit whose answer was lost may have been carried out. This process leases its answers, so no other process would send them: the
    /// next turn of the chat checks the commit and sends them.
    /// </summary>
    private async Task Commit(TransactionEnd end, ChatId chat, UncertainCommit said, CancellationToken cancel)
    {
        try
        {
            await end.Commit(chat, cancel);
        }
        catch (Exception e) when (Database.IsUnavailable(e))
        {
            uncertain[chat] = said;
            throw;
        }
    }

    /// <summary>Sends what an uncertain commit said if it was carried out.</summary>
    private async Task SettleUncertain(TurnStore turns, ChatId chat, CancellationToken cancel)
    {
        if (!uncertain.TryGetValue(chat, out var commit)) return;
        if (await turns.IsHandled(chat, commit.Seq, cancel))
        {
            messenger.Send(commit.Own);
            commit.AnswerPress();
        }
        uncertain.TryRemove(chat, out _);
    }

    private sealed record UncertainCommit(long Seq, IReadOnlyList<Outgoing> Own, Action AnswerPress);

    /// <summary>Retries with a growing pause; after the last try the update is parked, the person is told, and the chat goes on.</summary>
    private async Task<TimeSpan?> Failed(ChatId chat, TurnStart start, Exception e, CancellationToken cancel)
    {
        var pause = pauses(start.Attempts);
        var parked = await inbox.Failed(chat, start.Seq, e.GetType().Name, Tries, pause, cancel);
        LogFailed(e, start.Seq, chat, start.Attempts + 1, parked);
        if (!parked) return pause;

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Outbox>()
            .Put(chat, new Screen(Html.Text(EngineTexts.Failed)).Row(EngineTexts.ToMenu), Priority.Answer);
        await scope.ServiceProvider.GetRequiredService<TransactionEnd>().Commit(chat, cancel);
        if (Read(start.Input) is Input.Pressed press) messenger.Answer(chat, start.Update, press.Press, null, false);
        return TimeSpan.Zero;
    }

    /// <summary>What another version stored and this one cannot read is answered like anything else we do not understand.</summary>
    private static Input Read(string stored)
    {
        try
        {
            return JsonSerializer.Deserialize(stored, DialogJson.Default.Input) ?? new Input.Sent(SentKind.Other);
        }
        catch (JsonException)
        {
            return new Input.Sent(SentKind.Other);
        }
    }

    private static Speaker Speaking(ChatId chat, Domain.People.PersonId? person, IReadOnlyList<Domain.People.Role> roles) =>
        new(chat, person, new HashSet<Domain.People.Role>(roles));

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Seq} of chat {Chat} failed, try {Try}, parked: {Parked}")]
    private partial void LogFailed(Exception e, long seq, ChatId chat, int @try, bool parked);
}

/// <summary>How long an update rests that has just failed, having failed so many times before. Real time, so tests shorten it.</summary>
internal delegate TimeSpan RetryPause(int failedBefore);
