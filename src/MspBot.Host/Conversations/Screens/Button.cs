using System.Text;
using MspBot.Domain;

namespace MspBot.Host.Conversations.Screens;

/// <summary>
/// A button: it presses <see cref="Data"/>, opens <see cref="Url"/>, copies <see cref="Copied"/>, or offers <see cref="Shared"/> to another
/// chat.
/// </summary>
public sealed record Button
{
    /// <summary>The messenger's limit for what a button carries, in bytes.</summary>
    public const int DataLimit = 64;

    /// <summary>The messenger's limit for what a button copies, in characters.</summary>
    public const int CopyLimit = 256;

    private Button(string label) => Label = ButtonRows.Shorten(label);

    public string Label { get; }

    public string? Data { get; private init; }

    public string? Url { get; private init; }

    /// <summary>What a press puts on the clipboard.</summary>
    public string? Copied { get; private init; }

    /// <summary>What a press offers to send to a chat of the person's choice.</summary>
    public SharedText? Shared { get; private init; }

    public ButtonStyle Style { get; private init; }

    /// <summary>Presses <paramref name="action"/> on a card.</summary>
    public static Button Card(string label, string card, long id, string action = "show", string arg = "") =>
        Pressing(label, new PressData.OnCard(card, id, action, arg));

    /// <summary>Begins a flow.</summary>
    public static Button Flow(string label, string flow, string arg = "") => Pressing(label, new PressData.BeginFlow(flow, arg));

    /// <summary>Begins a flow about a row.</summary>
    public static Button Flow<TId>(string label, string flow, TId id) where TId : struct, IId<TId> => Flow(label, flow, Argument.Of(id));

    /// <summary>Does what the command does («menu», «events»; no slash).</summary>
    public static Button Command(string label, string command) => Pressing(label, new PressData.RunCommand(command));

    public static Button Link(string label, string url) => new(label) { Url = url };

    /// <summary>Copies <paramref name="text"/>, at most <see cref="CopyLimit"/> characters.</summary>
    public static Button Copy(string label, string text) => text.Length is > 0 and <= CopyLimit
        ? new(label) { Copied = text }
        : throw new ArgumentException($"a button copies 1 to {CopyLimit} characters: {text.Length} given", nameof(text));

    /// <summary>Offers to send <paramref name="text"/> with <paramref name="url"/> to a chat of the person's choice.</summary>
    public static Button Share(string label, string text, string url) => new(label) { Shared = new(text, url) };

    /// <summary>The same button in green: what most people press here.</summary>
    public Button Main() => this with { Style = ButtonStyle.Main };

    /// <summary>The same button in red: what it does cannot be undone.</summary>
    public Button Danger() => this with { Style = ButtonStyle.Danger };

    /// <summary>The same button with every text that it carries written anew.</summary>
    internal Button Reworded(Func<string, string> anew) => new(anew(Label))
    {
        Data = Data,
        Url = Url,
        Copied = Copied is null ? null : anew(Copied),
        Shared = Shared is null ? null : Shared with { Text = anew(Shared.Text) },
        Style = Style,
    };

    internal static Button Pressing(string label, PressData data)
    {
        var text = data.ToString();
        if (Encoding.UTF8.GetByteCount(text) > DataLimit)
            throw new ArgumentException($"a button carries at most {DataLimit} bytes: {text.Length} characters given", nameof(data));
        return new(label) { Data = text };
    }

    internal static Button Stored(string label, string? data, string? url, string? copied, SharedText? shared, ButtonStyle style) =>
        new(label) { Data = data, Url = url, Copied = copied, Shared = shared, Style = style };
}

/// <summary>A text and the link that belongs to it.</summary>
public sealed record SharedText(string Text, string Url);

/// <summary>How a button looks where the messenger knows colours.</summary>
public enum ButtonStyle
{
    Plain,

    /// <summary>Green.</summary>
    Main,

    /// <summary>Red.</summary>
    Danger,
}
