using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>A part of a text with a meaning; offsets are UTF-16 units, as string indexes are.</summary>
public sealed record TextEntity(string Type, int Offset, int Length)
{
    public string? Url { get; init; }

    public long UserId { get; init; }

    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }

    public long UnixTime { get; init; }

    /// <summary>How an app writes the moment of a date_time; null: as the text stands.</summary>
    public string? DateTimeFormat { get; init; }

    internal int End => Offset + Length;

    internal void WriteTo(Utf8JsonWriter w)
    {
        w.WriteStartObject();
        w.WriteNumber("offset"u8, Offset);
        w.WriteNumber("length"u8, Length);
        w.WriteString("type"u8, Type);
        if (Url is not null) w.WriteString("url"u8, Url);
        if (Language is not null) w.WriteString("language"u8, Language);
        if (CustomEmojiId is not null) w.WriteString("custom_emoji_id"u8, CustomEmojiId);
        if (UnixTime != 0) w.WriteNumber("unix_time"u8, UnixTime);
        if (DateTimeFormat is not null) w.WriteString("date_time_format"u8, DateTimeFormat);
        if (UserId != 0)
        {
            w.WriteStartObject("user"u8);
            w.WriteNumber("id"u8, UserId);
            w.WriteBoolean("is_bot"u8, false);
            w.WriteString("first_name"u8, "");
            w.WriteEndObject();
        }

        w.WriteEndObject();
    }

    /// <summary>Outer before inner: by offset, the longer first, then by the server's order of kinds.</summary>
    internal static int Compare(TextEntity a, TextEntity b)
    {
        if (a.Offset != b.Offset) return a.Offset.CompareTo(b.Offset);
        return a.Length != b.Length ? b.Length.CompareTo(a.Length) : Priority(a.Type).CompareTo(Priority(b.Type));
    }

    private static int Priority(string type) => type switch
    {
        "blockquote" or "expandable_blockquote" => 0,
        "pre" => 11,
        "code" => 20,
        "text_link" or "text_mention" => 49,
        "bold" => 90,
        "italic" => 91,
        "underline" => 92,
        "strikethrough" => 93,
        "spoiler" => 94,
        "custom_emoji" => 99,
        _ => 50,
    };
}
