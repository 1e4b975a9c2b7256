using MspBot.Data.Digests.Effectiveness;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;
using MspBot.Host.Plan;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>What heads and methodologists hear of conclusions, and their cards brought up to date.</summary>
internal sealed class ConclusionNotices(
    ConclusionReader reader, EffectScreens screens, PersonReader people, QuietHours quiet, SiteZone zone)
{
    /// <summary>Whether there is somebody who would read it.</summary>
    internal async Task<bool> AnyHead() => (await people.HeadChats()).Count > 0;

    /// <returns>When they hear of it.</returns>
    internal async Task<string> TellSent(Turn turn, ConclusionDetails one)
    {
        await Redraw(turn, one);
        var at = quiet.NotBefore(turn.Now);
        turn.TellOthers([.. (await people.HeadChats()).Select(chat => new Notice(chat,
            screens.Conclusion(one, new(chat, null, new HashSet<Role> { Role.Head }), ConclusionTexts.News(one)),
            NoticeKey.ConclusionSent(one.Id, chat), at))]);
        return HeardTexts.When(at, turn.Now, zone);
    }

    /// <returns>When they hear of it; null: there is nobody else who could.</returns>
    internal async Task<string?> TellAnswered(Turn turn, ConclusionDetails one)
    {
        await Redraw(turn, one);
        var at = quiet.NotBefore(turn.Now);
        var chats = (await reader.MethodologistChats()).Where(chat => chat != turn.Speaker.Chat).ToList();
        turn.Tell(chats.Select(chat => new Notice(chat,
            screens.Conclusion(one, new(chat, null, new HashSet<Role> { Role.Methodologist }), ConclusionTexts.News(one)),
            NoticeKey.ConclusionAnswered(one.Id, chat), at)));
        return chats.Count == 0 ? null : HeardTexts.When(at, turn.Now, zone);
    }

    /// <summary>Wherever it stands already. A draft that is shown to a methodologist says what another has made of it.</summary>
    internal Task Redraw(Turn turn, ConclusionDetails one) =>
        turn.Redraw(EffectLinks.Shown(one.Id), who => Task.FromResult<Screen?>(screens.Conclusion(one, who)));
}

/// <summary>After a person was erased, no conclusion names them.</summary>
internal sealed class ConclusionOnPersonErased(ConclusionReader reader, EffectScreens screens, Outbox outbox) : OnPersonErased
{
    public override async Task After(PersonId person, Turn turn)
    {
        var cards = (await reader.Naming(person)).ToDictionary(one => EffectLinks.Shown(one.Id));
        await outbox.RedrawNameless(cards.Keys, (shows, who) => Task.FromResult<Screen?>(screens.Conclusion(cards[shows], who)));
    }
}
