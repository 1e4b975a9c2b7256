using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>The JSON of documents, photos, stickers, voices and contacts.</summary>
internal static class MediaMaker
{
    public static Media Document(StoredFile file) => new("document", JsonBytes.Write(file, static (w, f) =>
    {
        w.WriteStartObject();
        w.WriteString("file_name"u8, f.Name);
        w.WriteString("mime_type"u8, f.MimeType);
        WriteFile(w, f);
        w.WriteEndObject();
    }), file);

    public static Media Photo(StoredFile file, int width, int height) =>
        new("photo", JsonBytes.Write((file, width, height), static (w, x) =>
    {
        w.WriteStartArray();
        w.WriteStartObject();
        WriteFile(w, x.file);
        w.WriteNumber("width"u8, x.width);
        w.WriteNumber("height"u8, x.height);
        w.WriteEndObject();
        w.WriteEndArray();
    }), file);

    public static Media Sticker(StoredFile file) => new("sticker", JsonBytes.Write(file, static (w, f) =>
    {
        w.WriteStartObject();
        w.WriteNumber("width"u8, 512);
        w.WriteNumber("height"u8, 512);
        w.WriteString("emoji"u8, "👍");
        w.WriteString("set_name"u8, "sandbox");
        w.WriteBoolean("is_animated"u8, false);
        w.WriteBoolean("is_video"u8, false);
        w.WriteString("type"u8, "regular"u8);
        WriteFile(w, f);
        w.WriteEndObject();
    }), file);

    public static Media Voice(StoredFile file) => new("voice", JsonBytes.Write(file, static (w, f) =>
    {
        w.WriteStartObject();
        w.WriteNumber("duration"u8, 3);
        w.WriteString("mime_type"u8, "audio/ogg"u8);
        WriteFile(w, f);
        w.WriteEndObject();
    }), file);

    public static Media Contact(string phone, Person person) => new("contact", JsonBytes.Write((phone, person), static (w, x) =>
    {
        w.WriteStartObject();
        w.WriteString("phone_number"u8, x.phone);
        w.WriteString("first_name"u8, x.person.FirstName);
        w.WriteNumber("user_id"u8, x.person.Id);
        w.WriteEndObject();
    }), null);

    public static void WriteFile(Utf8JsonWriter w, StoredFile f)
    {
        w.WriteString("file_id"u8, f.Id);
        w.WriteString("file_unique_id"u8, f.UniqueId);
        w.WriteNumber("file_size"u8, f.Bytes.Length);
    }
}
