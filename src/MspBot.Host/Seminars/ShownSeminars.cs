using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>
/// Cards of seminars that were sent earlier, as they should look by now. A number of free seats on the cards of others is left as it was:
/// each press on a popular event would edit hundreds of messages.
/// </summary>
internal sealed class ShownSeminars(SeminarScreens screens, SeminarReader reader, SignUpReader signUps, Outbox outbox)
{
    /// <summary>Before anything fresh is told.</summary>
    /// <param name="turn">What has changed it.</param>
    /// <param name="after">The seminar.</param>
    /// <param name="only">Whom it concerns; null: all who hold a card.</param>
    internal async Task Redraw(Turn turn, SeminarDetails after, IReadOnlyCollection<Promoted>? only = null)
    {
        if (!IsPublic(after) || only is { Count: 0 }) return;
        IReadOnlyCollection<ChatId>? chats = only is null ? null : Chats(only);
        await turn.Redraw(SeminarScreens.Shown(after.Id), await ByPlace(after, chats, turn.Now), chats);
    }

    /// <summary>For changes made by the clock, not by a press on these cards.</summary>
    internal async Task Redraw(SeminarDetails after, IReadOnlyCollection<ChatId> chats, DateTimeOffset now)
    {
        if (!IsPublic(after) || chats.Count == 0) return;
        await outbox.Redraw(SeminarScreens.Shown(after.Id), await ByPlace(after, chats, now), only: chats);
    }

    /// <summary>After somebody was erased whom these seminars name.</summary>
    internal async Task RedrawNameless(IReadOnlyCollection<SeminarId> ids, DateTimeOffset now, IReadOnlyCollection<ChatId>? only = null)
    {
        var cards = ids.ToDictionary(SeminarScreens.Shown, id => new Lazy<Task<Func<Speaker, Task<Screen?>>?>>(() => Drawn(id)));
        await outbox.RedrawNameless(cards.Keys, async (shows, who) =>
            (only is null || only.Contains(who.Chat)) && await cards[shows].Value is { } draw ? await draw(who) : null);

        async Task<Func<Speaker, Task<Screen?>>?> Drawn(SeminarId id) =>
            await reader.Details(id, new PersonId(0)) is { } details && IsPublic(details) ? await ByPlace(details, null, now) : null;
    }

    /// <summary>Where they can be told.</summary>
    internal static IReadOnlyCollection<ChatId> Chats(IEnumerable<Promoted> people) => [.. people.Select(p => p.Chat).OfType<ChatId>()];

    private static bool IsPublic(SeminarDetails details) => details.WasPublished && details.State != SeminarState.Draft;

    private async Task<Func<Speaker, Task<Screen?>>> ByPlace(SeminarDetails after, IReadOnlyCollection<ChatId>? chats, DateTimeOffset now)
    {
        var places = (await signUps.ToTell(after.Id, chats)).ToDictionary(p => p.Person);
        var held = await signUps.HeldFor(after, chats);
        return who => Task.FromResult<Screen?>(screens.Again(Theirs(who), who, now));

        SeminarDetails Theirs(Speaker who)
        {
            return SeminarScreens.For(places.GetValueOrDefault(who.Person), after) with
            {
                HeldForMine = held.GetValueOrDefault(who.Person),
                Leads = after.LeaderId is { } leader && leader == who.Person,
            };
        }
    }
}
