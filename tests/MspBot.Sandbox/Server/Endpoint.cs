using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace MspBot.Sandbox;

/// <summary>One HTTP request: token, parameters, faults, the method, the answer.</summary>
internal sealed class Endpoint(BotApi api)
{
    private static readonly byte[] BadGatewayPage =
        [.. "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"u8,
        .. "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"u8];

    public static bool Owns(PathString path) =>
        path.Value is { } text
        && (text.StartsWith("/bot", StringComparison.Ordinal) || text.StartsWith("/file/bot", StringComparison.Ordinal))
        && text.Contains(':', StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/file/bot", StringComparison.Ordinal))
        {
            await SendFileAsync(context, path["/file/bot".Length..]);
            return;
        }

        if (!path.StartsWith("/bot", StringComparison.Ordinal) || path.IndexOf('/', 4) is not (> 0 and var slash))
        {
            await WriteAsync(context, Answer.Refusal(404, "Not Found"));
            return;
        }

        if (Refusal(path[4..slash]) is { } refusal)
        {
            await WriteAsync(context, refusal);
            return;
        }

        // getUpdates waits for long and is no sign of a busy bot.
        var method = path[(slash + 1)..].Trim('/');
        if (method.StartsWith("test/", StringComparison.Ordinal)) method = method[5..];
        var isPoll = method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase);
        if (!isPoll) api.Activity.Enter();
        try
        {
            await CallAsync(context, method);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The bot hung up: nobody reads an answer.
        }
        catch (Exception e) when (e is not (ConnectionResetException or BadHttpRequestException)
            && !context.RequestAborted.IsCancellationRequested)
        {
            // A bug of the sandbox, or a request no client library makes: never in silence.
            api.Breaches.Add($"{method}: the sandbox failed: {e}");
            await WriteAsync(context, Answer.Refusal(500, $"Internal Server Error: sandbox: {e.Message}"));
        }
        finally
        {
            if (!isPoll) api.Activity.Leave();
        }
    }

    private async Task CallAsync(HttpContext context, string method)
    {
        var started = api.Wire.GetTimestamp();
        var call = new Call { Method = method, Aborted = context.RequestAborted };
        Answer answer;
        Fault? fault = null;
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
            await CallReader.ReadAsync(context.Request, call);
            if (method.Length == 0 && call.Values.Remove("method", out var named)) call.Method = named;
            fault = api.Faults.Meet(call.Method, call.Text("chat_id"));
            if (fault is { Kind: FaultKind.Slow }) await Task.Delay(fault.Time, context.RequestAborted);
            answer = Instead(fault) ?? await MethodBook.RunAsync(api, call);
            if (fault is { Kind: FaultKind.Lost or FaultKind.LostAfter })
            {
                api.Record(call, answer, fault.Kind.ToString(), started);
                api.Activity.Leave();
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
                }
                finally
                {
                    api.Activity.Enter();
                }
            }
        }
        catch (ApiError error)
        {
            answer = Answer.Refusal(error);
        }

        if (api.InEveryMessage is { } part)
            answer = answer with
            {
                Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(answer.Body)
                .Replace("\"chat\":{", part + ",\"chat\":{", StringComparison.Ordinal))
            };
        api.Record(call, answer, fault?.Kind.ToString(), started);
        if (answer.Status == 0 || fault is { Kind: FaultKind.ResetAfter }) context.Abort();
        else await WriteAsync(context, answer);
    }

    /// <summary>What the fault answers in place of the method; null when the method is to be carried out.</summary>
    private static Answer? Instead(Fault? fault) => fault?.Kind switch
    {
        FaultKind.TooManyRequests => Answer.Refusal(ApiError.TooMany((int)fault.Time.TotalSeconds)),
        FaultKind.ServerError => Answer.Refusal(500, "Internal Server Error: sandbox"),
        FaultKind.BadGateway => new Answer(502, BadGatewayPage),
        FaultKind.Reset or FaultKind.Lost => new Answer(0, []),
        _ => null,
    };

    /// <summary>Null for the right token; as api.telegram.org answers, 404 for what cannot be a token.</summary>
    private Answer? Refusal(string token)
    {
        if (token == api.Token) return null;
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        var isToken = colon > 0 && token.Length <= 80 && token[0] != '0' && token.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0;
        return isToken ? Answer.Refusal(401, "Unauthorized") : Answer.Refusal(404, "Not Found");
    }

    private async Task SendFileAsync(HttpContext context, string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || Refusal(rest[..slash]) is not null || api.Files.AtPath(rest[(slash + 1)..]) is not { } file)
        {
            await WriteAsync(context, Answer.Refusal(404, "Not Found"));
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = file.Bytes.Length;
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.Status == 502 ? "text/html" : "application/json";
        response.ContentLength = answer.Body.Length;
        if (answer.RetryAfter > 0)
            response.Headers.RetryAfter = answer.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
    }
}

public sealed partial class BotApi
{
    internal void Record(Call call, Answer answer, string? fault, long started)
    {
        if (!Journal.IsWanted) return;
        Journal.Add(new JournalEntry(
            0,
            Time.GetUtcNow(),
            call.Method,
            call.Has("chat_id") ? call.Long("chat_id") : null,
            call.ToJson(),
            answer.Status,
            Encoding.UTF8.GetString(answer.Body),
            Wire.GetElapsedTime(started),
            fault));
    }
}
