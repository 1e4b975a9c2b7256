using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MspBot.Sandbox;

/// <summary>Query, JSON, urlencoded and multipart bodies, with the limits of the real server.</summary>
internal static class CallReader
{
    private const int MaxParameters = 1 << 20;
    private const long MaxBody = (50L << 20) + (2L << 20);
    private const int MaxFiles = 50;

    public static ValueTask ReadAsync(HttpRequest request, Call call)
    {
        if (request.QueryString.HasValue)
        {
            foreach (var (name, value) in request.Query) call.Values[name] = value.ToString();
        }

        if (request.ContentLength > MaxBody) throw TooLarge("");
        var type = request.ContentType ?? "";
        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)) return ReadJsonAsync(request, call);
        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)) return ReadFormAsync(request, call);
        return type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? ReadMultipartAsync(request, call)
            : ValueTask.CompletedTask;
    }

    private static async ValueTask ReadJsonAsync(HttpRequest request, Call call)
    {
        var pipe = request.BodyReader;
        while (true)
        {
            var read = await pipe.ReadAsync(call.Aborted);
            if (read.Buffer.Length > MaxParameters) throw TooLarge(": too many parameters");
            if (!read.IsCompleted)
            {
                pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                ParseJson(read.Buffer, call);
            }
            finally
            {
                pipe.AdvanceTo(read.Buffer.End);
            }

            return;
        }
    }

    public static void ParseJson(ReadOnlySequence<byte> body, Call call)
    {
        if (body.IsEmpty) return;
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw ApiError.Bad("JSON object expected");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (reader.TokenType == JsonTokenType.Null) (call.Nulls ??= []).Add(name);
                call.Values[name] = reader.TokenType == JsonTokenType.String ? reader.GetString()! : RawText(ref reader, body);
            }
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse parameter value: invalid JSON");
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in a \u escape.
            throw ApiError.Bad("strings must be encoded in UTF-8");
        }
    }

    private static string RawText(ref Utf8JsonReader reader, ReadOnlySequence<byte> body)
    {
        var start = reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(body.Slice(start, reader.BytesConsumed - start));
    }

    private static async ValueTask ReadFormAsync(HttpRequest request, Call call)
    {
        using var text = new StreamReader(request.Body, Encoding.UTF8);
        var body = await text.ReadToEndAsync(call.Aborted);
        if (body.Length > MaxParameters) throw TooLarge(": too many parameters");
        foreach (var (name, value) in QueryHelpers.ParseQuery(body)) call.Values[name] = value.ToString();
    }

    private static async ValueTask ReadMultipartAsync(HttpRequest request, Call call)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).ToString();
        var reader = new MultipartReader(boundary, request.Body);
        long total = 0;
        while (await reader.ReadNextSectionAsync(call.Aborted) is { } section)
        {
            var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes, call.Aborted);
            total += bytes.Length;
            if (total > MaxBody) throw TooLarge("");
            var file = FileNameOf(disposition);
            if (file is null)
            {
                call.Values[name] = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
                continue;
            }

            call.Files ??= new(StringComparer.Ordinal);
            if (call.Files.Count == MaxFiles) throw TooLarge(": too many files attached");
            call.Files[name] = new Upload(file, section.ContentType ?? "application/octet-stream", bytes.ToArray());
        }
    }

    private static string? FileNameOf(ContentDispositionHeaderValue disposition)
    {
        if (disposition.FileNameStar.HasValue) return disposition.FileNameStar.ToString();
        return disposition.FileName.HasValue ? HeaderUtilities.RemoveQuotes(disposition.FileName).ToString() : null;
    }

    private static ApiError TooLarge(string tail) => new(413, "Request Entity Too Large" + tail);
}
