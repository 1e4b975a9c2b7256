namespace MspBot.Sandbox;

/// <summary>A person with a phone: types, presses, reads. Every wait is for a condition and fails loudly.</summary>
public sealed partial class Visitor
{
    private const int MaxText = 4096;

    private readonly BotApi api;
    private readonly Person person;
    private readonly Room room;
    private long actedAt;
    private (Room Room, int MessageId, string Data, string Label)? lastTap;

    internal Visitor(BotApi api, Person person, Room room)
    {
        this.api = api;
        this.person = person;
        this.room = room;
    }

    public long Id => person.Id;

    public string Name => person.Name;

    /// <summary>The private chat with the bot as the phone shows it, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Chat => api.Snapshots(room);

    /// <summary>The keyboard that replaces the phone's own, if any.</summary>
    public ReplyKeyboard? Keyboard
    {
        get
        {
            lock (api.Gate) return room.Keyboard;
        }
    }

    /// <summary>The menu of commands this chat shows.</summary>
    public IReadOnlyList<MenuCommand> Commands
    {
        get
        {
            lock (api.Gate) return api.Commands.Shown(room, person.Language);
        }
    }

    /// <summary>The words that last flew over the screen, of the last press.</summary>
    public string? LastToast { get; private set; }

    /// <summary>The words of the last window with an OK button, of the last press.</summary>
    public string? LastAlert { get; private set; }

    internal Person Person => person;

    /// <summary>The first message starts the chat, as the Start button does; a long text is sent in parts, as the app sends it.</summary>
    public Task Types(string text)
    {
        lock (api.Gate)
        {
            while (text.Length > MaxText)
            {
                var cut = char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText;
                Say(new FormattedText(text[..cut], []));
                text = text[cut..];
            }

            Say(new FormattedText(text, []));
        }

        return Task.CompletedTask;
    }

    /// <summary>A key of the reply keyboard: it types its label, or shares the contact.</summary>
    public Task Presses(string label)
    {
        var key = Keyboard?.Rows.SelectMany(x => x).FirstOrDefault(x => x.Label.Contains(label, StringComparison.Ordinal))
            ?? throw Fail($"sees no key «{label}»");
        return key.AsksContact ? SharesContact() : Types(key.Label);
    }

    /// <summary>
    /// The newest button with this label, else one that contains it; waits for it, then for the bot's answer to the press. Where somebody
    /// knows when the bot rests, that is waited for first: an older message may offer the same word as the one that is still on its way.
    /// </summary>
    public async Task Taps(string label)
    {
        if (api.WaitIdle is { } rest) await rest();
        var (message, button) = await Until(() => FindButton(Chat, label), $"sees no button «{label}»");
        await Press(room, message.Id, button.Data
            ?? throw Fail($"the button «{label}» opens {button.Url}, it sends nothing"), button.Label);
    }

    /// <summary>Waits for the newest copy button of this label; what a press of it puts into the clipboard.</summary>
    public async Task<string> Copies(string label)
    {
        var (_, button) = await Until(() => FindButton(Chat, label), $"sees no button «{label}»");
        return button.Copies ?? throw Fail($"the button «{label}» copies nothing");
    }

    public Task TapsOn(ChatMessage message, string label)
    {
        var button = FindButton([message], label)?.Button ?? throw Fail($"the message has no button «{label}»: {message.Text}");
        return Press(RoomOf(message), message.Id, button.Data ?? throw Fail($"the button «{label}» sends nothing"), button.Label);
    }

    /// <summary>Forged data, as a changed app could send it.</summary>
    public Task TapsData(ChatMessage message, string rawData) => Press(RoomOf(message), message.Id, rawData, rawData);

    /// <summary>The last press once more: the same data under a new callback id and a new update id.</summary>
    public Task TapsAgain()
    {
        var (where, id, data, label) = lastTap ?? throw Fail("has not pressed anything yet");
        return Press(where, id, data, label);
    }

    /// <summary>A press nobody waits for: for bots that are down, and for races.</summary>
    public Task TapsWithoutWaiting(string label)
    {
        var (message, button) = FindButton(Chat, label) ?? throw Fail($"sees no button «{label}»");
        Send(room, message.Id, button.Data ?? throw Fail($"the button «{label}» sends nothing"), button.Label);
        return Task.CompletedTask;
    }

    /// <summary>Sends a press at once; the task ends when the bot answers it, however long that takes. For loads of many.</summary>
    public Task StartsTap(int messageId, string data) => Send(room, messageId, data, data).Answered;

    /// <summary>Waits for a message of the bot, new or edited since the visitor's last action, that contains the part.</summary>
    public async Task<string> Sees(string part) => (await SeesMessage(part)).Text;

    public Task<ChatMessage> SeesMessage(string part) =>
        Until(() => Fresh().FirstOrDefault(x => x.Text.Contains(part, StringComparison.Ordinal)), $"does not see «{part}»");

    public async Task SeesButton(string label) => await Until(() => FindButton(Chat, label), $"sees no button «{label}»");

    /// <summary>Waits for a document or a photo of the bot, new since the last action.</summary>
    public Task<ChatFile> SeesFile(string partOfName) =>
        Until(() => Fresh().Select(x => x.File).FirstOrDefault(x => x is not null && x.Name.Contains(partOfName, StringComparison.Ordinal)),
            $"sees no file «{partOfName}»");

    /// <summary>Checked when the bot is idle: no message new or edited since the last action contains the part.</summary>
    public async Task DoesNotSee(string part)
    {
        await api.Idle();
        if (Fresh().Any(x => x.Text.Contains(part, StringComparison.Ordinal))) throw Fail($"sees «{part}», and should not");
    }

    /// <summary>The bot says nothing more to the last action.</summary>
    public async Task SeesNothingNew()
    {
        await api.Idle();
        if (Fresh().Any()) throw Fail("sees something new, and should not");
    }
}
