using MspBot.Data.Conversations;
using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using Quartz;
using Asking = MspBot.Domain.Feedback.Asking;

namespace MspBot.Host.Feedback;

/// <summary>
/// Each minute outside quiet hours: who is to be asked for feedback, nudged once, or asked «Применили?»; what is left of a seminar's
/// week comes into its view; wrong codes of an hour ago are forgotten. What falls due for one person at one time is one message. Marked and queued in one transaction; safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class FeedbackJob(
    FeedbackRequestStore requests, FeedbackWaiting waiting, FeedbackScreens screens, FeedbackViews views, AuthorKey key, CertificateGuesses guesses,
    JobItems items, QuietHours quiet, SiteZone zone, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (!Asking.IsTime(now, quiet)) return;
        await items.Once("wrong codes", () => guesses.Forget(now));
        await items.Each("seminars whose week is over", () => views.LeftOver(now), async ids =>
        {
            await views.TakeInLeftOver(ids[0], now);
            return [];
        }, atOnce: 1);
        await items.Each("people to ask", () => ToAsk(now), persons => Asked(persons, now));

        IReadOnlyList<CameTo> came = [];
        await items.Each<Meeting>("meetings to ask «Применили?» about", async () =>
        {
            came = await requests.AppliedDue(now - Asking.AppliedUntil, now - Asking.AppliedAfter, FiledBy(now));
            return [.. came.Select(c => c.Meeting).Distinct()];
        }, async meetings => await Applied([.. came.Where(c => meetings.Contains(c.Meeting))], meetings, now));
    }

    private async Task<IReadOnlyList<PersonId>> ToAsk(DateTimeOffset now) =>
    [
        .. (await requests.Due(now - Asking.Fresh, now - Asking.FreshConsultation, now - Asking.After))
            .Union(Asking.NudgesAskedBefore(now, zone) is { } before ? await requests.NudgeDue(before) : []),
    ];

    private async Task<IReadOnlyCollection<OutboxNotice>> Asked(IReadOnlyList<PersonId> persons, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        var due = await requests.TakeDue(now - Asking.Fresh, now - Asking.FreshConsultation, now - Asking.After, today, persons);
        var nudged = Asking.NudgesAskedBefore(now, zone) is { } before
            ? await requests.TakeNudges(before, today.AddDays(-Asking.Fresh.Days), persons) : [];
        // Who was nudged is not told from who was asked, nor from who had filed: the queue keeps its keys for weeks.
        return [.. (await waiting.Unfiled([.. due, .. nudged])).Where(c => c.Chat is not null).GroupBy(c => c.Person).Select(person => new OutboxNotice(
            person.First().Chat!.Value, ScreenJson.Write(Question([.. person])), Priority.Bulk,
            key.Notice("ask", person.Key, now.ToUnixTimeMilliseconds()), null, null))];
    }

    private Screen Question(IReadOnlyList<CameTo> things) => things is [var one]
        ? screens.Ask(one.Meeting, one.Title, one.StartsAt)
        : screens.Several(things);

    private DateOnly FiledBy(DateTimeOffset now) => zone.DayOf(now).AddDays(-Filing.DaysToChange);

    /// <summary>Those who came are known by name, those who filed by hash: they are asked who are both.</summary>
    private async Task<IReadOnlyCollection<OutboxNotice>> Applied(IReadOnlyList<CameTo> came, IReadOnlyCollection<Meeting> meetings, DateTimeOffset now)
    {
        var authors = (await requests.TakeApplied(meetings, FiledBy(now))).Select(Convert.ToHexString).ToHashSet();
        return [.. came.Where(c => c.Chat is not null && authors.Contains(Convert.ToHexString(key.Author(c.Person, c.Meeting)))).Select(c => new OutboxNotice(
            c.Chat!.Value, ScreenJson.Write(screens.AskApplied(c.Meeting, c.Title, c.StartsAt)), Priority.Bulk,
            key.Notice("applied", c.Person, c.Meeting.Code), null, null))];
    }
}
