using MspBot.Data.Seminars.Seats;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Seminars.Attendance;
using MspBot.Host.Seminars.Seats;
using Quartz;

namespace MspBot.Host.Reminders;

/// <summary>
/// Each minute: seats that are still free shortly before a meeting are offered on, as are seats given to a person who cannot be told;
/// after the meeting materials go to all. What is marked is queued in the same transaction; safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class AfterJob(
    SignUpStore signUps, SeminarNotices seminars, MaterialDelivery materials, JobItems items, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("seats given in vain", () => signUps.WithSeatsUnheard(now),
            async ids => await signUps.GiveOn(ids[0], now) is { } filled ? await seminars.Filled(filled, now) : [], atOnce: 1);
        await items.Each("free seats", () => signUps.WithSeatsLying(now),
            async ids => await signUps.AskNext(ids[0], now) is var (sheet, asked) ? await seminars.Filled(new(sheet, [], asked), now) : [],
            atOnce: 1);
        await items.Each("materials", () => materials.Due(now), async attached => await materials.Deliver(attached, now));
    }
}
