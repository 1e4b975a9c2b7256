namespace MspBot.Sandbox.Tests;

/// <summary>Chats as text.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public async Task A_chat_reads_like_prose()
    {
        await using var lab = await Lab.OpenAsync();
        var markup =
            new
            {
                inline_keyboard = new object[] { new object[] { new { text = "Да", callback_data = "y" },
                new { text = "Сайт", url = "https://e.org" } }, new object[] { new { text = "Назад", callback_data = "b" } } }
            };
        var id = (await lab.Call("sendMessage",
            new
            {
                chat_id = 42,
                text = "<b>Семинар /help</b>\n\nв <a href=\"e.org\">зале</a>",
                parse_mode = "HTML",
                reply_markup = markup
            })).Result.GetProperty("message_id").GetInt32();
        await lab.Anna.TapsWithoutWaiting("Да");
        var press = (await lab.Call("getUpdates", new { offset = -1 })).Result[0].GetProperty("callback_query").GetProperty("id")
            .GetString();
        await lab.Call("editMessageText", new { chat_id = 42, message_id = id, text = "Записаны" });
        await lab.Call("answerCallbackQuery", new { callback_query_id = press, text = "Ждём вас" });
        await lab.Upload("sendDocument", "document", [1], "билет.pdf", "Билет");
        await lab.Call("deleteMessage", new { chat_id = 42, message_id = id });

        const string Ticket = "Бот:\n  <document билет.pdf>\n  Билет\n\n";
        const string Start = "Анна Ильина:\n  /start\n\n";
        Assert.Equal(Start + Ticket, Transcript.Of(lab.Anna.Chat));
        Assert.Equal(
            Start
            + "Бот:\n  **Семинар /help**\n\n  в зале (http://e.org/)\n  [ Да ] [ Сайт ↗ ]\n  [ Назад ]\n\n"
            + "Анна Ильина нажимает [ Да ]\n\n"
            + "Бот (правит):\n  Записаны\n\n"
            + "(всплывает: Ждём вас)\n\n"
            + Ticket
            + "(удалено: Записаны)\n\n",
            Transcript.InOrder(lab.Anna));
    }
}
