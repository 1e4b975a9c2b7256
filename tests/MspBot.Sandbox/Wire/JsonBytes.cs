using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>Writes JSON into bytes with a writer that each thread keeps for itself.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Tools? spare;

    public static byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        // Taken away while in use: `write` may come here again.
        var tools = spare ?? new Tools();
        spare = null;
        tools.Buffer.ResetWrittenCount();
        tools.Writer.Reset(tools.Buffer);
        write(tools.Writer, state);
        tools.Writer.Flush();
        var bytes = tools.Buffer.WrittenSpan.ToArray();

        // A giant answer must not stay in memory for ever.
        if (tools.Buffer.Capacity <= 1 << 20) spare = tools;
        return bytes;
    }

    public static void Raw(this Utf8JsonWriter writer, string name, ReadOnlySpan<byte> json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    private sealed class Tools
    {
        public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

        public Utf8JsonWriter Writer { get; }

        public Tools() => Writer = new Utf8JsonWriter(Buffer, Relaxed);
    }
}
