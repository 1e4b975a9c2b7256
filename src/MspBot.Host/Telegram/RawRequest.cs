using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;

namespace MspBot.Host.Telegram;

/// <summary>A call whose body is written by hand: the hot ones, thousands a second, of which only a number comes back.</summary>
internal sealed class RawRequest<TResult>(string method, Action<Utf8JsonWriter> write) : IRequest<TResult>
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [JsonIgnore]
    public HttpMethod HttpMethod => HttpMethod.Post;

    [JsonIgnore]
    public string MethodName => method;

    [JsonIgnore]
    public bool IsWebhookResponse { get; set; }

    public HttpContent ToHttpContent()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return new ReadOnlyMemoryContent(buffer.WrittenMemory) { Headers = { ContentType = Json } };
    }
}

/// <summary>
/// One of the library's calls, of whose answer only the number is read: a whole message may have parts that the library does not know.
/// </summary>
internal sealed class NumberOnly(IRequest call) : IRequest<SentMessage>
{
    [JsonIgnore]
    public HttpMethod HttpMethod => call.HttpMethod;

    [JsonIgnore]
    public string MethodName => call.MethodName;

    [JsonIgnore]
    public bool IsWebhookResponse { get; set; }

    public HttpContent? ToHttpContent() => call.ToHttpContent();
}

/// <summary>The same, with the reference of the file that was sent.</summary>
internal sealed class FileOnly(IRequest call) : IRequest<SentFile>
{
    [JsonIgnore]
    public HttpMethod HttpMethod => call.HttpMethod;

    [JsonIgnore]
    public string MethodName => call.MethodName;

    [JsonIgnore]
    public bool IsWebhookResponse { get; set; }

    public HttpContent? ToHttpContent() => call.ToHttpContent();
}

/// <summary>What a document was taken as; a picture comes in several sizes, the largest last.</summary>
internal sealed record SentFile(
    [property: JsonPropertyName("message_id")] long MessageId,
    [property: JsonPropertyName("document")] FileNumber? Document,
    [property: JsonPropertyName("photo")] FileNumber[]? Photo,
    [property: JsonPropertyName("video")] FileNumber? Video,
    [property: JsonPropertyName("audio")] FileNumber? Audio)
{
    internal FileReference? Reference => this switch
    {
        { Document: { } document } => new(FileKind.Document, document.Id),
        { Photo: [.., var largest] } => new(FileKind.Photo, largest.Id),
        { Video: { } video } => new(FileKind.Video, video.Id),
        { Audio: { } audio } => new(FileKind.Audio, audio.Id),
        _ => null,
    };
}

internal sealed record FileNumber([property: JsonPropertyName("file_id")] string Id);

/// <summary>All that is needed of a message that was sent.</summary>
internal sealed record SentMessage([property: JsonPropertyName("message_id")] long MessageId);

/// <summary>All that is needed of the bot itself.</summary>
internal sealed record Self([property: JsonPropertyName("id")] long Id, [property: JsonPropertyName("username")] string Username);
