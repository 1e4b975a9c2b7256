using System.Globalization;
using System.Text;

namespace MspBot.Sandbox.Page;

/// <summary>The feed as server-sent events. The id of an event is «epoch-number», so that a page comes back to where it was.</summary>
internal static class FeedStream
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    internal static async Task Serve(HttpContext context, Feed feed, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        var known = context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last
            : context.Request.Query["since"].ToString();
        var number = Position(known, feed);
        await Write(response, "retry: 1000\n\n", end.Token);
        if (number is null) await Write(response, "event: reset\ndata: {}\n\n", end.Token);
        var at = number ?? feed.Last;
        while (!end.IsCancellationRequested)
        {
            var change = feed.Next();
            if (feed.Since(at) is not { } items)
            {
                // The page is too slow to keep up: let it begin anew.
                await Write(response, "event: reset\ndata: {}\n\n", end.Token);
                at = feed.Last;
                continue;
            }

            foreach (var item in items) await Write(response, Head(feed, item), item.Json, end.Token);
            if (items.Count > 0) at = items[^1].Number;
            else if (!await Came(change, end.Token)) await Write(response, ": still here\n\n", end.Token);
        }
    }

    /// <summary>Null when the page knows another run of the program, or too old a state.</summary>
    private static long? Position(string known, Feed feed)
    {
        var parts = known.Split('-');
        return parts.Length == 2 && parts[0] == feed.Epoch
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && feed.Since(number) is not null ? number : null;
    }

    private static string Head(Feed feed, FeedItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"id: {feed.Epoch}-{item.Number}\nevent: {item.Kind}\ndata: ");

    private static async Task<bool> Came(Task change, CancellationToken end)
    {
        try
        {
            await change.WaitAsync(Beat, end);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task Write(HttpResponse response, string text, CancellationToken end)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), end);
        await response.Body.FlushAsync(end);
    }

    private static async Task Write(HttpResponse response, string head, byte[] json, CancellationToken end)
    {
        await response.Body.WriteAsync((byte[])[.. Encoding.UTF8.GetBytes(head), .. json, (byte)'\n', (byte)'\n'], end);
        await response.Body.FlushAsync(end);
    }
}
