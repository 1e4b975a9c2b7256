using System.Globalization;
using System.Text;

namespace MspBot.Sandbox;

/// <summary>A chat as text that reads like prose: who, what, and the buttons as rows.</summary>
public static class Transcript
{
    /// <summary>The chat as it stands: an edited message appears once, in its last state.</summary>
    public static string Of(IEnumerable<ChatMessage> chat)
    {
        var text = new StringBuilder();
        foreach (var message in chat) Append(text, message);
        return text.ToString();
    }

    /// <summary>Everything in the order in which it happened: presses, edits, deletions, toasts.</summary>
    public static string InOrder(Visitor visitor) => InOrder(visitor.Steps, visitor.Name);

    /// <summary>As <see cref="InOrder(Visitor)"/>, of some of the steps.</summary>
    public static string InOrder(IEnumerable<ChatStep> steps, string name)
    {
        var text = new StringBuilder();
        foreach (var step in steps) Append(text, step, name);
        return text.ToString();
    }

    internal static void Append(StringBuilder text, ChatMessage message, string mark = "")
    {
        text.Append(CultureInfo.InvariantCulture, $"{(message.FromBot ? "Бот" : message.From)}{mark}:\n");
        if (message.Kind != "text")
            text.Append(CultureInfo.InvariantCulture, $"  <{message.Kind}{(message.File is { } f ? " " + f.Name : "")}>\n");
        if (message.Text.Length > 0)
        {
            foreach (var line in Marked(message).Split('\n')) text.Append(line.Length == 0 ? "" : "  ").Append(line).Append('\n');
        }

        foreach (var row in message.Buttons)
        {
            text.Append("  ").AppendJoin(' ', row.Select(x => $"[ {x.Label}{Mark(x)} ]")).Append('\n');
        }

        text.Append('\n');
    }

    private static void Append(StringBuilder text, ChatStep step, string name)
    {
        switch (step.Kind)
        {
            case ChatStepKind.Posted: Append(text, step.Message!); break;
            case ChatStepKind.Edited: Append(text, step.Message!, " (правит)"); break;
            case ChatStepKind.Deleted: text.Append(CultureInfo.InvariantCulture, $"(удалено: {FirstLine(step.Message!)})\n\n"); break;
            case ChatStepKind.Tapped: text.Append(CultureInfo.InvariantCulture, $"{name} нажимает [ {step.Note} ]\n\n"); break;
            case ChatStepKind.Toast: text.Append(CultureInfo.InvariantCulture, $"(всплывает: {step.Note})\n\n"); break;
            case ChatStepKind.Alert: text.Append(CultureInfo.InvariantCulture, $"(окно: {step.Note})\n\n"); break;
        }
    }

    /// <summary>As the apps mark a button that opens an address or copies.</summary>
    private static string Mark(ChatButton button) => button.Url is not null ? " ↗" : button.Copies is not null ? " ⧉" : "";

    private static string FirstLine(ChatMessage message) => message.Text.Split('\n')[0];

    /// <summary>Bold as **…**, a link with its address; other styles are left out.</summary>
    private static string Marked(ChatMessage message)
    {
        var marks = new List<(int At, int Order, string Text)>();
        foreach (var e in message.Entities)
        {
            if (e.Type == "bold")
            {
                marks.Add((e.Offset, 1, "**"));
                marks.Add((e.Offset + e.Length, 0, "**"));
            }
            else if (e is { Type: "text_link", Url: not null })
            {
                marks.Add((e.Offset + e.Length, 0, $" ({e.Url})"));
            }
        }

        var text = new StringBuilder(message.Text);
        foreach (var (at, _, mark) in marks.OrderByDescending(x => x.At).ThenByDescending(x => x.Order)) text.Insert(at, mark);
        // A bold text is cut where a command or a link begins: for the reader it is one.
        return text.Replace("****", "").ToString();
    }
}

public sealed partial class Visitor
{
    /// <summary>Every step of the private chat; empty when the journal is off.</summary>
    public IReadOnlyList<ChatStep> Steps
    {
        get
        {
            lock (api.Gate) return [.. room.Steps ?? []];
        }
    }
}
