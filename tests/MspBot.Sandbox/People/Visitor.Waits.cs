using System.Diagnostics;
using System.Text;

namespace MspBot.Sandbox;

/// <summary>Presses and waits.</summary>
public sealed partial class Visitor
{
    /// <summary>A mark or an arrow is a part of many labels: nobody who looks for «5» would press «24.11 15:00».</summary>
    private const int ShortestPart = 3;

    internal static (ChatMessage Message, ChatButton Button)? FindButton(IReadOnlyList<ChatMessage> messages, string label)
    {
        foreach (var exact in label.Length < ShortestPart ? [true] : (bool[])[true, false])
        {
            for (var i = messages.Count - 1; i >= 0; i--)
            {
                var found = messages[i].Buttons.SelectMany(x => x)
                    .FirstOrDefault(x => exact ? x.Label == label
                        : x.Label.Contains(label, StringComparison.Ordinal) || IsShortOf(x.Label, label));
                if (found is not null) return (messages[i], found);
            }
        }

        return null;
    }

    /// <summary>«Средняя школ…имени Ушинского»: a person finds the button whose label lost its middle.</summary>
    private static bool IsShortOf(string shown, string label) =>
        shown.Split('…') is [{ Length: >= ShortestPart } head, { Length: >= ShortestPart } tail] && label.Length > shown.Length
        && label.StartsWith(head, StringComparison.Ordinal) && label.EndsWith(tail, StringComparison.Ordinal);

    internal async Task Press(Room where, int messageId, string data, string label)
    {
        var press = Send(where, messageId, data, label);
        try
        {
            await press.Answered.WaitAsync(api.Options.Patience);
        }
        catch (TimeoutException)
        {
            throw Fail($"pressed «{label}» and the bot never answered the press");
        }

        LastToast = press.IsAlert ? null : press.Text;
        LastAlert = press.IsAlert ? press.Text : null;
    }

    /// <summary>A press as the page makes it: what the bot answered to this one press, or null when it said nothing in time.</summary>
    internal async Task<(string? Text, bool IsAlert)?> PressesInPage(int messageId, string data, string label)
    {
        var press = Send(room, messageId, data, label);
        try
        {
            await press.Answered.WaitAsync(api.Options.CallbackAnswerWindow);
        }
        catch (TimeoutException)
        {
            return null;
        }

        return (press.Text, press.IsAlert);
    }

    private PendingCallback Send(Room where, int messageId, string data, string label)
    {
        lock (api.Gate)
        {
            if (person.HasBlocked && where.Person is not null) throw Fail("has blocked the bot and can press nothing");
            person.IsSeen = true;
            lastTap = (where, messageId, data, label);
            (LastToast, LastAlert) = (null, null);
            api.Note(where, messageId, ChatStepKind.Tapped, label);
            actedAt = api.Changes;
            return api.Press(person, where, messageId, data);
        }
    }

    private Room RoomOf(ChatMessage message)
    {
        lock (api.Gate) return api.FindRoom(message.ChatId) ?? throw Fail("is in no such chat");
    }

    /// <summary>Messages of the bot that are new or edited since the last action, the newest change first.</summary>
    private IEnumerable<ChatMessage> Fresh() => Chat.Where(x => x.FromBot && x.ChangedAt > actedAt).OrderByDescending(x => x.ChangedAt);

    private Task<T> Until<T>(Func<T?> look, string complaint)
        where T : class => Waiting.Until(api, room, look, () => Fail(complaint));

    private async Task<(ChatMessage Message, ChatButton Button)> Until(
        Func<(ChatMessage Message, ChatButton Button)?> look, string complaint)
    {
        var found = await Waiting.Until(api, room, () => look() is { } x ? Tuple.Create(x.Message, x.Button) : null, () => Fail(complaint));
        return (found.Item1, found.Item2);
    }

    private VisitorException Fail(string complaint) => new($"{person.Name} ({person.Id}) {complaint}.\n{Waiting.Tail(Chat)}");
}

/// <summary>A visitor could not do or see what the story says; the message shows the end of the chat.</summary>
public sealed class VisitorException(string message) : Exception(message);

internal static class Waiting
{
    private const int TailLength = 6;

    /// <summary>Looks, and looks again after each change of the chat, for as long as the visitor is patient.</summary>
    public static async Task<T> Until<T>(BotApi api, Room room, Func<T?> look, Func<Exception> failure)
        where T : class
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var change = room.Changed.Next();
            if (look() is { } found) return found;
            var left = api.Options.Patience - Stopwatch.GetElapsedTime(start);
            try
            {
                if (left <= TimeSpan.Zero) throw new TimeoutException();
                await change.WaitAsync(left);
            }
            catch (TimeoutException)
            {
                throw failure();
            }
        }
    }

    public static string Tail(IReadOnlyList<ChatMessage> chat)
    {
        var text = new StringBuilder("The chat ends with:\n");
        foreach (var message in chat.TakeLast(TailLength)) Transcript.Append(text, message);
        return text.ToString();
    }
}
