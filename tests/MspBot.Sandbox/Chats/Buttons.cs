namespace MspBot.Sandbox;

/// <summary>A button under a message: it sends its data to the bot, opens an address or copies a text.</summary>
public sealed record ChatButton(string Label, string? Data, string? Url)
{
    /// <summary>What a press puts into the phone's clipboard.</summary>
    public string? Copies { get; init; }

    /// <summary>danger, success, primary; null: the app's own colour.</summary>
    public string? Style { get; init; }
}

/// <summary>A key of the keyboard that replaces the phone's own.</summary>
public sealed record ReplyKey(string Label, bool AsksContact);

/// <summary>The keyboard that replaces the phone's own.</summary>
public sealed record ReplyKeyboard(IReadOnlyList<IReadOnlyList<ReplyKey>> Rows, bool OneTime);

/// <summary>An inline keyboard and its JSON, by which two keyboards are compared.</summary>
internal sealed record InlineKeyboard(IReadOnlyList<IReadOnlyList<ChatButton>> Rows, byte[] Json);

/// <summary>A reply_markup as it was sent: inline, a reply keyboard, its removal or a forced reply.</summary>
internal sealed record Markup(InlineKeyboard? Inline, ReplyKeyboard? Keyboard, bool IsOther)
{
    public static readonly Markup None = new(null, null, false);

    /// <summary>Messages sent with such a markup can never be edited.</summary>
    public bool IsNotInline => Keyboard is not null || IsOther;
}
