using MspBot.Data.Conversations;
using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using Quartz;
using FeedbackSchedule = MspBot.Domain.Feedback.FeedbackSchedule;

namespace MspBot.Host.Feedback;

/// <summary>
/// Each minute outside quiet hours: who is to be asked for feedback, nudged once, or asked «Применили?». What falls due for one person at
/// one time is one message. Marked and queued in one transaction; safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class FeedbackJob(
    FeedbackRequestStore requests, FeedbackReader reader, FeedbackScreens screens, AuthorKey key, JobItems items, QuietHours quiet,
    SiteZone zone,
    TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (!FeedbackSchedule.IsTime(now, quiet)) return;
        await items.Each("people to ask", () => ToAsk(now), persons => Asked(persons, now));

        IReadOnlyList<AttendedMeeting> attended = [];
        await items.Each<Meeting>("meetings to ask «Применили?» about", async () =>
        {
            attended = await requests.AttendedBetween(now - FeedbackSchedule.AppliedUntil, now - FeedbackSchedule.AppliedAfter);
            return [.. attended.Select(c => c.Meeting).Distinct()];
        }, meetings => Applied([.. attended.Where(c => meetings.Contains(c.Meeting))], now));
    }

    private async Task<IReadOnlyList<PersonId>> ToAsk(DateTimeOffset now) =>
    [
        .. (await requests.Due(now - FeedbackSchedule.Fresh, now - FeedbackSchedule.FreshConsultation, now - FeedbackSchedule.After))
            .Union(FeedbackSchedule.NudgesAskedBefore(now, zone) is { } before ? await requests.NudgeDue(before) : []),
    ];

    private async Task<IReadOnlyCollection<Notice>> Asked(IReadOnlyList<PersonId> persons, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        var due = await requests.TakeDue(now - FeedbackSchedule.Fresh, now - FeedbackSchedule.FreshConsultation,
            now - FeedbackSchedule.After, today, persons);
        var nudged = FeedbackSchedule.NudgesAskedBefore(now, zone) is { } before
            ? await requests.TakeNudges(before, today.AddDays(-FeedbackSchedule.Fresh.Days), persons) : [];
        // Who was nudged is not told from who was asked, nor from who had filed: the queue keeps its keys for weeks.
        return [.. (await reader.Unfiled([.. due, .. nudged])).Where(c => c.Chat is not null).GroupBy(c => c.Person)
            .Select(person => new Notice(
            person.First().Chat!.Value, Question([.. person]), NoticeKey.FeedbackAsked(key, person.Key, now))
        {
            Priority = Priority.Bulk,
        })];
    }

    private Screen Question(IReadOnlyList<AttendedMeeting> things) => things is [var one]
        ? screens.Ask(one.Meeting, one.Title, one.StartsAt)
        : screens.Several(things);

    private async Task<IReadOnlyCollection<Notice>> Applied(IReadOnlyList<AttendedMeeting> attended, DateTimeOffset now)
    {
        var due = await requests.TakeApplied(attended, zone.DayOf(now).AddDays(-FilingRules.DaysToChange));
        return [.. due.Where(c => c.Chat is not null).Select(c => new Notice(
            c.Chat!.Value, screens.AskApplied(c.Meeting, c.Title, c.StartsAt), NoticeKey.AppliedAsked(key, c.Person, c.Meeting))
        {
            Priority = Priority.Bulk,
        })];
    }
}
