using MspBot.Data.People;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>What methodologists and heads hear of a plan that waits.</summary>
internal sealed class PlanReminders(ReviewReader reviews, PersonReader people, QuietHours quiet, SiteZone zone)
{
    /// <summary>The clock reminds each methodologist.</summary>
    internal async Task<ReminderNews> ByClock(UnansweredPlan plan, DateTimeOffset now) =>
        await ToMethodologists(plan, now, chat => NoticeKey.PlanNudged(plan.Plan, plan.SentAt, chat));

    /// <summary>A head reminds each methodologist.</summary>
    internal async Task<ReminderNews> ByHead(UnansweredPlan plan, DateTimeOffset now) =>
        await ToMethodologists(plan, now, chat => NoticeKey.PlanReminded(plan.Plan, zone.DayOf(now), chat));

    /// <summary>Each head hears that there is no answer.</summary>
    internal async Task<IReadOnlyList<Notice>> ToHeads(UnansweredPlan plan, DateTimeOffset now)
    {
        var screen = new Screen(ReminderTexts.NoAnswer(plan, zone))
            .Row(Button.Card(ReminderTexts.Remind, PlanLinks.Reminder, plan.Plan.Value, PlanLinks.Remind))
            .Row(Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, plan.Year.First));
        return [.. (await people.HeadChats()).Select(chat =>
            new Notice(chat, screen, NoticeKey.PlanLate(plan.Plan, plan.SentAt, chat), quiet.NotBefore(now)))];
    }

    private async Task<ReminderNews> ToMethodologists(UnansweredPlan plan, DateTimeOffset now, Func<ChatId, NoticeKey> key)
    {
        var all = await reviews.Reviewers(plan.Plan);
        var notices = all.Where(one => one is { Chat: not null, Waiting: > 0 })
            .Select(one => new Notice(one.Chat!.Value, new Screen(ReminderTexts.Waits(plan, one.Waiting, zone))
                .Row(Button.Card(ReviewTexts.Review, PlanLinks.Rest, plan.Plan.Value, PlanLinks.Begin).Main())
                .Row(PlanLinks.ToPlan(PlanTexts.ToPlan, plan.Year)), key(one.Chat.Value), quiet.NotBefore(now))).ToList();
        return new(notices, new(notices.Count, all.Count(one => one is { Chat: null, Waiting: > 0 }), Speaker: false,
            all.Count(one => one.Waiting == 0)));
    }
}

/// <summary>Reminders of a plan, and whom they reach.</summary>
internal sealed record ReminderNews(IReadOnlyList<Notice> Notices, Heard Heard);
