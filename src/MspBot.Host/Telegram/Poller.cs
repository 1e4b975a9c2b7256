using System.Text.Json;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Messaging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace MspBot.Host.Telegram;

/// <summary>
/// Long polling by our own loop: a batch is stored first, and only the next call, with the moved offset, tells Telegram
/// that we have it. (The library's receiver moves the offset before the handler ran: a failed update would be lost.)
/// </summary>
internal sealed partial class Poller(
    ITelegramBotClient bot, UpdateFeed feed, PollTimes times, Receiver receiver, Lanes lanes, ReceivingHealth health, ILogger<Poller> log)
    : BackgroundService
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(4);

    private long offset;

    /// <summary>The offset of the last call that Telegram heard: what is below it, it knows that we have.</summary>
    private long confirmed;

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
            catch (Exception e) when (Database.IsUnavailable(e) && !stopping.IsCancellationRequested)
            {
                await Rest(PauseAfter(e, ++failures), stopping);   // the offset stays: what waits comes again, with what came since
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
        var (batch, last) = Read(await feed.Get(offset, limit: 100, times.HoldSeconds, watchdog.Token));
        await receiver.Take(batch, stopping);
        if (batch.Count > 0)
        {
            if (last is null)
            {
                health.ReadFails();
                throw new JsonException("updates without a number: the offset cannot move past them");
            }
            offset = last.Value + 1;
        }
        health.Succeeded();   // only now: a poll that brings what cannot be taken is no progress
        // Several at once: more are on their way, and a batch costs one commit.
        if (batch.Count > 2) await Rest(Breath, stopping);
        while (lanes.Full && !stopping.IsCancellationRequested) await Rest(TimeSpan.FromMilliseconds(20), stopping);
    }

    /// <returns>The updates, and the number of the last one that has a number.</returns>
    private static (IReadOnlyList<ReadUpdate> Batch, long? Last) Read(JsonDocument answer)
    {
        using (answer)
        {
            var batch = UpdateFeed.Updates(answer).EnumerateArray().Select(UpdateReader.Read).ToList();
            return (batch, batch.LastOrDefault(u => u.Id is not null)?.Id);
        }
    }

    /// <summary>Tells Telegram what we have, so that the next start does not get it again.</summary>
    private async Task Confirm()
    {
        if (offset == confirmed) return;
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            using var _ = await feed.Get(offset, limit: 1, holdSeconds: 0, soon.Token);
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or JsonException or OperationCanceledException)
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

    /// <summary>429: as long as it says. 409: another instance polls, perhaps the one that is being replaced.</summary>
    internal static TimeSpan PauseAfter(Exception e, int failures) => e switch
    {
        ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } seconds } => TimeSpan.FromSeconds(seconds) + Backoff.Jitter(1),
        ApiRequestException { ErrorCode: 409 } => TimeSpan.FromSeconds(Math.Min(30, 5 * failures)) + Backoff.Jitter(1),
        _ => Backoff.OfReceiving(e, failures),
    };

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
