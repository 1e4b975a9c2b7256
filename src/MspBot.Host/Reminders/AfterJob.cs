using MspBot.Data.Conversations;
using MspBot.Data.People;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Seminars;
using Quartz;

namespace MspBot.Host.Reminders;

/// <summary>
/// Each minute: what is to be said after a meeting (the list «Кто был» to its leader, the next morning one question to
/// those who did not come, materials to all), a seat that lies free shortly before one, and one given to somebody who cannot
/// hear of it. What is marked is queued in the same transaction; safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class AfterJob(
    AttendanceStore attendance, MissedStore missed, SignUpStore signUps, PersonReader people, SeminarNotices seminars, MaterialDelivery materials,
    JobItems items, QuietHours quiet, SiteZone zone, TimeProvider time) : IJob
{
    /// <summary>Longer ago nobody remembers: a machine that was off for long says nothing of it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(4);

    private static readonly TimeOnly Morning = new(9, 0);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("ended seminars", () => attendance.Ended(now - Fresh, now), async ids =>
        {
            var notices = new List<OutboxNotice>();
            foreach (var seminar in await attendance.TakeEnded(ids, now - Fresh, now))
                foreach (var chat in seminar.Chat is { } leader ? [leader] : await people.HeadChats()) notices.Add(Ended(seminar, chat, now));
            return notices;
        });
        await items.Each("people who did not come", () => missed.Due(now - Fresh, DaysOverBy(now)),
            async persons => [.. (await missed.TakeDue(persons, now - Fresh, DaysOverBy(now), now)).Select(one => Question(one, now))]);
        await items.Each("seats given in vain", () => signUps.WithSeatsUnheard(now),
            async ids => await signUps.GiveOn(ids[0], now) is { } filled ? GivenOn(filled, now) : [], atOnce: 1);
        await items.Each("free seats", () => signUps.WithSeatsLying(now),
            async ids => await signUps.AskNext(ids[0], now) is var (sheet, asked) ? Offers(sheet, asked, now) : [], atOnce: 1);
        await items.Each("materials", () => materials.Due(now), async attached => await materials.Deliver(attached, now));
    }

    /// <summary>Up to the last midnight behind which a morning has come.</summary>
    private DateTimeOffset DaysOverBy(DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        return zone.At(now >= zone.At(today, Morning) ? today : today.AddDays(-1), TimeOnly.MinValue);
    }

    private OutboxNotice Ended(EndedSeminar seminar, long chat, DateTimeOffset now) => new(chat,
        ScreenJson.Write(new Screen(EnterTexts.Ended(seminar, zone)).Row(Button.Card(EnterTexts.WhoCame, AttendanceCard.Name, seminar.Id.Value))),
        Priority.Notice, $"ended:{seminar.Id.Value}:{chat}", quiet.NotBefore(now), null);

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

    private OutboxNotice Question(Missed one, DateTimeOffset now) => new(one.Chat!.Value,
        ScreenJson.Write(MissedCard.Question(one, zone)), Priority.Bulk, $"missed:{one.SignUp}", quiet.NotBefore(now), null);
}
