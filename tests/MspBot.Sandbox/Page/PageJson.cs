using System.Text.Encodings.Web;
using System.Text.Json;
using MspBot.Domain.People;

namespace MspBot.Sandbox.Page;

/// <summary>The page's JSON.</summary>
internal static class PageJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    internal static byte[] Of<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}

/// <summary>A person in the list at the left.</summary>
internal sealed record PersonView(long Id, string Name, string? School, string? Position, IReadOnlyList<Role> Roles, bool Registered,
    bool Started, bool Blocked, LastWords? Last);

/// <summary>The newest message of a chat.</summary>
internal sealed record LastWords(string Text, long At, bool FromBot);

internal sealed record FileView(string Id, string Name, string Mime, int Size);

internal sealed record MessageView(
    int Id, bool FromBot, string From, long At, string Kind, string Text, IReadOnlyList<TextEntity> Entities,
    IReadOnlyList<IReadOnlyList<ChatButton>> Buttons, FileView? File, int? ReplyTo, bool Edited)
{
    internal static MessageView Of(ChatMessage m) => new(
        m.Id, m.FromBot, m.From, m.Date.ToUnixTimeMilliseconds(), m.Kind, m.Text, m.Entities, m.Buttons,
        m.File is { } f ? new(f.FileId, f.Name, f.MimeType, f.Bytes.Length) : null, m.ReplyTo, m.Edits > 0);
}

internal sealed record ChatView(PersonView Person, IReadOnlyList<MessageView> Messages, ReplyKeyboard? Keyboard);

internal sealed record ChangedMessage(long Chat, MessageView Message, ReplyKeyboard? Keyboard);

internal sealed record DeletedMessage(long Chat, int Id);

internal sealed record ClockView(long Now, bool Moved, string Zone);

internal sealed record CallView(
    long Number, long At, string Method, long? Chat, int Status, double Ms, string Parameters, string Answer, string? Fault)
{
    private const int Longest = 20_000;

    internal static CallView Of(JournalEntry e) => new(
        e.Number, e.At.ToUnixTimeMilliseconds(), e.Method, e.ChatId, e.Status, Math.Round(e.Took.TotalMilliseconds, 1), Cut(e.Parameters),
        Cut(e.Answer), e.Fault);

    private static string Cut(string json) => json.Length <= Longest ? json : json[..Longest] + "…";
}

/// <summary>All that a page begins with; what changes afterwards comes by the feed, from this number on.</summary>
internal sealed record StateView(string Epoch, long Number, string BotName, string BotUsername, ClockView Clock,
    IReadOnlyList<PersonView> People, IReadOnlyList<CallView> Calls);
