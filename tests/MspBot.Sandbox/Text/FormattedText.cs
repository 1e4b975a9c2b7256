using System.Text;
using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>A text as it is kept: tag-free, trimmed, with entities.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public static readonly FormattedText Empty = new("", []);

    private const int MaxRawBytes = 32_768;

    public int CodePoints
    {
        get
        {
            var count = Text.Length;
            foreach (var c in Text.AsSpan()) if (char.IsLowSurrogate(c)) count--;
            return count;
        }
    }

    public bool SameAs(FormattedText other) => Text == other.Text && Entities.SequenceEqual(other.Entities);

    /// <summary>The first group of checks: those that need no chat.</summary>
    public static FormattedText Read(BotApi api, Call call, string name, string entitiesName, bool required)
    {
        var raw = call.Text(name);
        if (raw.Length == 0) return required ? throw ApiError.Bad("message text is empty") : Empty;
        if (raw.Length > MaxRawBytes / 4 && Encoding.UTF8.GetByteCount(raw) > MaxRawBytes) throw ApiError.Bad("text is too long");
        var mode = call.Text("parse_mode").ToLowerInvariant();
        switch (mode)
        {
            case "html":
                var (text, entities) = HtmlParser.Parse(raw);
                return new FormattedText(text, entities);
            case "markdown" or "markdownv2":
                api.Breaches.Add($"{call.Method}: parse_mode {mode} is not supported by the sandbox, use HTML");
                throw ApiError.Bad("sandbox: parse_mode Markdown is not supported, use HTML");
            case "" or "none":
                return new FormattedText(raw, GivenEntities(call.Text(entitiesName)));
            default:
                throw ApiError.Bad("unsupported parse_mode");
        }
    }

    /// <summary>Trimmed and cleaned, with the entities Telegram adds by itself.</summary>
    public FormattedText Fixed() => TextCleaning.Clean(this);

    private static List<TextEntity> GivenEntities(string json)
    {
        if (json.Length == 0) return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                throw ApiError.Bad("can't parse MessageEntity: expected an Array of MessageEntity");
            var entities = new List<TextEntity>();
            foreach (var item in document.RootElement.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object) throw ApiError.Bad("can't parse MessageEntity: expected an Object");
                entities.Add(Entity(item));
            }

            entities.Sort(TextEntity.Compare);
            return entities;
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse entities JSON object");
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw ApiError.Bad("can't parse MessageEntity: a field is of a wrong type");
        }
    }

    private static TextEntity Entity(JsonElement item)
    {
        if (!item.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            throw ApiError.Bad("can't parse MessageEntity: Can't find field \"type\"");
        return new TextEntity(type.GetString()!, Number(item, "offset"), Number(item, "length"))
        {
            Url = Optional(item, "url"),
            Language = Optional(item, "language"),
            CustomEmojiId = Optional(item, "custom_emoji_id"),
            UnixTime = item.TryGetProperty("unix_time", out var moment) ? moment.GetInt64() : 0,
            DateTimeFormat = TimeFormat(item),
            UserId = item.TryGetProperty("user", out var user) && user.TryGetProperty("id", out var id) ? id.GetInt64() : 0,
        };
    }

    private static string? TimeFormat(JsonElement item) => Optional(item, "date_time_format") is not { Length: > 0 } format ? null
        : HtmlTag.IsTimeFormat(format) ? format : throw ApiError.Bad("can't parse MessageEntity: Invalid date format used");

    private static int Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.TryGetInt32(out var number)
            ? number
            : throw ApiError.Bad($"can't parse MessageEntity: Can't find field \"{name}\"");

    private static string? Optional(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
