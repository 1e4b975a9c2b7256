using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>What goes back to the bot: the envelope is inside the body.</summary>
internal readonly record struct Answer(int Status, byte[] Body, int RetryAfter = 0)
{
    public static readonly Answer True = new(200, """{"ok":true,"result":true}"""u8.ToArray());

    public static Answer Ok<TState>(TState state, Action<Utf8JsonWriter, TState> result) =>
        new(200, JsonBytes.Write((state, result), static (w, x) =>
        {
            w.WriteStartObject();
            w.WriteBoolean("ok"u8, true);
            w.WritePropertyName("result"u8);
            x.result(w, x.state);
            w.WriteEndObject();
        }));

    public static Answer OkWith(string description) =>
        new(200, JsonBytes.Write(description, static (w, text) =>
        {
            w.WriteStartObject();
            w.WriteBoolean("ok"u8, true);
            w.WriteBoolean("result"u8, true);
            w.WriteString("description"u8, text);
            w.WriteEndObject();
        }));

    public static Answer Refusal(int code, string description) => Refusal(new ApiError(code, description));

    public static Answer Refusal(ApiError error) =>
        new(error.Code, JsonBytes.Write(error, static (w, e) =>
        {
            w.WriteStartObject();
            w.WriteBoolean("ok"u8, false);
            w.WriteNumber("error_code"u8, e.Code);
            w.WriteString("description"u8, e.Message);
            if (e.RetryAfter > 0 || e.MigrateTo != 0)
            {
                w.WriteStartObject("parameters"u8);
                if (e.RetryAfter > 0) w.WriteNumber("retry_after"u8, e.RetryAfter);
                if (e.MigrateTo != 0) w.WriteNumber("migrate_to_chat_id"u8, e.MigrateTo);
                w.WriteEndObject();
            }

            w.WriteEndObject();
        }), error.RetryAfter);
}
