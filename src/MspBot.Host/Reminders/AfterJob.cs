using MspBot.Data.Conversations;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Seminars;
using Quartz;

namespace MspBot.Host.Reminders;

/// <summary>
/// Each minute: a seat that lies free shortly before a meeting, one given to somebody who cannot hear of it, and after it materials to
/// all. What is marked is queued in the same transaction; safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class AfterJob(
    SignUpStore signUps, SeminarNotices seminars, MaterialDelivery materials, JobItems items, QuietHours quiet, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("seats given in vain", () => signUps.WithSeatsUnheard(now),
            async ids => await signUps.GiveOn(ids[0], now) is { } filled ? GivenOn(filled, now) : [], atOnce: 1);
        await items.Each("free seats", () => signUps.WithSeatsLying(now),
            async ids => await signUps.AskNext(ids[0], now) is var (sheet, asked) ? Offers(sheet, asked, now) : [], atOnce: 1);
        await items.Each("materials", () => materials.Due(now), async attached => await materials.Deliver(attached, now));
    }

    private IReadOnlyCollection<OutboxNotice> GivenOn(FilledSeats filled, DateTimeOffset now)
    {
        var (sheet, promoted, asked) = filled;
        var seat = ScreenJson.Write(seminars.Seat(sheet, now));
        var notBefore = quiet.NotBefore(now, sheet.StartsAt);
        return
        [
            .. from p in promoted where p.Chat is not null
               select new OutboxNotice(p.Chat!.Value, seat, Priority.Notice, SignUpStore.SeatedKey(p.SignUp), notBefore, sheet.StartsAt),
            .. Offers(sheet, asked, now),
        ];
    }

    private IReadOnlyCollection<OutboxNotice> Offers(SeminarSheet sheet, IReadOnlyList<Promoted> asked, DateTimeOffset now)
    {
        var offer = ScreenJson.Write(seminars.Offer(sheet, now));
        return
        [
            .. from a in asked where a.Chat is not null
               select new OutboxNotice(a.Chat!.Value, offer, Priority.Notice, SeminarNotices.OfferKey(sheet, a, now), null, sheet.StartsAt),
        ];
    }
}
