using MspBot.Data.Conversations;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using Quartz;

namespace MspBot.Host.Seminars.Seats;

/// <summary>
/// Each minute: seats kept for those who gave them back go to those in line once the two minutes are over, and so do seats held for
/// schools once their time is over; who still waits when a meeting
/// begins hears once that no seat came free; seats that are still free shortly before it, or were given to a person who cannot be told, are
/// offered on. Safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class LineJob(
    SignUpStore signUps, LineStore line, SeminarNotices notices, ShownSeminars shown, JobItems items, QuietHours quiet, SiteZone zone,
    TimeProvider time) : IJob
{
    /// <summary>Longer ago it is no news.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("kept seats", () => signUps.WithKeptSeatsOver(now), ids => EndKept(ids[0], now), atOnce: 1);
        await items.Each("held seats", () => signUps.WithHeldSeatsOver(now),
            async ids => await signUps.EndHeld(ids[0], now) is var (filled, of)
                ? await notices.Filled(filled, now, of is [] ? null : new(ids[0]) { Freed = [.. of.Select(s => s.School)] }) : [],
            atOnce: 1);
        await items.Each("held seats lying", () => signUps.WithHeldSeatsLying(now),
            async ids => await signUps.Fill(ids[0], now) is { } filled ? await notices.Filled(filled, now) : [], atOnce: 1);
        await items.Each("lines that are over", () => line.Over(now - Fresh, now), async persons =>
            [.. (await line.TakeOver(persons, now - Fresh, now)).GroupBy(one => one.Chat).Select(one => Over([.. one], now))]);
        await items.Each("seats given in vain", () => signUps.WithSeatsUnheard(now),
            async ids => await signUps.GiveOn(ids[0], now) is { } filled ? await notices.Filled(filled, now, new(ids[0])) : [], atOnce: 1);
        await items.Each("free seats", () => signUps.WithSeatsLying(now),
            async ids => await signUps.AskNext(ids[0], now) is var (details, asked) ? await notices.Filled(new(details, [], asked), now)
            : [],
            atOnce: 1);
    }

    private async Task<IReadOnlyCollection<Notice>> EndKept(SeminarId id, DateTimeOffset now)
    {
        if (await signUps.EndKept(id, now) is not var (filled, chats)) return [];
        // Their card still says that the seat is theirs.
        await shown.Redraw(filled.Details, chats, now);
        return await notices.Filled(filled, now);
    }

    private Notice Over(IReadOnlyList<LineOver> waited, DateTimeOffset now) => new(waited[0].Chat,
        new Screen(NoticeTexts.NoSeatCameFree(waited, zone)).Row(Button.Command(SeminarTexts.OtherEvents, "events")),
        NoticeKey.NoSeatCameFree(waited[0].SignUp, waited[0].StartsAt), quiet.NotBefore(now))
    {
        Priority = Priority.Bulk,
    };
}
