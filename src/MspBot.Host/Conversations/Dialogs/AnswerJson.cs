using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MspBot.Domain;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>An answer's value as stored: ids as numbers, enums by name, so that no type's name or place is in it.</summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new IdConverters() },
    };

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    internal static bool TryRead<T>(string json, out T? value)
    {
        try
        {
            value = JsonSerializer.Deserialize<T>(json, Options);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    private sealed class IdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type type) =>
            Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(type))!;
    }

    private sealed class IdConverter<T> : JsonConverter<T> where T : struct, IId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => T.From(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
