using MspBot.Data.People;
using MspBot.Data.People.Schools;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Schools;

/// <summary>Turns a school as a person named it into one that is stored; of a new one the heads hear, each once.</summary>
internal sealed class SchoolNaming(SchoolStore store, SchoolReader schools, PersonReader people, QuietHours quiet)
{
    /// <summary>Null when the school they chose is no longer in the list.</summary>
    internal async Task<SettledSchool?> Settle(NamedSchool named, Turn turn)
    {
        if (named.Listed is { } listed) return await schools.IsConfirmed(listed) ? new(listed, Waits: false) : null;

        var (school, isNew) = await store.AddUnlisted(named.Typed!, turn.Now);
        if (isNew) await Ask(school, named.Typed!, turn);
        return new(school, Waits: isNew || !await schools.IsConfirmed(school));
    }

    private async Task Ask(SchoolId school, string name, Turn turn)
    {
        var screen = SchoolCard.Question(school, name, people: 1);
        turn.Tell((await people.HeadChats())
            .Select(chat => new Notice(chat, screen, NoticeKey.SchoolAdded(school, chat), quiet.NotBefore(turn.Now))));
    }
}

/// <summary>The stored school. <paramref name="Waits"/>: the head has not agreed to it yet.</summary>
internal sealed record SettledSchool(SchoolId Id, bool Waits);
