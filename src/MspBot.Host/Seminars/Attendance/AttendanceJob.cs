using MspBot.Data.Conversations;
using MspBot.Data.People;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>
/// Each minute, after a meeting: its materials go to all. Outside quiet hours leaders are asked to mark who came, at the end and on the
/// next working morning once more; heads where a leader cannot be told. The morning after it is marked, those who did not come get one
/// question. What falls due for one person at one time is one message. Marked and queued in one transaction; safe to run twice, late, and
/// on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class AttendanceJob(
    EndedSeminarStore ended, MissedStore missed, MaterialDelivery materials, PersonReader people, JobItems items, QuietHours quiet,
    SiteZone zone, TimeProvider time) : IJob
{
    private static readonly TimeOnly Morning = new(9, 0);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (quiet.NotBefore(now) is null) await Ask(now);
        await items.Each("materials", () => materials.Due(now), async attached => await materials.Deliver(attached, now));
    }

    private async Task Ask(DateTimeOffset now)
    {
        var since = now - AttendanceMarks.WantedFor;
        await items.Each("ended seminars", () => ended.Ended(since, now),
            async ids => await Notices(await ended.TakeEnded(ids, since, now), again: false));

        var midnight = zone.At(zone.DayOf(now), TimeOnly.MinValue);
        if (now < zone.At(zone.DayOf(now), Morning)) return;
        await items.Each("seminars that are not marked", () => ended.Unmarked(since, midnight, now),
            async ids => await Notices(await ended.TakeUnmarked(ids, since, midnight, now), again: true));
        await items.Each("people who did not come", () => missed.Due(since, midnight),
            async persons => [.. (await missed.TakeDue(persons, since, midnight, now)).Select(Question)]);
    }

    /// <summary>One message a leader, by the first of what it is about.</summary>
    private async Task<IReadOnlyCollection<Notice>> Notices(IReadOnlyList<EndedSeminar> seminars, bool again)
    {
        var heads = seminars.Any(s => s.Chat is null) ? await people.HeadChats() : [];
        return
        [
            .. from seminar in seminars
               from chat in seminar.Chat is { } leader ? [leader] : heads
               group seminar by chat into mine
               let first = mine.First().Id
               select new Notice(mine.Key, EndedScreens.Of([.. mine], again, zone),
                   again ? NoticeKey.SeminarUnmarked(first, mine.Key) : NoticeKey.SeminarEnded(first, mine.Key)),
        ];
    }

    private Notice Question(Missed one) =>
        new(one.Chat!.Value, MissedCard.Question(one, zone), NoticeKey.Missed(one.SignUp)) { Priority = Priority.Bulk };
}
