namespace MspBot.Sandbox;

internal static class Callbacks
{
    private const int MaxText = 200;

    public static Answer Answer(BotApi api, Call call)
    {
        var text = call.Text("text");
        lock (api.Gate)
        {
            if (api.Callbacks.Close(call.Text("callback_query_id")) is not { } press)
            {
                throw ApiError.Bad("query is too old and response timeout expired or query ID is invalid");
            }

            if (text.Length > MaxText) throw ApiError.Bad("MESSAGE_TOO_LONG");
            press.Answer(text.Length > 0 ? text : null, call.Flag("show_alert"));
            if (text.Length > 0 && api.FindRoom(press.ChatId) is { } room)
            {
                api.Note(room, 0, press.IsAlert ? ChatStepKind.Alert : ChatStepKind.Toast, text);
            }

            return Sandbox.Answer.True;
        }
    }
}
