using MspBot.Sandbox.Demo;

namespace MspBot.Sandbox.Page;

/// <summary>The server's and the demo's state in the page's words.</summary>
internal sealed class PageView(BotApi api, DemoClock clock, Feed feed, Stage stage)
{
    private const int CallsAtStart = 150;

    internal StateView State()
    {
        // The number first: what happens in between comes twice, which harms nothing, and is not missed.
        var number = feed.Last;
        return new(feed.Epoch, number, api.Options.BotName, api.Options.BotUsername, Clock(), [.. api.Visitors.Select(Person)],
            [.. api.Journal.Entries.TakeLast(CallsAtStart).Select(CallView.Of)]);
    }

    internal ClockView Clock() => new(clock.GetUtcNow().ToUnixTimeMilliseconds(), clock.Offset > TimeSpan.Zero, stage.Zone.Zone.Id);

    internal Visitor? Visitor(long id) => api.Visitors.FirstOrDefault(v => v.Id == id);

    internal ChatView Chat(Visitor visitor) => new(Person(visitor), [.. visitor.Chat.Select(MessageView.Of)], visitor.Keyboard);

    internal ReplyKeyboard? KeyboardOf(long chat) => Visitor(chat)?.Keyboard;

    internal PersonView Person(Visitor visitor)
    {
        var known = stage.People.Known(visitor.Id);
        lock (api.Gate)
        {
            var last = api.RoomOf(visitor.Person).Messages is [.., var newest] ? newest : null;
            return new(
                visitor.Id, known?.FullName ?? visitor.Name, known?.School, known?.Position, known?.Roles ?? [], known is not null,
                visitor.Person.HasStarted, visitor.Person.HasBlocked,
                last is null ? null
                : new(last.Body.Text.Length > 0 ? Line(last.Body.Text)
                    : $"[{last.Media?.Field}]", last.Date.ToUnixTimeMilliseconds(), last.Author is null));
        }
    }

    /// <summary>Reads a person again; null when nobody plays them.</summary>
    internal async Task<PersonView?> Refresh(long id)
    {
        await stage.People.Refresh(id);
        return Visitor(id) is { } visitor ? Person(visitor) : null;
    }

    private static string Line(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > 90 ? line[..90] : line;
    }
}
