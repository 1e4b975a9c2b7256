namespace MspBot.Sandbox;

/// <summary>What the server remembers between polls; guarded by the gate of <see cref="BotApi"/>.</summary>
internal sealed class PollRules
{
    private const int AntiSpam = 3;

    private long lastOffset = -1;
    private DateTimeOffset lastAt = DateTimeOffset.MinValue;
    private DateTimeOffset nextConflictAt = DateTimeOffset.MinValue;

    /// <summary>Polls that repeat themselves are slowed down: held for 3 s, and within 0.5 s given one update at most.</summary>
    public (int Timeout, int Limit) Slow(long offset, int timeout, int limit, DateTimeOffset now)
    {
        if (offset == lastOffset)
        {
            var since = now - lastAt;
            if (since < TimeSpan.FromSeconds(AntiSpam) && timeout < AntiSpam) timeout = AntiSpam;
            if (since < TimeSpan.FromSeconds(0.5)) limit = 1;
        }

        (lastOffset, lastAt) = (offset, now);
        return (timeout, limit);
    }

    /// <summary>The first conflict is told at once, those of the next 3 s wait 3 s each.</summary>
    public TimeSpan ConflictDelay(DateTimeOffset now)
    {
        if (now < nextConflictAt) return TimeSpan.FromSeconds(AntiSpam);
        nextConflictAt = now + TimeSpan.FromSeconds(AntiSpam);
        return TimeSpan.Zero;
    }
}

/// <summary>getUpdates.</summary>
internal static class Polling
{
    private const int MaxTimeout = 50;
    private const string WebhookIsActive =
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    private const string OtherPoll = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    public static async ValueTask<Answer> GetUpdates(BotApi api, Call call)
    {
        var offset = call.Long("offset");
        var limit = call.Int("limit", 100, 1, 100);
        var timeout = call.Int("timeout", 0, 0, MaxTimeout);
        HeldPoll? mine = null;
        Task<PollEnd>? waiting = null;
        lock (api.Gate)
        {
            if (!api.Webhook.IsSet)
            {
                api.Updates.Allow(call);
                (timeout, limit) = api.Polls.Slow(offset, timeout, limit, api.Wire.GetUtcNow());
                api.Updates.Forget(offset);
                if (api.Updates.Count > 0 || timeout == 0) return api.Updates.Take(limit);
                api.Updates.Held?.End(PollEnd.OtherPoll);
                mine = new HeldPoll();

                // The timer runs before anybody can see that the poll is held.
                waiting = mine.Task.WaitAsync(TimeSpan.FromSeconds(timeout), api.Wire, call.Aborted);
                api.Updates.Held = mine;
            }
        }

        if (waiting is null) return await Refuse(api, call, WebhookIsActive);
        var end = await EndOf(waiting);
        lock (api.Gate)
        {
            if (api.Updates.Held == mine) api.Updates.Held = null;
            if (end is PollEnd.Updates) return api.Updates.Take(limit);
        }

        return end is PollEnd.Outage
            ? new Answer(0, [])
            : await Refuse(api, call, end is PollEnd.Webhook ? "Conflict: terminated by setWebhook request" : OtherPoll);
    }

    private static async Task<PollEnd> EndOf(Task<PollEnd> waiting)
    {
        try
        {
            return await waiting;
        }
        catch (TimeoutException)
        {
            return PollEnd.Updates;
        }
        catch (OperationCanceledException)
        {
            // The bot hung up; updates that came since stay for its next poll.
            return PollEnd.Outage;
        }
    }

    private static async Task<Answer> Refuse(BotApi api, Call call, string why)
    {
        TimeSpan delay;
        lock (api.Gate) delay = api.Polls.ConflictDelay(api.Wire.GetUtcNow());
        if (delay > TimeSpan.Zero) await Task.Delay(delay, api.Wire, call.Aborted);
        return Answer.Refusal(409, why);
    }
}
