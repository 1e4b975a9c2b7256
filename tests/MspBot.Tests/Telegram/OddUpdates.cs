namespace MspBot.Tests.Telegram;

/// <summary>
/// An update that Telegram does not send today. <paramref name="Answer"/> is a part of what the person hears; null: nothing.
/// </summary>
/// <param name="Name">What is odd.</param>
/// <param name="Json">Word for word; «{id}» stands for its number.</param>
/// <param name="Answer">A part of the answer.</param>
internal sealed record OddUpdate(string Name, string Json, string? Answer);

/// <summary>
/// Parts that are unknown, of another type, missing, or too large, in every kind of update that the bot asks for; person 1 has registered.
/// </summary>
internal static class OddUpdates
{
    private const string Menu = "Выберите, что нужно.";
    private const string Usual = "Понимаю только текст и кнопки";
    private const string OldButton = "Эта кнопка больше не работает";
    private const string EditsNotSeen = "Исправления в уже отправленных сообщениях";
    private const string Chat = """ "chat":{"id":1,"type":"private","first_name":"Anna"}""";
    private const string From = """ "from":{"id":1,"is_bot":false,"first_name":"Anna"}""";
    private const string Group = """ "chat":{"id":-1009,"type":"supergroup","title":"G"}""";

    internal static IEnumerable<OddUpdate> All =>
    [
        .. Parts().Select(p => new OddUpdate(p, Message($"{p},\"text\":\"спасибо\""), Menu)),
        .. Contents(), .. Chats(), .. Presses(), .. Memberships(), .. Others(),
    ];

    internal static string Message(string rest) =>
        """{"update_id":{id},"message":{"message_id":7,"date":1,""" + $"{From},{Chat},{rest}}}}}";

    /// <summary>What stands beside a text, and is none of the bot's business.</summary>
    private static IEnumerable<string> Parts() =>
    [
        """ "forward_origin":{"type":"community","date":1}""",
        """ "forward_origin":{"date":1}""",
        """ "forward_origin":[]""",
        """ "reply_to_message":{"message_id":5,"date":1,"chat":{"id":1,"type":"private"},"forward_origin":{"type":"community","date":1}}""",
        """ "reply_to_message":{"message_id":5,"date":1,"chat":{"id":1,"type":"hive"}}""",
        """ "reply_to_message":7""",
        """ "external_reply":{"origin":{"type":"community","date":1}}""",
        """ "external_reply":{"origin":{"type":"user","date":1},"paid_media":{"star_count":1,"paid_media":[{"type":"hologram"}]}}""",
        """ "quote":{"text":5,"position":"x"}""",
        """ "entities":[{"type":"aura","offset":0,"length":3}]""",
        """ "entities":[{"type":"bold","offset":9999999999,"length":3}]""",
        """ "entities":{}""",
        """ "sender_chat":{"id":-5,"type":"hive"}""",
        """ "via_bot":{"id":"x"}""",
        """ "chat_background_set":{"type":{"type":"liquid"}}""",
        """ "reply_markup":{"inline_keyboard":[[{"text":5}]]}""",
        """ "link_preview_options":{"is_disabled":"perhaps"}""",
        """ "effect_id":77,"message_thread_id":99999999999""",
        """ "media_group_id":123""",
        """ "paid_star_count":99999999999999999999""",
        """ "nested":"""  + string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200)),
        """ "\ud800":1""",
        """ "author_signature":"\ud83d" """,
        """ "edit_date":"yesterday" """,
    ];

    private static IEnumerable<OddUpdate> Contents() =>
    [
        new("half a character", Message(""" "text":"спа\ud83dсибо" """), Menu),
        new("half a character in a command", Message(""" "text":"/menu\ude00 x" """), Menu),
        new("a noncharacter", Message(""" "text":"/men\ufffeu" """), Menu),
        new("a zero", Message(""" "text":"/men\u0000u" """), Menu),
        new("nothing but half a character", Message(""" "text":"\udfff" """), Menu),
        new("a text that is a number", Message(""" "text":42"""), Usual),
        new("a text that is an object", Message(""" "text":{"rich":"a"}"""), Usual),
        new("no photo sizes", Message(""" "photo":[]"""), Usual),
        new("photo sizes of numbers", Message(""" "photo":[1,2]"""), Usual),
        new("a photo that is an object", Message(""" "photo":{}"""), Usual),
        new("a photo without a file", Message(""" "photo":[{"width":99999999999}]"""), Usual),
        new("a photo of a wide size", Message(""" "photo":[{"file_id":"a","file_unique_id":"b","width":99999999999,"height":1}]"""), Usual),
        new("a document without a file", Message(""" "document":{"file_name":"a"}"""), Usual),
        new("a document of more than 4 GB",
            Message(""" "document":{"file_id":"a","file_unique_id":"b","file_name":"a\ud800.pdf","file_size":99999999999999}"""),
            "Файл больше 20 МБ"),
        new("a document that is a text", Message(""" "document":"a" """), Usual),
        new("a long file", Message(""" "video":{"file_id":"a","file_unique_id":"b","duration":99999999999}"""), Usual),
        new("a voice of no length", Message(""" "voice":{"duration":null}"""), Usual),
        new("an unknown sticker", Message(""" "sticker":{"file_id":"a","type":"smell"}"""), Usual),
        new("a contact of another shape", Message(""" "contact":[1]"""), Usual),
        new("a dice with 2^40 sides", Message(""" "dice":{"emoji":"x","value":1099511627776}"""), Usual),
        new("unknown paid media", Message(""" "paid_media":{"star_count":1,"paid_media":[{"type":"hologram"}]}"""), Usual),
        new("an unknown poll", Message(""" "poll":{"id":"1","type":"ranked","options":5}"""), Usual),
        new("a kind of content from next year", Message(""" "hologram":{"depth":3}"""), Usual),
        new("no content", """{"update_id":{id},"message":{"message_id":7,"date":1,""" + Chat + "}}", Usual),
        new("an album of another shape", Message(""" "photo":[],"media_group_id":7"""), Usual),
    ];

    private static IEnumerable<OddUpdate> Chats() =>
    [
        new("no chat", """{"update_id":{id},"message":{"message_id":7,"date":1,"text":"a"}}""", null),
        new("a chat that is a number", """{"update_id":{id},"message":{"message_id":7,"date":1,"chat":1,"text":"a"}}""", null),
        new("a chat without a number", """{"update_id":{id},"message":{"message_id":7,"date":1,"chat":{"type":"private"},"text":"a"}}""",
            null),
        new("a chat beyond 64 bits",
            """{"update_id":{id},"message":{"message_id":7,"date":1,"chat":{"id":99999999999999999999,"type":"private"},"text":"a"}}""",
            null),
        new("an unknown chat type, a person",
            """{"update_id":{id},"message":{"message_id":7,"date":1,"chat":{"id":1,"type":"duo"},"text":"спасибо"}}""", Menu),
        new("an unknown chat type, no person",
            """{"update_id":{id},"message":{"message_id":7,"date":1,"chat":{"id":-77,"type":"hive"},"text":"a"}}""", null),
        new("a chat type that is a number",
            """{"update_id":{id},"message":{"message_id":7,"date":1,"chat":{"id":-77,"type":4},"text":"a"}}""", null),
        new("a number of a message beyond 32 bits",
            """{"update_id":{id},"message":{"message_id":99999999999,"date":1,""" + Chat + ""","text":"спасибо"}}""", Menu),
        new("no number of a message", """{"update_id":{id},"message":{""" + Chat + ""","text":"спасибо"}}""", Menu),
        new("a date beyond 32 bits",
            """{"update_id":{id},"message":{"message_id":7,"date":99999999999999,""" + Chat + ""","text":"спасибо"}}""", Menu),
        new("a date in words", """{"update_id":{id},"message":{"message_id":7,"date":"today",""" + Chat + ""","text":"спасибо"}}""", Menu),
        new("a sender of another shape",
            """{"update_id":{id},"message":{"message_id":7,"date":1,"from":"Anna",""" + Chat + ""","text":"спасибо"}}""", Menu),
        new("a message that is a number", """{"update_id":{id},"message":7}""", null),
        new("a message that is a list", """{"update_id":{id},"message":[]}""", null),
        new("an edit with an unknown part",
            """{"update_id":{id},"edited_message":{"message_id":7,"date":1,"edit_date":2,"forward_origin":{"type":"community"},""" + Chat +
            ""","text":"a"}}""", EditsNotSeen),
        new("an edit without chat", """{"update_id":{id},"edited_message":{"message_id":7}}""", null),
    ];

    private static IEnumerable<OddUpdate> Presses() =>
    [
        new("a press on a message with an unknown part",
            """{"update_id":{id},"callback_query":{"id":"91",""" + From +
            ""","message":{"message_id":999,"date":1,"forward_origin":{"type":"community"},""" + Chat + """},"data":"???"}}""", OldButton),
        new("a press on a message of which only the chat is known",
            """{"update_id":{id},"callback_query":{"id":"92",""" + From + ""","message":{"date":0,""" + Chat + """},"data":"???"}}""",
            OldButton),
        new("a press on a message beyond 32 bits",
            """{"update_id":{id},"callback_query":{"id":"93",""" + From + ""","message":{"message_id":99999999999,"date":0,""" + Chat +
            """},"data":"???"}}""", OldButton),
        new("a press without data",
            """{"update_id":{id},"callback_query":{"id":"94",""" + From + ""","message":{"message_id":999,"date":0,""" + Chat +
            """},"game_short_name":"chess"}}""", OldButton),
        new("data that is a number",
            """{"update_id":{id},"callback_query":{"id":"95",""" + From + ""","message":{"message_id":999,"date":0,""" + Chat +
            """},"data":5}}""", Usual),
        new("half a character in the data",
            """{"update_id":{id},"callback_query":{"id":"96",""" + From + ""","message":{"message_id":999,"date":0,""" + Chat +
            """},"data":"\ud800?\ufffe"}}""", OldButton),
        new("a press without a number",
            """{"update_id":{id},"callback_query":{""" + From + ""","message":{"message_id":999,"date":0,""" + Chat +
            """},"data":"???"}}""", Usual),
        new("a press whose number has a zero",
            """{"update_id":{id},"callback_query":{"id":"9\u00007\ud800",""" + From + ""","message":{"message_id":999,"date":0,""" + Chat +
            """},"data":"???"}}""", OldButton),
        new("a press on no message", """{"update_id":{id},"callback_query":{"id":"98",""" + From + ""","data":"???"}}""", null),
        new("a press on a message without chat",
            """{"update_id":{id},"callback_query":{"id":"99",""" + From + ""","message":{"message_id":999},"data":"???"}}""", null),
        new("a press that is a text", """{"update_id":{id},"callback_query":"press"}""", null),
    ];

    private static IEnumerable<OddUpdate> Memberships() =>
    [
        new("an unknown member status",
            """{"update_id":{id},"my_chat_member":{"date":1,""" + Chat +
            ""","old_chat_member":{"status":"guest"},"new_chat_member":{"status":"guest"}}}""", null),
        new("an unknown old status",
            """{"update_id":{id},"my_chat_member":{"date":1,""" + Chat +
            ""","old_chat_member":{"status":"guest"},"new_chat_member":{"status":"member"}}}""", null),
        new("no new member", """{"update_id":{id},"my_chat_member":{"date":1,""" + Chat + "}}", null),
        new("a status that is a number",
            """{"update_id":{id},"my_chat_member":{"date":1,""" + Chat + ""","new_chat_member":{"status":1}}}""", null),
        new("an unknown status in a group",
            """{"update_id":{id},"my_chat_member":{"date":1,""" + Group + ""","new_chat_member":{"status":"guest"}}}""", null),
        new("a membership without chat", """{"update_id":{id},"my_chat_member":{"date":1,"new_chat_member":{"status":"member"}}}""", null),
    ];

    private static IEnumerable<OddUpdate> Others() =>
    [
        new("a kind from next year", """{"update_id":{id},"telepathy":{"chat":{"id":1,"type":"private"},"thought":"a"}}""", null),
        new("a kind that is no word", """{"update_id":{id},"\ud800\n":{"chat":{"id":1}}}""", null),
        new("a kind that was not asked for", """{"update_id":{id},"poll":{"id":"1"}}""", null),
        new("a channel post", """{"update_id":{id},"channel_post":{"message_id":1,"chat":{"id":-5,"type":"channel"},"text":"a"}}""", null),
        new("nothing but a number", """{"update_id":{id}}""", null),
        new("a kind that is null", """{"update_id":{id},"message":null}""", null),
        new("no number", """{"message":{"message_id":7,"date":1,""" + Chat + ""","text":"a"}}""", null),
        new("a number in words", """{"update_id":"{id}","message":{"message_id":7,"date":1,""" + Chat + ""","text":"a"}}""", null),
        new("a number beyond 64 bits",
            """{"update_id":99999999999999999999,"message":{"message_id":7,"date":1,""" + Chat + ""","text":"a"}}""", null),
        new("no object", "5", null),
        new("null", "null", null),
        new("a list", "[]", null),
    ];
}
