using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Data.People.Schools;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.After;

/// <summary>Who tells whom.</summary>
/// <param name="Heads">Their chats, each with the people of their school.</param>
/// <param name="Schools">How many schools have such a head.</param>
/// <param name="People">How many people these tell.</param>
/// <param name="Headless">Schools that have none.</param>
/// <param name="Schoolless">People without a school.</param>
internal sealed record PassPlan(
    IReadOnlyList<(ChatId Chat, IReadOnlyList<RecipientLine> People)> Heads, int Schools, int People, IReadOnlyList<string> Headless,
    int Schoolless);

/// <summary>«Передать через школу»: the heads of the schools of those not reached get one message each, once.</summary>
internal sealed class PassingOn(AfterReader reader, AgainStore broadcasts, HeadedSchools heads, QuietHours quiet)
{
    internal async Task<Pressed> Ask(BroadcastDetails broadcast)
    {
        if (broadcast.DeletedAt is not null) return Warn(BroadcastRefusal.Deleted);
        if (await reader.PassedOn(broadcast.Id)) return Warn(BroadcastRefusal.PassedOn);
        var plan = await Plan(broadcast.Id);
        if (plan.Heads.Count == 0) return Warn(BroadcastRefusal.NoHeads);
        return Pressed.Instead(new Screen(AfterTexts.AskPassOn(plan))
            .Row(Button.Card(AfterTexts.PassYes(plan.Schools), BroadcastLinks.Deeds, broadcast.Id.Value, BroadcastDeedsCard.PassOn).Main())
            .Row(Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, broadcast.Id.Value)));
    }

    internal async Task<Pressed> Tell(Turn turn, BroadcastId id)
    {
        if (await broadcasts.Hold(id) is not { State: BroadcastState.Done or BroadcastState.Stopped } broadcast) return Pressed.Fresh();
        if (broadcast.DeletedAt is not null) return Warn(BroadcastRefusal.Deleted);
        if (await reader.PassedOn(id)) return Warn(BroadcastRefusal.PassedOn);
        var plan = await Plan(id);
        if (plan.Heads.Count == 0) return Warn(BroadcastRefusal.NoHeads);
        turn.Tell(plan.Heads.Select(head => new Notice(head.Chat, new Screen(AfterTexts.ForSchool(broadcast, head.People)),
            NoticeKey.BroadcastPassedOn(id, head.Chat), quiet.NotBefore(turn.Now))));
        turn.Log(LogAction.BroadcastPassedOn, LogSubject.Broadcast, id.Value, LogDetail.Of("people", plan.People));
        return Pressed.Instead(new Screen(AfterTexts.PassedOn(plan))
            .Row(Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, id.Value)));
    }

    private async Task<PassPlan> Plan(BroadcastId id)
    {
        var missed = await reader.ToPassOn(id);
        var bySchool = missed.Where(one => one.SchoolId is not null).ToLookup(one => one.SchoolId!.Value);
        var chats = await heads.Chats([.. bySchool.Select(school => school.Key)]);
        var led = chats.Select(head => head.School).ToHashSet();
        return new([.. chats.Select(head => (head.Chat, Others(bySchool[head.School], head.Chat)))], led.Count,
            bySchool.Where(school => led.Contains(school.Key)).Sum(school => school.Count()),
            [.. bySchool.Where(school => !led.Contains(school.Key)).Select(school => AfterTexts.School(school.First()))],
            missed.Count(one => one.SchoolId is null));
    }

    private static IReadOnlyList<RecipientLine> Others(IEnumerable<RecipientLine> people, ChatId than) =>
        [.. people.Where(one => one.Chat != than)];

    private static Pressed Warn(BroadcastRefusal refusal) => Pressed.Warn(BroadcastRefusalTexts.Of(refusal));
}
