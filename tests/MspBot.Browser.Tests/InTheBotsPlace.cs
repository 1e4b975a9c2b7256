using System.Net.Http.Json;
using System.Text.Json;

namespace MspBot.Browser.Tests;

/// <summary>Calls of the Bot API that a test makes in the bot's place.</summary>
internal static class InTheBotsPlace
{
    /// <summary>The number of the message, where the method gives one.</summary>
    internal static async Task<int> Call(this Demonstration demonstration, string method, object parameters)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(demonstration.Demo.Address, $"/bot{demonstration.Demo.Api.Token}/{method}"),
            parameters);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!body.GetProperty("ok").GetBoolean()) throw new InvalidOperationException(body.GetProperty("description").GetString());
        var result = body.GetProperty("result");
        return result.ValueKind == JsonValueKind.Object ? result.GetProperty("message_id").GetInt32() : 0;
    }

    /// <summary>A message with a button in each row.</summary>
    internal static Task<int> Say(this Demonstration demonstration, long chat, string html, params object[] buttons) =>
        demonstration.Call("sendMessage", new
        {
            chat_id = chat,
            parse_mode = "HTML",
            text = html,
            reply_markup = new { inline_keyboard = buttons.Select(b => b as object[] ?? [b]) },
        });
}
