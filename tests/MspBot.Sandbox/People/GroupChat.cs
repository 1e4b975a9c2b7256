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
            api, room, () => Visitor.FindButton(Chat, label) is { } x ? Tuple.Create(x.Message, x.Button)
            : null, () => Fail($"no button «{label}»"));
        await visitor.Press(room, found.Item1.Id, found.Item2.Data ?? throw Fail($"the button «{label}» sends nothing"), found.Item2.Label);
    }

    public async Task<string> Sees(string part) => (await Waiting.Until(
        api, room, () => Chat.LastOrDefault(x => x.FromBot && x.Text.Contains(part, StringComparison.Ordinal)),
        () => Fail($"nobody sees «{part}»"))).Text;

    /// <summary>The bot was thrown out: it gets 403 from now on.</summary>
    public void KicksBot(Visitor by) => Refuse($"bot was kicked from the {room.Kind}", by, "kicked");

    /// <summary>The bot is no longer a member, though nobody is angry with it.</summary>
    public void RemovesBot(Visitor by) => Refuse($"bot is not a member of the {room.Kind}", by, "left");

    public void Dissolves()
    {
        lock (api.Gate) room.Refusal = "the group chat was deleted";
    }

    /// <summary>The group became a supergroup: calls get 400 with the new id.</summary>
    public void MigratesTo(long supergroup)
    {
        api.Group(supergroup, room.Title ?? "");
        lock (api.Gate) room.MigratedTo = supergroup;
    }

    private void Refuse(string why, Visitor by, string status)
    {
        lock (api.Gate)
        {
            room.Refusal = why;
            api.AnnounceMembership(room, by.Person, "member", status);
        }
    }

    private VisitorException Fail(string complaint) => new($"In the group {room.Title}: {complaint}.\n{Waiting.Tail(Chat)}");
}
