using System.Text;

namespace MspBot.Sandbox.Tests;

/// <summary>How to provoke each error of errors.json that the sandbox claims, and the rows it does not claim.</summary>
internal static class ErrorClaims
{
    private const string B = "Bad Request: ";
    private const string F = "Forbidden: ";

    /// <summary>Not claimed: parts of Telegram this bot has no use for, or that only a cloud can produce.</summary>
    public static readonly string[] NotClaimed =
    [
        "Unauthorized: invalid token specified", // api.telegram.org says 404 to such tokens, and so do we
        "Misdirected Request: unallowed token specified",
        "Logged out",
        "Internal Server Error: restart",
        "Conflict: terminated by other setWebhook",
        B + "certificate size is too big (N bytes)",
        "Too Many Requests: retry after 60",
        B + "private chat not found",
        B + "user not found",
        B + "invalid user_id specified",
        B + "have no write access to the chat",
        B + "not enough rights to send text messages to the chat",
        B + "message to forward not found",
        B + "message to copy not found",
        B + "message to react not found",
        B + "failed to send message #2 with the error message \"...\"",
        B + "poll question length must not exceed 300",
        B + "unsupported poll type specified",
    ];

    public static readonly Dictionary<string, Func<Lab, Task<Reply>>> Claimed = new()
    {
        ["Unauthorized"] = x => x.Get("/bot111111:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/getMe"),
        ["Not Found"] = x => x.Get("/botnonsense/getMe"),
        ["Not Found: method not found"] = x => x.Call("sendMesage"),
        ["Request Entity Too Large"] = x => x.Call("sendMessage", new { chat_id = 42, text = new string('x', 1_100_000) }),
        [B + "can't parse parameter value: ... / JSON object expected / can't parse object, ':' expected"] = x =>
        x.Raw("sendMessage", "[1]"),
        ["Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"] = async x =>
        {
            await x.Call("setWebhook", new { url = "http://127.0.0.1:9/x" });
            return await x.Call("getUpdates");
        },
        ["Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"] = async x =>
        {
            var first = await HeldPoll(x);
            var second = x.Call("getUpdates", new { offset = -1, timeout = 50 });
            var answer = await first;
            await x.Anna.Types("a message to end the second poll");
            await second;
            return answer;
        },
        ["Conflict: terminated by setWebhook request"] = async x =>
        {
            var poll = await HeldPoll(x);
            await x.Call("setWebhook", new { url = "http://127.0.0.1:9/x" });
            return await poll;
        },
        [B + "invalid webhook URL specified"] = x => x.Call("setWebhook", new { url = "nonsense" }),
        [B + "bad webhook: An HTTPS URL must be provided for webhook"] = x => x.Call("setWebhook", new { url = "http://e.org/x" }),
        [B + "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"] = x =>
        x.Call("setWebhook", new { url = "https://e.org:8080/x" }),
        [B + "bad webhook: IP address 127.0.0.1 is reserved"] = x => x.Call("setWebhook", new { url = "https://127.0.0.1/x" }),
        [B + "bad webhook: IPv6-only addresses are not allowed"] = x => x.Call("setWebhook", new { url = "https://[2001:db8::1]/x" }),
        [B + "bad webhook: Failed to resolve host: Name or service not known"] = x =>
        x.Call("setWebhook", new { url = "https://nowhere/x" }),
        [B + "secret token is too long"] = x => x.Call("setWebhook", new { url = "https://e.org/x", secret_token = new string('a', 257) }),
        [B + "secret token contains unallowed characters"] = x => x.Call("setWebhook", new { url = "https://e.org/x", secret_token = "а" }),
        ["Too Many Requests: retry after 1"] = async x =>
        {
            await x.Call("setWebhook", new { url = "http://127.0.0.1:9/x" });
            return await x.Call("setWebhook", new { url = "http://127.0.0.1:9/y" });
        },
        ["Too Many Requests: retry after N"] = async x =>
        {
            x.Server.Flood.Enabled = true;
            for (var i = 0; i < 5; i++) await x.Send("много");
            return await x.Send("слишком");
        },
        [B + "chat_id is empty"] = x => x.Call("sendMessage", new { text = "t" }),
        [B + "chat not found"] = x => x.Send("t", chat: 777),
        [B + "group chat was upgraded to a supergroup chat"] = x =>
        {
            x.Server.Group(-100, "Группа").MigratesTo(-1001234567890);
            return x.Send("t", chat: -100);
        },
        [F + "bot was blocked by the user"] = async x =>
        {
            await x.Anna.Blocks();
            return await x.Send("t");
        },
        [F + "user is deactivated"] = async x =>
        {
            await x.Anna.Disappears();
            return await x.Send("t");
        },
        [F + "bot can't initiate conversation with a user"] = async x =>
        {
            await x.Server.Group(-100, "Группа").Posts(x.Server.Visitor(43, "Олег"), "привет");
            return await x.Send("t", chat: 43);
        },
        [F + "the bot can't send messages to the bot"] = x =>
        {
            x.Server.Api.OtherBot(99, "Другой");
            return x.Send("t", chat: 99);
        },
        [F + "bot was kicked from the group chat"] = x => InGroup(x, group => group.KicksBot(x.Anna), -100),
        [F + "bot is not a member of the supergroup chat"] = x => InGroup(x, group => group.RemovesBot(x.Anna), -1001234567890),
        [F + "the group chat was deleted"] = x => InGroup(x, group => group.Dissolves(), -100),
        [B + "message thread not found"] = x => x.Call("sendMessage", new { chat_id = 42, text = "t", message_thread_id = 5 }),
        [B + "message text is empty"] = x => x.Send(""),
        [B + "text must be non-empty"] = x => x.Call("sendMessage", new { chat_id = 42, text = " <b> </b>\n", parse_mode = "HTML" }),
        [B + "text is too long"] = x => x.Send(new string('ы', 16_385)),
        [B + "message is too long"] = x => x.Send(new string('x', 4097)),
        [B + "MESSAGE_TOO_LONG"] = async x =>
        await x.Call("editMessageText", new { chat_id = 42, message_id = await x.SendId("t"), text = new string('x', 4097) }),
        [B + "message caption is too long"] = x => x.Upload("sendDocument", "document", [1], caption: new string('x', 1025)),
        [B + "MEDIA_CAPTION_TOO_LONG"] = async x =>
        {
            var sent = await x.Upload("sendDocument", "document", [1]);
            return await x.Call("editMessageCaption",
                new { chat_id = 42, message_id = sent.Result.GetProperty("message_id").GetInt32(), caption = new string('x', 1025) });
        },
        [B + "strings must be encoded in UTF-8"] = x => x.Raw("sendMessage", "{\"chat_id\":42,\"text\":\"\\ud800\"}"),
        [B + "unsupported parse_mode"] = x => x.Call("sendMessage", new { chat_id = 42, text = "t", parse_mode = "BBCode" }),
        [B + "can't parse entities: <reason>"] = x => x.Call("sendMessage", new { chat_id = 42, text = "<b>", parse_mode = "HTML" }),
        [B + "can't parse MessageEntity: <reason>"] = x => x.Call("sendMessage", new { chat_id = 42, text = "t", entities = new[] { 1 } }),
        [B + "message is not modified: specified new message content and reply markup are exactly the same as a current content and " +
        "reply markup of the message"] =
            async x => await x.Call("editMessageText",
                new { chat_id = 42, message_id = await x.SendId("t"), text = "<b></b>t ", parse_mode = "html" }),
        [B + "message to edit not found"] = x => x.Call("editMessageText", new { chat_id = 42, message_id = 9999, text = "t" }),
        [B + "message can't be edited"] = async x =>
            await x.Call("editMessageText",
                new { chat_id = 42, message_id = await x.SendId("t", new { remove_keyboard = true }), text = "u" }),
        [B + "there is no text in the message to edit"] = async x =>
        {
            var sent = await x.Upload("sendDocument", "document", [1]);
            return await x.Call("editMessageText",
                new { chat_id = 42, message_id = sent.Result.GetProperty("message_id").GetInt32(), text = "t" });
        },
        [B + "inline keyboard expected"] = async x =>
            await x.Call("editMessageText",
                new { chat_id = 42, message_id = await x.SendId("t"), text = "u", reply_markup = new { remove_keyboard = true } }),
        [B + "message identifier is not specified"] = x => x.Call("editMessageText", new { text = "t" }),
        [B + "chat identifier is not specified"] = x => x.Call("deleteMessage", new { message_id = 5 }),
        [B + "message to delete not found"] = x => x.Call("deleteMessage", new { chat_id = 42, message_id = 9999 }),
        [B + "message can't be deleted for everyone"] = async x =>
        {
            var id = await x.SendId("t");
            x.Clock.Advance(TimeSpan.FromHours(49));
            return await x.Call("deleteMessage", new { chat_id = 42, message_id = id });
        },
        [B + "message can't be deleted"] = async x =>
        {
            var group = x.Server.Group(-100, "Группа");
            await group.Posts(x.Anna, "чужое");
            return await x.Call("deleteMessage", new { chat_id = -100, message_id = group.Chat[^1].Id });
        },
        [B + "message to be replied not found"] = x =>
        x.Call("sendMessage", new { chat_id = 42, text = "t", reply_parameters = new { message_id = 9999 } }),
        [B + "query is too old and response timeout expired or query ID is invalid"] = x =>
        x.Call("answerCallbackQuery", new { callback_query_id = "1" }),
        [B + "BUTTON_DATA_INVALID"] = x =>
        x.Send("t", new { inline_keyboard = new[] { new[] { new { text = "b", callback_data = new string('ы', 33) } } } }),
        [B + "reply markup is too long"] = x => x.Send("t", Lab.Keyboard([.. Enumerable.Range(0, 101).Select(i => $"{i}")])),
        [B + "can't parse reply keyboard markup JSON object"] = x => x.Send("t", "{"),
        [B + "object expected as reply markup"] = x => x.Send("t", new[] { 1 }),
        [B + "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays"] = x =>
        x.Send("t", new { inline_keyboard = new[] { new { text = "b" } } }),
        [B + "field \"inline_keyboard\" must be of type Array"] = x =>
        x.Raw("sendMessage", """{"chat_id":42,"text":"t","reply_markup":{"inline_keyboard":null}}"""),
        [B + "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"] = x =>
            x.Send("t", new { inline_keyboard = new[] { new[] { new { text = "b", callback_data = "" } } } }),
        [B + "can't parse inline keyboard button: InlineKeyboardButton must be an Object"] = x =>
        x.Send("t", new { inline_keyboard = new[] { new[] { "b" } } }),
        [B + "inline keyboard button URL '<url>' is invalid: Wrong HTTP URL"] = x =>
            x.Send("t", new { inline_keyboard = new[] { new[] { new { text = "b", url = "http://localhost/x" } } } }),
        [B + "inline keyboard button text must be non-empty"] = x => x.Send("t", Lab.Keyboard("")),
        [B + "can't parse commands JSON object"] = x => x.Call("setMyCommands", new { commands = "[" }),
        [B + "expected an Array of BotCommand"] = x => x.Call("setMyCommands", new { commands = "{}" }),
        [B + "command must be non-empty"] = x => Command(x, "", "d"),
        [B + "command length must not exceed 32"] = x => Command(x, new string('a', 33), "d"),
        [B + "command description must be non-empty"] = x => Command(x, "a", ""),
        [B + "command description length must not exceed 256"] = x => Command(x, "a", new string('d', 257)),
        [B + "BOT_COMMAND_INVALID"] = x => Command(x, "Start", "d"),
        [B + "can't parse BotCommandScope: <reason>"] = x => x.Call("getMyCommands", new { scope = new { type = "moon" } }),
        [B + "can't parse menu button: MenuButton has unsupported type"] = x =>
        x.Call("setChatMenuButton", new { menu_button = new { type = "moon" } }),
        [B + "there is no document in the request"] = x => x.Call("sendDocument", new { chat_id = 42 }),
        [B + "file must be non-empty"] = x => x.Upload("sendDocument", "document", []),
        [B + "file of size N bytes is too big for a photo; the maximum size is 10485760 bytes"] = x =>
        x.Upload("sendPhoto", "photo", new byte[10_485_761], "p.jpg"),
        [B + "wrong file identifier/HTTP URL specified"] = x => x.Call("sendDocument", new { chat_id = 42, document = "nonsense" }),
        [B + "PHOTO_INVALID_DIMENSIONS / IMAGE_PROCESS_FAILED"] = x =>
        x.Upload("sendPhoto", "photo", Encoding.UTF8.GetBytes("no image"), "p.jpg"),
        [B + "file is too big"] = async x =>
        {
            await x.Anna.SendsDocument("big.bin", new byte[(20 << 20) + 1]);
            return await x.Call("getFile", new { file_id = x.Anna.Chat[^1].File!.FileId });
        },
        [B + "invalid file_id"] = x => x.Call("getFile", new { file_id = "?" }),
        [B + "file_id not specified"] = x => x.Call("getFile"),
        [B + "wrong file_id or the file is temporarily unavailable"] = x =>
        x.Call("getFile", new { file_id = "BQACAgIAAxkBAAIBsandboxsandbox" }),
        [B + "parameter \"media\" is required"] = x => x.Call("sendMediaGroup", new { chat_id = 42 }),
        [B + "wrong parameter action in request"] = x => x.Call("sendChatAction", new { chat_id = 42, action = "dancing" }),
        ["Internal Server Error: <text>"] = x =>
        {
            x.Server.Faults.Next("sendMessage", Fault.ServerError);
            return x.Send("t");
        },
    };

    /// <summary>Rows about addresses need the strict checks of the public server.</summary>
    public static bool NeedsPublicServer(string description) => description.Contains("bad webhook", StringComparison.Ordinal);

    private static async Task<Task<Reply>> HeldPoll(Lab x)
    {
        await x.Call("getUpdates", new { offset = -1 });
        var last = x.Server.Api.Updates.NextId;
        var poll = x.Call("getUpdates", new { offset = last, timeout = 50 });
        while (x.Server.Api.Updates.Held is null) await Task.Yield();
        return poll;
    }

    private static Task<Reply> InGroup(Lab x, Action<GroupChat> act, long id)
    {
        act(x.Server.Group(id, "Группа"));
        return x.Send("t", chat: id);
    }

    private static Task<Reply> Command(Lab x, string command, string description) =>
        x.Call("setMyCommands", new { commands = new[] { new { command, description } } });
}
