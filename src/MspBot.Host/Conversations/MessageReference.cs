using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MspBot.Host.Conversations;

/// <summary>
/// A message as its messenger refers to it, as text. Earlier versions stored a number, with 0 for none; any other JSON value is read as
/// none.
/// </summary>
internal sealed class MessageReference : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number when reader.TryGetInt64(out var number) && number > 0:
                return number.ToString(CultureInfo.InvariantCulture);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
