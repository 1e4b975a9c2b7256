using System.Globalization;
using MspBot.Host.Messaging;
using MspBot.Host.Telegram;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace MspBot.Benchmarks;

/// <summary>The least a bot can do: poll, answer the press, answer. No database, no state; the same HTTP code as the product.</summary>
internal static class Floor
{
    internal const string Argument = "floor";

    private static readonly string Words = string.Concat(Enumerable.Repeat("Круглый стол, читательская грамотность. ", 10));
    private static long said;

    internal static async Task<int> Run()
    {
        var options = new TelegramOptions
        {
            Token = Environment.GetEnvironmentVariable("Telegram__Token")!,
            BaseUrl = new Uri(Environment.GetEnvironmentVariable("Telegram__BaseUrl")!),
        };
        using var http = new HttpClient(new SocketsHttpHandler());
        using var polling = new HttpClient(new SocketsHttpHandler());
        var bot = TelegramRegistration.NewClient(options, http);
        var poll = TelegramRegistration.NewClient(options, polling);
        var sends = new KeyedQueues<ChatId, (int Message, string? Press)>(
            32, (chat, one) => Answer(bot, chat.Value, one.Message, one.Press));
        var answers = new KeyedQueues<ChatId, string>(32, (_, press) => bot.SendRequest(
            new RawRequest<bool>("answerCallbackQuery", json => json.WriteString("callback_query_id", press))));
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => stop.Cancel();
        var offset = 0;
        var number = 0L;
        while (true)
        {
            foreach (var update in await poll.GetUpdates(offset, limit: 100, timeout: 30, [UpdateType.Message, UpdateType.CallbackQuery],
                stop.Token))
            {
                offset = update.Id + 1;
                if (update.CallbackQuery is { Message: { } message } press)
                {
                    answers.Add(new(++number), press.Id);
                    sends.Add(new(message.Chat.Id), (message.Id, press.Id));
                }
                else if (update.Message is { } text)
                {
                    sends.Add(new(text.Chat.Id), (0, null));
                }
            }
        }
    }

    private static async Task Answer(ITelegramBotClient bot, long chat, int message, string? press)
    {
        var number = Interlocked.Increment(ref said).ToString(CultureInfo.InvariantCulture);
        await bot.SendRequest(new RawRequest<SentMessage>(press is null ? "sendMessage" : "editMessageText", json =>
        {
            json.WriteNumber("chat_id", chat);
            if (press is not null) json.WriteNumber("message_id", message);
            json.WriteString("text", number + Words);
            json.WriteString("parse_mode", "HTML");
            json.WriteStartObject("reply_markup");
            json.WriteStartArray("inline_keyboard");
            for (var row = 0; row < 4; row++)
            {
                json.WriteStartArray();
                json.WriteStartObject();
                json.WriteString("text", "Записаться");
                json.WriteString("callback_data", "c:s:1:join");
                json.WriteEndObject();
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }
}
