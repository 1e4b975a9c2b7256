using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Hours;
using MspBot.Data.Meetings;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Groups;

/// <summary>The tutor of a group chooses another time for it.</summary>
internal sealed class MoveGroupFlow(GroupReader reader, HoursReader hours, EngagementReader engagements) : Flow
{
    private const string Name = ConsultationLinks.MoveGroup;

    public override string Key => Name;

    public override Access Access => TheirGroup.Rows(reader);

    public override string Title => GroupQuestionTexts.Moving;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var me = ask.Person;
        if (await TheirGroup.Find(reader, ask) is not { } details) return Say(TheirGroup.Refused(GroupRefusal.NoSuchGroup));
        if (GroupRules.CheckMoving(details.Facts, me, ask.Now) is { } refusal) return Say(TheirGroup.Refused(refusal));

        var start = await GroupQuestions.Start(ask, GroupQuestionTexts.NewStart(ask), hours, me);
        var others = await engagements.Attended(me, [start], details.EndsAt - details.StartsAt);
        await ask.Confirm(EngagementTexts.Warned(others, GroupQuestionTexts.SendMove, ask.Zone),
            [new Option<bool>(true, GroupQuestionTexts.MoveIt)]);
        return new[] { GroupRefusal.TimeTaken, GroupRefusal.TimeTooNear, GroupRefusal.TimeTooFar, GroupRefusal.SameTime }
            .Aggregate(Do(new MoveGroup(details.Id, start)), (move, no) => move.OnConflict(no, "start", GroupTexts.Refused(no)));
    }
}

/// <summary>A group, to be moved.</summary>
internal sealed record MoveGroup(ConsultationId Id, DateTimeOffset Start);

/// <summary>Moves it; everybody hears what was and what is.</summary>
internal sealed class MoveGroupHandler(GroupStore store, GroupNotices notices, SiteZone zone) : Handler<MoveGroup>
{
    public override async Task<Done> Handle(MoveGroup command, Turn turn)
    {
        var result = await store.Move(command.Id, turn.Person, command.Start, turn.Now);
        if (result.Refusal is { } refusal)
            return new Done.Refused(refusal, Html.Text(GroupTexts.Refused(result, zone)), GroupTexts.Refused(result, zone));
        GroupDeeds.Log(turn, LogAction.GroupMoved, result.After!,
            LogDetail.None.And("from", result.Before!.StartsAt).And("to", result.After!.StartsAt), Role.Tutor);
        await notices.Redraw(turn, result);
        turn.TellOthers(notices.Moved(result.Before!, result.After!, turn.Now));
        if (result.After!.State == ConsultationState.Confirmed) turn.Say(GroupNotices.Calendar(result.After, turn.Now));
        return new Done.Opening(ConsultationLinks.Group, command.Id.Value);
    }
}

/// <summary>The tutor of a group cancels it, knowing how many will hear of it.</summary>
internal sealed class CancelGroupFlow(GroupReader reader, GroupScreens screens) : Flow
{
    private const string Name = ConsultationLinks.CancelGroup;

    public override string Key => Name;

    public override Access Access => TheirGroup.Rows(reader);

    public override string Title => GroupQuestionTexts.Cancelling;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (await TheirGroup.Find(reader, ask) is not { } details) return Say(TheirGroup.Refused(GroupRefusal.NoSuchGroup));
        if (GroupRules.CheckCancelling(details.Facts, ask.Person, ask.Now) is { } refusal) return Say(TheirGroup.Refused(refusal));

        ask.WayOut = new(DialogTexts.DoNotCancel, () => screens.ForTutor(details, ask.Now, GroupQuestionTexts.InForce(details, ask.Zone)));
        var reason = await GroupQuestions.Reason(ask);
        await ask.Confirm(GroupQuestionTexts.SureToCancel(details.Members.Count(m => m.State != MemberState.Declined)),
            [new Option<bool>(true, GroupTexts.CancelIt)]);
        return Do(new CancelGroup(details.Id, reason));
    }
}

/// <summary>A group, to be cancelled.</summary>
internal sealed record CancelGroup(ConsultationId Id, string? Reason);

/// <summary>Cancels it; requests go on by themselves.</summary>
internal sealed class CancelGroupHandler(GroupStore store, GroupNotices notices) : Handler<CancelGroup>
{
    public override async Task<Done> Handle(CancelGroup command, Turn turn)
    {
        var result = await store.Cancel(command.Id, turn.Person, command.Reason, turn.Now);
        if (result.Refusal is { } refusal) return new Done.Refused(refusal, Html.Text(GroupTexts.Refused(refusal)));
        GroupDeeds.Log(turn, LogAction.GroupCancelled, result.After!, role: Role.Tutor);
        await notices.Redraw(turn, result);
        turn.TellOthers(await notices.Closed(result, GroupNewsTexts.Cancelled(result.After!), turn.Now));
        if (result.Before!.State == ConsultationState.Confirmed) turn.Say(GroupNotices.Calendar(result.After!, turn.Now));
        return new Done.Opening(ConsultationLinks.Group, command.Id.Value);
    }
}

/// <summary>The group that a flow was begun with, if it is the speaker's own; a forged number shows nothing of another's.</summary>
internal static class TheirGroup
{
    internal static Access Rows(GroupReader reader) => Access.Rows(async (turn, id) =>
        await reader.Details(new(id)) is { } details && details.TutorId == turn.Person);

    internal static async Task<GroupDetails?> Find(GroupReader reader, Dialog ask) =>
        ask.Row<ConsultationId>() is { } id
        && await reader.Details(id) is { } details && details.TutorId == ask.Person ? details : null;

    internal static Screen Refused(GroupRefusal refusal) => new Screen(Html.Text(GroupTexts.Refused(refusal))).Row(EngineTexts.ToMenu);
}
