using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace MspBot.Sandbox.Tests;

/// <summary>The smallest bot: echoes words, and answers presses by editing.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;

    public EchoBot(BotApiServer server)
    {
        Client = Make(server);
        loop = RunAsync();
    }

    public TelegramBotClient Client { get; }

    public List<Update> Seen { get; } = [];

    public static TelegramBotClient Make(BotApiServer server) =>
        new(new TelegramBotClientOptions(server.Token, server.BaseUrl.ToString().TrimEnd('/')) { RetryThreshold = 0 });

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            int? offset = null;
            while (!stop.IsCancellationRequested)
            {
                foreach (var update in await Client.GetUpdates(offset, timeout: 50, cancellationToken: stop.Token))
                {
                    offset = update.Id + 1;
                    lock (Seen) Seen.Add(update);
                    await HandleAsync(update);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task HandleAsync(Update update)
    {
        if (update.Message is { Text: { } text } message)
        {
            var keyboard =
                new InlineKeyboardMarkup([[InlineKeyboardButton.WithCallbackData("Ещё", "more"),
                    InlineKeyboardButton.WithCallbackData("Стоп", "stop")]]);
            await Client.SendMessage(message.Chat, $"<b>Вы</b>: {text.Replace("<", "&lt;", StringComparison.Ordinal)}", ParseMode.Html,
                replyMarkup: keyboard);
        }
        else if (update.CallbackQuery is { Message: { } card } press)
        {
            try
            {
                await Client.EditMessageText(card.Chat.Id, card.Id, "Нажато: " + press.Data);
            }
            catch (ApiRequestException e) when (e.ErrorCode == 400)
            {
                // Pressed twice: not modified.
            }

            await Client.AnswerCallbackQuery(press.Id, "Принято");
        }
    }
}
