using System.Text.Json;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace MspBot.Host.Telegram;

/// <summary>
/// getUpdates without the library's types: it reads a batch whole, and one update with a part that it does not know would hide all
/// others, again and again.
/// </summary>
internal sealed class UpdateFeed(IHttpClientFactory clients, TelegramOptions options)
{
    internal const string Client = "telegram-poll";

    private readonly HttpClient http = clients.CreateClient(Client);
    private readonly Uri address = new(options.BaseUrl ?? new("https://api.telegram.org"), $"/bot{options.Token}/getUpdates");

    /// <summary>The answer, of which <see cref="Updates"/> takes the batch.</summary>
    /// <exception cref="JsonException">It is no JSON, or no batch.</exception>
    /// <exception cref="ApiRequestException">Telegram refused.</exception>
    internal async Task<JsonDocument> Get(long offset, int limit, int holdSeconds, CancellationToken cancel)
    {
        using var body = new RawRequest<bool>("getUpdates", json =>
        {
            json.WriteNumber("offset", offset);
            json.WriteNumber("limit", limit);
            json.WriteNumber("timeout", holdSeconds);
            UpdateReader.WriteWanted(json);
        }).ToHttpContent();
        using var response = await http.PostAsync(address, body, cancel);
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var answer = await JsonDocument.ParseAsync(stream, LenientJson.AnyDepth, cancel);
        if (Updates(answer).ValueKind == JsonValueKind.Array) return answer;
        using (answer) throw Refusal(answer.RootElement);
    }

    internal static JsonElement Updates(JsonDocument answer) => answer.RootElement.Field("result");

    private static Exception Refusal(JsonElement answer)
    {
        if (answer.Field("error_code").Number() is not { } code) return new JsonException("neither a batch of updates nor a refusal");
        var parameters = answer.Field("parameters").Field("retry_after").Number() is { } seconds
            ? new ResponseParameters { RetryAfter = (int)Math.Clamp(seconds, 0, int.MaxValue) } : null;
        return new ApiRequestException(answer.Field("description").Text() ?? "", (int)code, parameters);
    }
}
