using System.Buffers;
using System.Net;
using System.Text;

namespace MspBot.Sandbox;

/// <summary>Delivers updates to the bot's address: in order within a chat, again and again until they are taken or too old.</summary>
internal sealed class Webhook(BotApi api) : IDisposable
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(60);

    private readonly HttpClient http =
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Dictionary<long, Queue<QueuedUpdate>> queues = [];
    private CancellationTokenSource stop = new();
    private SemaphoreSlim slots = new(40);

    public WebhookSettings? Settings { get; private set; }

    public bool IsSet => Settings is not null;

    public DateTimeOffset LastSetAt { get; set; } = DateTimeOffset.MinValue;

    public DateTimeOffset? LastErrorAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Deliveries refused or failed so far.</summary>
    public int Failures { get; private set; }

    public void Set(WebhookSettings settings)
    {
        Remove();
        Settings = settings;
        stop = new CancellationTokenSource();
        slots = new SemaphoreSlim(settings.MaxConnections);
        api.Updates.Held?.End(PollEnd.Webhook);
        foreach (var update in api.Updates.Pending) OnArrived(update);
    }

    public void Remove()
    {
        Settings = null;
        stop.Cancel();
        queues.Clear();
        (LastErrorAt, LastError) = (null, null);
    }

    public void OnArrived(QueuedUpdate update)
    {
        if (Settings is not { } settings) return;
        if (queues.TryGetValue(update.Key, out var queue))
        {
            queue.Enqueue(update);
            return;
        }

        queues[update.Key] = queue = new Queue<QueuedUpdate>([update]);
        var (token, places) = (stop.Token, slots);
        _ = Task.Run(() => DrainAsync(update.Key, queue, settings, places, token), CancellationToken.None);
    }

    public void Dispose()
    {
        stop.Cancel();
        http.Dispose();
    }

    private async Task DrainAsync(
        long key, Queue<QueuedUpdate> queue, WebhookSettings settings, SemaphoreSlim places, CancellationToken token)
    {
        try
        {
            while (true)
            {
                QueuedUpdate update;
                lock (api.Gate)
                {
                    if (token.IsCancellationRequested) return;
                    if (!queue.TryPeek(out update!))
                    {
                        queues.Remove(key);
                        return;
                    }
                }

                await DeliverAsync(update, settings, places, token);
                if (api.EveryUpdateTwice) await DeliverAsync(update, settings, places, token);
                lock (api.Gate)
                {
                    if (token.IsCancellationRequested) return;
                    queue.Dequeue();
                    api.Updates.Confirm(update);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The webhook was removed; what is pending waits for the next one, or for getUpdates.
        }
    }

    /// <summary>Returns when the update was taken or is too old.</summary>
    private async Task DeliverAsync(QueuedUpdate update, WebhookSettings settings, SemaphoreSlim places, CancellationToken token)
    {
        var pause = TimeSpan.Zero;
        while (update.ExpiresAt > api.Time.GetUtcNow())
        {
            await places.WaitAsync(token);
            TimeSpan? retryAfter;
            try
            {
                retryAfter = await TryOnceAsync(update, settings, token);
            }
            finally
            {
                places.Release();
            }

            if (retryAfter is null) return;
            var wait = retryAfter > pause ? retryAfter.Value : pause;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, api.Wire, token);
            pause = pause == TimeSpan.Zero ? TimeSpan.FromSeconds(2)
                : TimeSpan.FromSeconds(Math.Min(pause.TotalSeconds * 2, 60 + (update.Id % 60)));
        }
    }

    /// <summary>Null when taken, else how long the bot asked to wait.</summary>
    private async Task<TimeSpan?> TryOnceAsync(QueuedUpdate update, WebhookSettings settings, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(AnswerTimeout, api.Wire);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new ByteArrayContent(update.Json) };
            request.Content.Headers.ContentType = new("application/json");
            if (settings.Secret.Length > 0) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", settings.Secret);
            using var response = await http.SendAsync(request, both.Token);
            if (response.IsSuccessStatusCode)
            {
                await ExecuteAsync(await response.Content.ReadAsByteArrayAsync(both.Token));
                return null;
            }

            Failed($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}");
            var asked = response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
            return asked > TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : asked;
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            Failed("Read timeout expired");
        }
        catch (HttpRequestException e)
        {
            Failed(e.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Connection closed");
        }

        return TimeSpan.Zero;
    }

    /// <summary>A method in the answer is carried out; nobody learns its result.</summary>
    private async Task ExecuteAsync(byte[] body)
    {
        if (body.Length == 0 || body[0] != '{') return;
        var call = new Call();
        try
        {
            CallReader.ParseJson(new ReadOnlySequence<byte>(body), call);
        }
        catch (ApiError)
        {
            api.Breaches.Add("the webhook answered with broken JSON: " + Encoding.UTF8.GetString(body));
            return;
        }

        if (!call.Values.Remove("method", out var method)) return;
        var name = method.ToLowerInvariant();
        if (name.StartsWith("get", StringComparison.Ordinal) || name is "setwebhook" or "deletewebhook" or "close" or "logout") return;
        call.Method = method;
        var started = api.Wire.GetTimestamp();
        var answer = await MethodBook.RunAsync(api, call);
        api.Record(call, answer, "in the webhook's answer", started);
    }

    private void Failed(string error)
    {
        lock (api.Gate)
        {
            Failures++;
            LastError = error;
            LastErrorAt = api.Time.GetUtcNow();
        }
    }
}

/// <summary>What setWebhook asked for.</summary>
internal sealed record WebhookSettings(Uri Url, string Secret, int MaxConnections, string IpAddress);
