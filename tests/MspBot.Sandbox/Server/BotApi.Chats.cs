namespace MspBot.Sandbox;

/// <summary>Chats, messages and the updates they make.</summary>
public sealed partial class BotApi
{
    private static readonly TimeSpan MessageLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan CallbackLife = TimeSpan.FromSeconds(150);

    /// <summary>A person with a phone; the same id gives the same visitor.</summary>
    public Visitor Visitor(long id, string firstName = "Гость", string? lastName = null, string? username = null, string? language = "ru")
    {
        lock (Gate)
        {
            if (visitors.TryGetValue(id, out var known)) return known;
            var person = new Person(id, firstName, lastName, username, language);
            return visitors[id] = new Visitor(this, person, RoomOf(person));
        }
    }

    public IReadOnlyList<Visitor> Visitors
    {
        get
        {
            lock (Gate) return [.. visitors.Values];
        }
    }

    /// <summary>A group with the bot in it; ids below -1 000 000 000 000 are supergroups.</summary>
    public GroupChat Group(long id, string title)
    {
        lock (Gate)
        {
            if (!rooms.TryGetValue(id, out var room)) room = rooms[id] = new Room(id, title) { Steps = Options.KeepJournal ? [] : null };
            return new GroupChat(this, room);
        }
    }

    /// <summary>Another bot that ours has met somewhere: nothing can be sent to it.</summary>
    public void OtherBot(long id, string name)
    {
        lock (Gate) RoomOf(new Person(id, name, null, null, null) { IsBot = true, IsSeen = true });
    }

    /// <summary>A message as it is now, or null when it is gone.</summary>
    public ChatMessage? Message(long chatId, int messageId)
    {
        lock (Gate)
        {
            return rooms.TryGetValue(chatId, out var room) && room.Find(messageId) is { } message ? Snapshot(message) : null;
        }
    }

    internal Room RoomOf(Person person)
    {
        if (!rooms.TryGetValue(person.Id, out var room))
            rooms[person.Id] = room = new Room(person) { Steps = Options.KeepJournal ? [] : null, FirstId = Options.FirstMessageId };
        return room;
    }

    internal Room? FindRoom(long id) => rooms.GetValueOrDefault(id);

    internal ChatMessage Snapshot(StoredMessage message) => ChatMessage.Of(message, Options.BotName);

    internal IReadOnlyList<ChatMessage> Snapshots(Room room)
    {
        lock (Gate) return [.. room.Messages.Select(Snapshot)];
    }

    /// <summary>Puts a message into its chat; for one of the bot's `Author` is null.</summary>
    internal StoredMessage Post(StoredMessage message, Markup? markup = null)
    {
        var room = message.Room;
        room.Add(message, Options.MaxMessagesPerChat);
        if (markup?.Keyboard is not null) room.Keyboard = markup.Keyboard;
        else if (markup?.IsOther == true) room.Keyboard = null;
        Touch(message, ChatStepKind.Posted);
        return message;
    }

    /// <summary>A message of an earlier run of the sandbox: it is not announced.</summary>
    internal void Restore(StoredMessage message) => message.Room.Add(message, Options.MaxMessagesPerChat);

    internal StoredMessage NewMessage(Room room, Person? author, FormattedText body, Media? media = null, Markup? markup = null,
        StoredMessage? replyTo = null, string? group = null) =>
        new(room, room.NextId(), author, Time.GetUtcNow())
        {
            Body = body,
            Media = media,
            Keyboard = markup?.Inline,
            HasFixedMarkup = markup?.IsNotInline == true,
            ReplyTo = replyTo,
            MediaGroup = group,
        };

    internal void MarkEdited(StoredMessage message)
    {
        message.EditedAt = Time.GetUtcNow();
        message.Edits++;
        Touch(message, ChatStepKind.Edited);
    }

    internal void Delete(StoredMessage message)
    {
        message.Room.Remove(message.Id);
        Touch(message, ChatStepKind.Deleted);
    }

    /// <summary>A press, a toast: a step with words instead of a message.</summary>
    internal void Note(Room room, int messageId, ChatStepKind kind, string words)
    {
        changes++;
        if (room.Steps is not null) room.AddStep(new ChatStep(kind, null, words), Options.MaxMessagesPerChat * 4);
        room.Changed.Raise();
        Changed?.Invoke(new ChatChange(room.Id, messageId, kind, kind is not ChatStepKind.Tapped));
    }

    internal void Announce(StoredMessage message, string kind = "message") =>
        Updates.Add(kind, message.Room.Id, MessageLife, (message, BotJson), static (w, x) => x.message.WriteTo(w, x.BotJson));

    internal PendingCallback Press(Person person, Room room, int messageId, string data)
    {
        var press = Callbacks.Open(person, room.Id);
        Updates.Add("callback_query", person.Id, CallbackLife, (api: this, press, room, messageId, data), static (w, x) =>
        {
            w.WriteStartObject();
            w.WriteString("id"u8, x.press.Id);
            w.Raw("from", x.press.Person.UserJson);
            w.WritePropertyName("message"u8);
            if (x.room.Find(x.messageId) is { } message) message.WriteTo(w, x.api.BotJson);
            else WriteInaccessible(w, x.room, x.messageId);
            w.WriteString("chat_instance"u8, (x.room.Id * 7_919).ToString(System.Globalization.CultureInfo.InvariantCulture));
            w.WriteString("data"u8, x.data);
            w.WriteEndObject();
        });
        return press;
    }

    /// <summary>my_chat_member: a person blocked the bot, let it in again, or threw it out of a group.</summary>
    internal void AnnounceMembership(Room room, Person person, string before, string after) =>
        Updates.Add("my_chat_member", room.Id, MessageLife, (api: this, room, person, before, after), static (w, x) =>
        {
            w.WriteStartObject();
            w.Raw("chat", x.room.Json);
            w.Raw("from", x.person.UserJson);
            w.WriteNumber("date"u8, x.api.Time.GetUtcNow().ToUnixTimeSeconds());
            WriteMember(w, "old_chat_member", x.before, x.api.BotJson);
            WriteMember(w, "new_chat_member", x.after, x.api.BotJson);
            w.WriteEndObject();
        });

    private static void WriteMember(System.Text.Json.Utf8JsonWriter w, string name, string status, byte[] user)
    {
        w.WriteStartObject(name);
        w.Raw("user", user);
        w.WriteString("status"u8, status);
        if (status == "kicked") w.WriteNumber("until_date"u8, 0);
        w.WriteEndObject();
    }

    private static void WriteInaccessible(System.Text.Json.Utf8JsonWriter w, Room room, int messageId)
    {
        w.WriteStartObject();
        w.Raw("chat", room.Json);
        w.WriteNumber("message_id"u8, messageId);
        w.WriteNumber("date"u8, 0);
        w.WriteEndObject();
    }

    private void Touch(StoredMessage message, ChatStepKind kind)
    {
        message.ChangedAt = ++changes;
        if (message.Room.Steps is not null)
            message.Room.AddStep(new ChatStep(kind, Snapshot(message), null), Options.MaxMessagesPerChat * 4);
        message.Room.Changed.Raise();
        Changed?.Invoke(new ChatChange(message.Room.Id, message.Id, kind, message.Author is null));
    }
}
