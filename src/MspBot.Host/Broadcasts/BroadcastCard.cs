using MspBot.Data.Broadcasts;
using MspBot.Domain.Broadcasts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts;

/// <summary>A broadcast: a face for each state, and the rows that other rooms add to it.</summary>
internal sealed class BroadcastCard(BroadcastScreens screens, BroadcastReader reader, BroadcastAccess access) : Card
{
    public override string Key => BroadcastLinks.Broadcast;

    public override Access Access => access.Seen;

    public override Task<Screen?> Show(Turn turn, long id, string arg) => screens.Of(new(id), turn.Speaker, turn.Now);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await reader.Find(new(id)) is not { } broadcast) return Pressed.Fresh(arg);
        var pressed = await screens.Press(turn, broadcast, action, arg);
        // What others see of it, and its writer elsewhere, follows what was decided here.
        if (await reader.Find(new(id)) is { } now && now.State != broadcast.State)
            await turn.Redraw(BroadcastScreens.Shown(now.Id), who => screens.Of(now.Id, who, turn.Now));
        return pressed;
    }
}

/// <summary>A broadcast as it is now, whatever its state.</summary>
internal sealed class BroadcastScreens(
    BroadcastReader reader, BroadcastAccess access, IEnumerable<BroadcastFace> faces, IEnumerable<BroadcastPart> parts)
{
    /// <summary>For <see cref="Turn.Redraw(string, Func{Speaker, Task{Screen}}, IReadOnlyCollection{ChatId})"/>.</summary>
    internal static string Shown(BroadcastId id) => $"{BroadcastLinks.Broadcast}:{id.Value}";

    /// <summary>Null: there is nothing for this reader.</summary>
    internal async Task<Screen?> Of(BroadcastId id, Speaker speaker, DateTimeOffset now, Html news = default)
    {
        if (await reader.Find(id) is not { } broadcast || !await access.Sees(speaker, broadcast)
            || faces.FirstOrDefault(face => face.Shows(broadcast.State)) is not { } face) return null;
        var screen = await face.Screen(broadcast, speaker, now, news);
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            var rows = await part.For(broadcast, speaker, now);
            screen = screen with { Text = Html.Paragraphs(screen.Text, rows.Text) };
            foreach (var row in rows.Rows) screen = screen.Row([.. row]);
        }
        return screen.Row(Button.Card(BroadcastTexts.ToList, BroadcastLinks.Broadcasts, 0)) with { Shows = Shown(id) };
    }

    internal async Task<Pressed> Press(Turn turn, BroadcastDetails broadcast, string action, string arg)
    {
        foreach (var part in parts)
        {
            if (await part.Press(turn, broadcast, action, arg) is { } pressed) return pressed;
        }
        return faces.FirstOrDefault(face => face.Shows(broadcast.State)) is { } face
            ? await face.Press(turn, broadcast, action, arg) : Pressed.Fresh();
    }
}
