using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Materials;

namespace MspBot.Host.Seminars;

/// <summary>Hands a seminar's materials to those they are for: when one is attached, and whenever somebody else is known to have come or missed it.</summary>
internal sealed class MaterialDelivery(SeminarMaterialStore store, DbSession session, QuietHours quiet)
{
    /// <summary>The attached materials that somebody is to get.</summary>
    internal Task<IReadOnlyList<long>> Due(DateTimeOffset now) => store.Due(now);

    /// <returns>How many messages were queued in the session's transaction.</returns>
    internal async Task<int> DeliverAll(DateTimeOffset now)
    {
        var notices = await Deliver(await store.Due(now), now);
        OutboxWriter.PutMany(session, [.. notices]);
        return notices.Count;
    }

    /// <returns>What is to be queued in the session's transaction.</returns>
    internal async Task<IReadOnlyCollection<OutboxNotice>> Deliver(IReadOnlyList<long> attached, DateTimeOffset now)
    {
        var notBefore = quiet.NotBefore(now);
        return [.. (await store.TakeDue(attached, now)).Select(m => new OutboxNotice(
            m.Chat, ScreenJson.Write(MaterialScreens.Of(MaterialTexts.After(m.Title), m.Name, m.File, m.Url)), Priority.Bulk,
            $"material:{m.Attached}:{m.SignUp}", notBefore, null))];
    }
}
