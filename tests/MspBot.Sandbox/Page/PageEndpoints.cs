using System.Globalization;
using System.Text.Json;
using MspBot.Sandbox.Demo;

namespace MspBot.Sandbox.Page;

/// <summary>What the page asks and does: everything below /sandbox.</summary>
internal sealed class PageEndpoints(BotApi api, DemoClock clock, Feed feed, PageView view, Stage stage, CancellationToken stopping)
{
    private readonly ChatActs acts = new(view, feed);
    private readonly ClockActs hands = new(clock, view, feed, stage);

    internal async Task Handle(HttpContext context, PathString path)
    {
        var parts = (path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            await Route(context, HttpMethods.IsPost(context.Request.Method), parts);
        }
        catch (PageRefusal refusal)
        {
            await Answer(context, refusal.Status, new { error = refusal.Message });
        }
        catch (VisitorException e)
        {
            await Answer(context, StatusCodes.Status409Conflict, new { error = e.Message });
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            await Answer(context, StatusCodes.Status400BadRequest, new { error = $"Песочница не поняла страницу: {e.Message}" });
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
        {
            await Console.Error.WriteLineAsync($"The sandbox's page failed at {context.Request.Path}: {e}");
            await Answer(context, StatusCodes.Status500InternalServerError,
                new { error = "В песочнице что-то сломалось, подробности в её окне" });
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
    }

    private Task Route(HttpContext context, bool isPost, string[] parts) => (isPost, parts) switch
    {
        (false, ["state"]) => Answer(context, 200, view.State()),
        (false, ["events"]) => FeedStream.Serve(context, feed, stopping),
        (false, ["chats", var id]) => Answer(context, 200, view.Chat(Visitor(id))),
        (false, ["chats", var id, "commands"]) => Answer(context, 200, Visitor(id).Commands),
        (false, ["files", var id]) => Download.Serve(context, api, id),
        (true, ["chats", var id, var act]) => Do(context, Visitor(id), act),
        (true, ["people"]) => Introduce(context),
        (true, ["clock"]) => Move(context),
        _ => throw new PageRefusal(404, "Такой страницы нет"),
    };

    private async Task Do(HttpContext context, Visitor visitor, string act) =>
        await Answer(context, 200, await acts.Do(visitor, act, context.Request) ?? new { });

    private async Task Introduce(HttpContext context)
    {
        var form = await PageRequest.Read<NewPerson>(context.Request);
        var name = (form.FirstName ?? "").Trim();
        if (name.Length is 0 or > 64 || form.LastName is { Length: > 64 }) throw new PageRefusal(400, "Имя должно быть от 1 до 64 знаков");
        var link = StartLinks.Read(form.Link);
        var visitor = stage.People.Add(name, form.LastName?.Trim() is { Length: > 0 } last ? last : null);
        feed.Add("person", PageJson.Of(view.Person(visitor)));
        if (link is not null) await visitor.Types($"/start {link}");
        await Answer(context, 200, view.Person(visitor));
    }

    private async Task Move(HttpContext context) =>
        await Answer(context, 200, await hands.Move(await PageRequest.Read<ClockMove>(context.Request)));

    private Visitor Visitor(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && view.Visitor(number) is { } visitor
            ? visitor : throw new PageRefusal(404, "Такого человека в песочнице нет");

    private static async Task Answer<T>(HttpContext context, int status, T value)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes<object>(value!, PageJson.Options), context.RequestAborted);
    }
}

/// <summary>Why the page does not get what it asked for, in words for its user.</summary>
internal sealed class PageRefusal(int status, string message) : Exception(message)
{
    internal int Status => status;
}

internal sealed record NewPerson(string? FirstName, string? LastName, string? Link);

/// <summary>The JSON that a page sends.</summary>
internal static class PageRequest
{
    internal static async Task<T> Read<T>(HttpRequest request) =>
        await JsonSerializer.DeserializeAsync<T>(request.Body, PageJson.Options, request.HttpContext.RequestAborted)
        ?? throw new PageRefusal(400, "Пустой запрос");
}
