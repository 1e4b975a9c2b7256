using MspBot.Data.Conversations;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Materials;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>
/// Hands a seminar's materials to those they are for: when one is attached, and whenever somebody else is known to have come or missed it.
/// </summary>
internal sealed class MaterialDelivery(SeminarMaterialStore store, QuietHours quiet)
{
    /// <summary>The attached materials that somebody is to get.</summary>
    internal Task<IReadOnlyList<long>> Due(DateTimeOffset now) => store.Due(now);

    /// <returns>How many messages were queued.</returns>
    internal async Task<int> DeliverAll(Turn turn)
    {
        var notices = await Deliver(await store.Due(turn.Now), turn.Now);
        turn.Tell(notices);
        return notices.Count;
    }

    /// <summary>Marks what is due as delivered.</summary>
    internal async Task<IReadOnlyCollection<Notice>> Deliver(IReadOnlyList<long> attached, DateTimeOffset now)
    {
        var notBefore = quiet.NotBefore(now);
        return [.. (await store.TakeDue(attached, now)).Select(m => new Notice(
            m.Chat, MaterialScreens.Of(MaterialTexts.After(m.Title), m.Name, m.File, m.Stored, m.Url, m.FileName),
            NoticeKey.Material(m.Attached, m.SignUp), notBefore)
        {
            Priority = Priority.Bulk,
        })];
    }
}
