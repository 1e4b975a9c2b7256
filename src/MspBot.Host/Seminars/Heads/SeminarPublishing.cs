using MspBot.Data.Meetings;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using MspBot.Host.Plan.Facts;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars.Heads;

/// <summary>
/// «Опубликовать» on a draft: where the head has something else at that time, they are asked first. A missing link or a day off stands on
/// the card.
/// </summary>
internal sealed class SeminarPublishing(
    SeminarReader reader, EngagementReader engagements, SeminarStore seminars, SeminarScreens screens, SeminarNotices notices,
    TermNotes plan, SiteZone zone)
{
    internal async Task<Pressed> Publish(Turn turn, SeminarId id, bool anyway)
    {
        if (!SeminarAccess.IsHead(turn.Speaker)) return Pressed.Warn(SeminarTexts.NotForYou);
        var me = turn.Person;
        if (!anyway && await reader.Details(id, me) is { State: SeminarState.Draft, Leads: true } draft
            && await engagements.Attended(me, [draft.StartsAt], draft.EndsAt - draft.StartsAt, id.Value) is { Count: > 0 } others)
            return Pressed.Instead(new Screen(HeadTexts.SameTime(draft, others, zone))
                .Row(Button.Card(HeadTexts.PublishAnyway, SeminarLinks.Seminar, id.Value, SeminarActions.Publish, SeminarActions.Anyway))
                .Row(Button.Card(HeadTexts.DoNotPublish, SeminarLinks.Seminar, id.Value)));
        var result = await seminars.Publish(id, me, turn.Now);
        if (result.Clash is { } clash) return Pressed.Warn(EngagementTexts.LeaderTaken(clash, zone));
        if (result.Refusal is { } because) return Pressed.Warn(HeadTexts.Refused(because));
        turn.Log(LogAction.SeminarPublished, LogSubject.Seminar, id.Value, people: SeminarDeeds.Leader(result.After!));
        await notices.TellLeader(turn, result.After!);
        await plan.Say(turn, result.After!.PlanItem, result.After.StartsAt);
        return Pressed.Instead(
            screens.Card(result.After!, turn.Now, SeminarRelation.Head, news: HeadTexts.Done(HeadTexts.Published, 0)), HeadTexts.Published);
    }
}
