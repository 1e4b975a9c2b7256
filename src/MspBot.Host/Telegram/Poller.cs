using MspBot.Data.Conversations;
using MspBot.Host.Conversations;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace MspBot.Host.Telegram;

/// <summary>
/// Long polling by our own loop: a batch is stored first, and only the next call, with the moved offset, tells Telegram
/// that we have it. (The library's receiver moves the offset before the handler ran: a failed update would be lost.)
/// </summary>
internal sealed partial class Poller(
    ITelegramBotClient bot, IHttpClientFactory clients, TelegramOptions options, PollTimes times, Receiver receiver, Lanes lanes, ReceivingHealth health, ILogger<Poller> log) : BackgroundService
{
    internal const string Client = "telegram-poll";

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(4);

    private readonly ITelegramBotClient polling = TelegramRegistration.NewClient(options, clients.CreateClient(Client));
    private int offset;

    /// <summary>The offset of the last call that Telegram heard: what is below it, it knows that we have.</summary>
    private int confirmed;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await Task.Yield();
        var failures = 0;
        await Forever(() => bot.DeleteWebhook(cancellationToken: stopping), stopping);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Once(stopping);
                failures = 0;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                failures++;
                var pause = PauseAfter(e, failures);
                LogPollFailed(e.GetType().Name, (e as ApiRequestException)?.ErrorCode, pause);
                await Rest(pause, stopping);
            }
            catch (Exception)
            {
                break;   // we stop; a call cut short may say so in the library's own words
            }
        }
        await Confirm();
    }

    private async Task Once(CancellationToken stopping)
    {
        using var watchdog = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        watchdog.CancelAfter(times.Watchdog);
        confirmed = offset;
        var updates = await polling.GetUpdates(offset, limit: 100, timeout: times.HoldSeconds, UpdateReader.Wanted, watchdog.Token);
        health.Succeeded();
        if (updates.Length == 0) return;

        var batch = new List<Received>(updates.Length);
        foreach (var update in updates)
        {
            if (UpdateReader.Read(update) is { } received) batch.Add(received);
        }
        await receiver.TakeHoweverLong(batch, stopping);
        offset = updates[^1].Id + 1;
        // Several at once: more are on their way, and a batch costs one commit.
        if (updates.Length > 2) await Rest(Breath, stopping);
        while (lanes.Full && !stopping.IsCancellationRequested) await Rest(TimeSpan.FromMilliseconds(20), stopping);
    }

    /// <summary>Tells Telegram what we have, so that the next start does not get it again.</summary>
    private async Task Confirm()
    {
        if (offset == confirmed) return;
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            await polling.GetUpdates(offset, limit: 1, timeout: 0, UpdateReader.Wanted, soon.Token);
        }
        catch (Exception e) when (e is RequestException or OperationCanceledException)
        {
            LogNotConfirmed(e.GetType().Name);   // known updates are passed over at the next start
        }
    }

    private async Task Forever(Func<Task> call, CancellationToken stopping)
    {
        for (var failures = 1; !stopping.IsCancellationRequested; failures++)
        {
            try
            {
                await call();
                return;
            }
            catch (RequestException e)
            {
                var pause = PauseAfter(e, failures);
                LogPollFailed(e.GetType().Name, (e as ApiRequestException)?.ErrorCode, pause);
                await Rest(pause, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>429: as long as it says. 409: another instance polls, perhaps the one that is being replaced. Else doubling, with jitter.</summary>
    internal static TimeSpan PauseAfter(Exception e, int failures) => e switch
    {
        ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } seconds } => TimeSpan.FromSeconds(seconds) + Jitter(1),
        ApiRequestException { ErrorCode: 409 } => TimeSpan.FromSeconds(Math.Min(30, 5 * failures)) + Jitter(1),
        _ => TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, Math.Min(failures, 6)) / 4)) + Jitter(0.5),
    };

    private static TimeSpan Jitter(double upTo) => TimeSpan.FromSeconds(Random.Shared.NextDouble() * upTo);

    private static async Task Rest(TimeSpan pause, CancellationToken stopping) =>
        await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Polling failed: {Kind} {Code}; again in {Pause}")]
    private partial void LogPollFailed(string kind, int? code, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Information, Message = "The last updates could not be confirmed on stop: {Kind}")]
    private partial void LogNotConfirmed(string kind);
}

/// <summary>How long a poll may last, in real time.</summary>
/// <param name="HoldSeconds">How long Telegram holds a call in which nothing comes; its own ceiling is 50 s.</param>
/// <param name="Watchdog">A call that has not ended by then hangs (a half-open connection) and is begun anew.</param>
internal sealed record PollTimes(int HoldSeconds, TimeSpan Watchdog)
{
    internal static readonly PollTimes Usual = new(30, TimeSpan.FromSeconds(45));
}
