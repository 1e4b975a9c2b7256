using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Sandbox.Demo;

/// <summary>Everybody who can be played: the registered people of the database, and guests that the page makes.</summary>
internal sealed class Cast(BotApi api, Registrations registrations, Registry registry)
{
    private const long FirstGuest = 800_000_001;
    private readonly Lock gate = new();
    private readonly Dictionary<long, Registered> registered = [];
    private long nextGuest = FirstGuest;

    private const string GuestName = "Марина Новикова";

    /// <summary>
    /// Brings in all who are registered, as if they had talked to the bot some other day, and one guest, unless one of that name
    /// is still here unregistered from an earlier run.
    /// </summary>
    internal async Task Arrive()
    {
        foreach (var person in await registrations.All())
        {
            var words = person.FullName.Split(' ', 3);
            api.Visitor(person.TelegramId, words.Length > 1 ? words[1] : words[0], words.Length > 1 ? words[0] : null).StartedEarlier();
            lock (gate)
            {
                registered[person.TelegramId] = person;
                nextGuest = Math.Max(nextGuest, person.TelegramId + 1);
            }

            ShowCommands(person);
        }

        Visitor[] guests = [.. api.Visitors.Where(visitor => Known(visitor.Id) is null)];
        lock (gate) nextGuest = guests.Select(guest => guest.Id + 1).Append(nextGuest).Max();
        if (guests.All(guest => guest.Name != GuestName)) Add("Марина", "Новикова");
    }

    /// <summary>Somebody new, who has not met the bot.</summary>
    internal Visitor Add(string firstName, string? lastName)
    {
        lock (gate) return api.Visitor(nextGuest++, firstName, lastName);
    }

    internal Registered? Known(long id)
    {
        lock (gate) return registered.GetValueOrDefault(id);
    }

    /// <summary>Reads again what the database says of one person; whether anything has changed.</summary>
    internal async Task<bool> Refresh(long id)
    {
        var now = await registrations.Find(id);
        lock (gate)
        {
            var before = registered.GetValueOrDefault(id);
            if (now is null) registered.Remove(id);
            else registered[id] = now;
            return Key(before) != Key(now);
        }
    }

    /// <summary>What the bot did some other day, when they registered.</summary>
    private void ShowCommands(Registered person)
    {
        var speaker = new Speaker(ChatId.OfTelegram(person.TelegramId), new(person.PersonId),
            new HashSet<Domain.People.Role>(person.Roles));
        var menu = registry.CommandsFor(speaker).Commands.Select(c => new MenuCommand(c.Name, c.Description)).ToArray();
        lock (api.Gate) api.Commands.Set($"chat:{person.TelegramId}", "", menu);
    }

    private static string? Key(Registered? person) =>
        person is null ? null : $"{person.FullName}|{person.School}|{person.Position}|{string.Join(',', person.Roles.Order())}";
}
