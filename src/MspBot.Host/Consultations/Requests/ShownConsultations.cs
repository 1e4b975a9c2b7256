using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>Cards of consultations that were sent earlier, as they should look by now.</summary>
internal sealed class ShownConsultations(ConsultationReader reader, HandoverStore handovers, ConsultationScreens screens, Outbox outbox)
{
    /// <summary>For changes made by the clock or a group, not by a press on these cards. Call it before anything fresh is told.</summary>
    internal async Task Redraw(IEnumerable<ConsultationId> changed, DateTimeOffset now)
    {
        foreach (var id in changed)
        {
            if (await reader.Details(id) is { } details)
                await outbox.Redraw(ConsultationScreens.Shown(id), who => Draw(who, null, details, now));
        }
    }

    /// <summary>After somebody was erased whom these name.</summary>
    internal Task RedrawNameless(IEnumerable<ConsultationId> ids, DateTimeOffset now)
    {
        var cards = ids.ToDictionary(ConsultationScreens.Shown);
        return outbox.RedrawNameless(cards.Keys, async (shows, who) =>
            await reader.Details(cards[shows]) is { } details ? await Draw(who, null, details, now) : null);
    }

    /// <param name="who">Who reads it.</param>
    /// <param name="before">The former state, if known: the people it concerned learn that it went elsewhere.</param>
    /// <param name="after">As it stands.</param>
    /// <param name="now">The moment.</param>
    internal async Task<Screen?> Draw(Speaker who, ConsultationDetails? before, ConsultationDetails after, DateTimeOffset now)
    {
        if (Sides.Of(who, after) is { } side) return screens.Card(after, side, now);
        var theirs = before is not null && Sides.Of(who, before) is not null;
        return theirs || await handovers.WasTutor(after.Id, who.Person) ? ConsultationScreens.Elsewhere(after) : null;
    }
}
