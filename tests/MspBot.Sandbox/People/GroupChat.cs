namespace MspBot.Sandbox;

/// <summary>A group with the bot in it; visitors speak in it, and read.</summary>
public sealed class GroupChat
{
    private readonly BotApi api;
    private readonly Room room;

    internal GroupChat(BotApi api, Room room)
    {
        this.api = api;
        this.room = room;
    }

    public long Id => room.Id;

    public IReadOnlyList<ChatMessage> Chat => api.Snapshots(room);

    public Task Posts(Visitor visitor, string text)
    {
        lock (api.Gate) visitor.Say(room, new FormattedText(text, []));
        return Task.CompletedTask;
    }

    public async Task Taps(Visitor visitor, string label)
    {
        var found = await Waiting.Until(
            api, room, () => Visitor.FindButton(Chat, label) is { } x ? Tuple.Create(x.Message, x.Button) : null, () => Fail($"no button «{label}»"));
        await visitor.Press(room, found.Item1.Id, found.Item2.Data ?? throw Fail($"the button «{label}» sends nothing"), found.Item2.Label);
    }

    public async Task<string> Sees(string part) => (await Waiting.Until(
        api, room, () => Chat.LastOrDefault(x => x.FromBot && x.Text.Contains(part, StringComparison.Ordinal)), () => Fail($"nobody sees «{part}»"))).Text;

    /// <summary>The bot was thrown out: it gets 403 from now on.</summary>
    public void KicksBot()
    {
        lock (api.Gate) room.BotIsKicked = true;
    }

    /// <summary>The group became a supergroup: calls get 400 with the new id.</summary>
    public void MigratesTo(long supergroup)
    {
        api.Group(supergroup, room.Title ?? "");
        lock (api.Gate) room.MigratedTo = supergroup;
    }

    private VisitorException Fail(string complaint) => new($"In the group {room.Title}: {complaint}.\n{Waiting.Tail(Chat)}");
}
