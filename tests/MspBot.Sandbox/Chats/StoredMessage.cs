using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>A message as the server keeps it; guarded by the gate of <see cref="BotApi"/>.</summary>
internal sealed class StoredMessage(Room room, int id, Person? author, DateTimeOffset date)
{
    public Room Room => room;

    public int Id => id;

    /// <summary>Null: the bot itself.</summary>
    public Person? Author => author;

    public DateTimeOffset Date => date;

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>The text, or the caption of <see cref="Media"/>.</summary>
    public FormattedText Body { get; set; } = FormattedText.Empty;

    public Media? Media { get; init; }

    public InlineKeyboard? Keyboard { get; set; }

    /// <summary>Sent with a reply keyboard or its like: such a message is never editable.</summary>
    public bool HasFixedMarkup { get; init; }

    public StoredMessage? ReplyTo { get; init; }

    public string? MediaGroup { get; init; }

    public int Edits { get; set; }

    /// <summary>The server's count of changes when this message last changed.</summary>
    public long ChangedAt { get; set; }

    public void WriteTo(Utf8JsonWriter w, byte[] botJson, bool withReply = true)
    {
        w.WriteStartObject();
        w.WriteNumber("message_id"u8, id);
        w.Raw("from", author?.UserJson ?? botJson);
        w.Raw("chat", room.Json);
        w.WriteNumber("date"u8, date.ToUnixTimeSeconds());
        if (EditedAt is { } edited) w.WriteNumber("edit_date"u8, edited.ToUnixTimeSeconds());
        if (withReply && ReplyTo is not null)
        {
            w.WritePropertyName("reply_to_message"u8);
            ReplyTo.WriteTo(w, botJson, withReply: false);
        }

        if (MediaGroup is not null) w.WriteString("media_group_id"u8, MediaGroup);
        if (Media is not null) w.Raw(Media.Field, Media.Json);
        if (Body.Text.Length > 0)
        {
            w.WriteString(Media is null ? "text"u8 : "caption"u8, Body.Text);
            if (Body.Entities.Count > 0)
            {
                w.WriteStartArray(Media is null ? "entities"u8 : "caption_entities"u8);
                foreach (var entity in Body.Entities) entity.WriteTo(w);
                w.WriteEndArray();
            }
        }

        if (Keyboard is not null) w.Raw("reply_markup", Keyboard.Json);
        w.WriteEndObject();
    }
}

/// <summary>What a message holds besides text: the field of Message, its JSON, and the file if there is one.</summary>
internal sealed record Media(string Field, byte[] Json, StoredFile? File);
