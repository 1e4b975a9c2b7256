namespace MspBot.Host.Conversations.Screens;

/// <summary>What rests in the outbox.</summary>
public abstract record Payload;

/// <summary>The list of commands that the messenger shows in a chat.</summary>
internal sealed record CommandList(IReadOnlyList<(string Name, string Description)> Commands) : Payload;

/// <summary>A message goes from a chat: the one that the row names.</summary>
internal sealed record Deletion : Payload;

/// <summary>What a person sees: one message with its rows of buttons, perhaps a file. A value: it can be compared and stored.</summary>
public sealed record Screen(Html Text, IReadOnlyList<IReadOnlyList<Button>> Rows) : Payload
{
    public Screen(Html text) : this(text, []) { }

    /// <summary>As a phone shows them: see <see cref="ButtonRows"/>.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Rows { get; init => field = ButtonRows.Fit(value); } = ButtonRows.Fit(Rows);

    public Attachment? File { get; init; }

    /// <summary>A file that takes a moment to make: it is made when the message is sent.</summary>
    public FileToMake? ToMake { get; init; }

    /// <summary>
    /// The card this is («k:123»), if it is to be kept up to date in messages sent earlier: see <see cref="Turn.Redraw"/>.
    /// </summary>
    public string? Shows { get; init; }

    /// <summary>A file that the messenger keeps for us.</summary>
    public KeptFile? Kept { get; init; }

    /// <summary>The same screen with one more row below. Buttons that are null are left out, an empty row as well.</summary>
    public Screen Row(params ReadOnlySpan<Button?> buttons)
    {
        var row = new List<Button>();
        foreach (var button in buttons)
        {
            if (button is not null) row.Add(button);
        }
        return row.Count == 0 ? this : this with { Rows = [.. Rows, row] };
    }
}

/// <summary>A file that the messenger keeps: its own reference, and how the file is called.</summary>
/// <param name="Reference">The messenger's.</param>
/// <param name="Name">With its extension, if it has one.</param>
/// <param name="Stored">Where we keep the bytes (stored_file), should the messenger refuse its reference; null: nowhere.</param>
public sealed record KeptFile(string Reference, string Name, long? Stored = null);

/// <summary>A file that goes out with a screen.</summary>
public sealed record Attachment(string Name, string MediaType, byte[] Content)
{
    /// <summary>Shown in the chat as it is.</summary>
    internal bool IsPicture => MediaType == "image/png";
}
