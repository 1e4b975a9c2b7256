using System.Text;

namespace MspBot.Sandbox.History;

/// <summary>The chats as the lines leave them: the newest messages of each, in order.</summary>
internal sealed class HistoryReplay
{
    private readonly Dictionary<long, SavedPerson> people = [];
    private readonly Dictionary<long, SortedDictionary<int, SavedMessage>> chats = [];

    internal HistoryReplay(IReadOnlyList<HistoryLine> lines, int newest)
    {
        foreach (var line in lines)
        {
            if (line.Person is { } person) people[person.Id] = person;
            if (line.Message is { } message) Chat(message.Chat)[message.Id] = message;
            if (line.Gone is { } gone) Chat(gone.Chat).Remove(gone.Id);
        }

        foreach (var chat in chats.Values)
        {
            foreach (var old in chat.Keys.SkipLast(newest).ToArray()) chat.Remove(old);
        }
    }

    internal IReadOnlyList<HistoryLine> Lines =>
        [.. people.Values.Select(p => new HistoryLine { Person = p }),
            .. chats.Values.SelectMany(c => c.Values).Select(m => new HistoryLine { Message = m })];

    internal void Into(BotApi api, HistoryFolder folder, int highest)
    {
        lock (api.Gate)
        {
            foreach (var person in people.Values)
            {
                var who = api.Visitor(person.Id, person.FirstName, person.LastName).Person;
                (who.IsSeen, who.HasStarted, who.HasBlocked) = (person.Started, person.Started, person.Blocked);
                var room = api.RoomOf(who);
                room.Keyboard = person.Keyboard;
                foreach (var message in Chat(person.Id).Values) api.Restore(Message(message, room, api, folder));
                room.NumberAbove(highest);
            }
        }
    }

    private SortedDictionary<int, SavedMessage> Chat(long id) => chats.TryGetValue(id, out var chat) ? chat : chats[id] = [];

    private static StoredMessage Message(SavedMessage m, Room room, BotApi api, HistoryFolder folder) =>
        new(room, m.Id, m.ByBot ? null : room.Person, m.At)
        {
            EditedAt = m.EditedAt,
            Edits = m.Edits,
            Body = new(m.Text, m.Entities),
            Keyboard = m.Keyboard is { } keys ? MarkupReader.Restore(keys) : null,
            HasFixedMarkup = m.HasFixedMarkup,
            ReplyTo = m.ReplyTo is { } earlier ? room.Find(earlier) : null,
            MediaGroup = m.Group,
            Media = m.Media is { } media ? new(media.Field, Encoding.UTF8.GetBytes(media.Json), FileOf(media, api, folder)) : null,
        };

    private static StoredFile? FileOf(SavedMedia media, BotApi api, HistoryFolder folder)
    {
        if (media.File is not { } saved || folder.Find(saved) is not { } file) return null;
        api.Files.Restore(file);
        return file;
    }
}
