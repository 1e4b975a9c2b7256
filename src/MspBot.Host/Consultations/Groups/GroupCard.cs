using System.Globalization;
using MspBot.Data.Consultations.Groups;
using MspBot.Data.Meetings;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Groups;

/// <summary>One group consultation: teachers agree to come, its tutor gathers them.</summary>
internal sealed class GroupCard(
    GroupReader reader, GroupStore store, EngagementReader engagements, GroupScreens screens, GroupNotices notices, BotName bot,
    SiteZone zone) : Card
{
    private const string Name = ConsultationLinks.Group;
    internal const string Agree = "yes";
    internal const string Decline = "no";
    internal const string Confirm = "ok";
    internal const string Invite = "call";
    internal const string Calendar = "ics";
    private const string Anyway = "anyway";

    public override string Key => Name;

    public override Access Access =>
        Access.Rows(async (turn, id) => await reader.Details(new(id)) is { } details
            && screens.For(details, turn.Speaker, turn.Now) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.Details(new(id)) is { } details ? screens.For(details, turn.Speaker, turn.Now) : null;

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg) => action switch
    {
        Agree when arg != Anyway => ComeUnlessEngaged(turn, new(id)),
        Agree => Come(turn, new(id)),
        Decline => StayAway(turn, new(id)),
        Confirm => Settle(turn, new(id)),
        Invite => CallOthers(turn, new(id)),
        Calendar => SendFile(turn, new(id)),
        _ => base.Press(turn, id, action, arg),
    };

    /// <summary>A person with something else at that time is asked first.</summary>
    private async Task<Pressed> ComeUnlessEngaged(Turn turn, ConsultationId id)
    {
        if (await reader.Details(id) is not { } details
            || GroupRules.CheckAgreeing(details.Facts, turn.Person, details.StateOf(turn.Person), turn.Now) is not null)
            return await Come(turn, id);
        var others = await engagements.At(turn.Person, [details.StartsAt], details.EndsAt - details.StartsAt, id.Value);
        return others.Count == 0 ? await Come(turn, id) : Pressed.Instead(
            new Screen(EngagementTexts.Asked(others, GroupTexts.AgreeAnywayAsk(details, zone), zone))
            .Row(Button.Card(ConsultationTexts.AgreeAnyway, Name, id.Value, Agree, Anyway))
            .Row(Button.Card(ConsultationTexts.DoNotAgree, Name, id.Value)));
    }

    private async Task<Pressed> Come(Turn turn, ConsultationId id)
    {
        if (!turn.Speaker.Is(Role.Teacher)) return Pressed.Warn(EngineTexts.NotForYou);
        var result = await store.Agree(id, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return Refused(turn, result, refusal);
        await notices.Redraw(turn, result);
        turn.TellOthers(await notices.WentIntoGroup(result, turn.Now));
        if (result.After!.State != result.Before!.State)
        {
            GroupDeeds.Log(turn, LogAction.GroupConfirmed, result.After, role: Role.Teacher);
            TellConfirmed(turn, result.After);
        }
        else if (result.After.State == ConsultationState.Confirmed) turn.Say(GroupNotices.Calendar(result.After, turn.Now));
        return Fresh(turn, result.After, GroupTexts.YouAgreed);
    }

    private async Task<Pressed> StayAway(Turn turn, ConsultationId id)
    {
        var result = await store.Decline(id, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return Refused(turn, result, refusal);
        await notices.Redraw(turn, result);
        turn.TellOthers(await notices.Left(result, turn.Person, turn.Now));
        return Fresh(turn, result.After!, result.Before!.StateOf(turn.Person) == MemberState.Agreed ? GroupTexts.YouLeft
            : GroupTexts.YouDeclined);
    }

    private async Task<Pressed> Settle(Turn turn, ConsultationId id)
    {
        var result = await store.Confirm(id, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return Refused(turn, result, refusal);
        GroupDeeds.Log(turn, LogAction.GroupConfirmed, result.After!, role: Role.Tutor);
        await notices.Redraw(turn, result);
        TellConfirmed(turn, result.After!);
        return Fresh(turn, result.After!, GroupTexts.ConfirmedNow);
    }

    private async Task<Pressed> CallOthers(Turn turn, ConsultationId id)
    {
        var result = await store.OpenToAll(id, turn.Person, LinkCode.New(), turn.Now);
        if (result.Refusal is { } refusal) return Refused(turn, result, refusal);
        var link = bot.DeepLink($"{GroupLink.Start}{result.After!.OpenCode}");
        turn.Say(new Screen(GroupTexts.HowToInvite).Row(Button.Share(GroupTexts.Share, GroupTexts.SharedWords(result.After!, zone), link)
            .Main()));
        turn.Say(new Screen(GroupTexts.Invitation(result.After!, link, zone)));
        return Pressed.Nothing();
    }

    private async Task<Pressed> SendFile(Turn turn, ConsultationId id)
    {
        if (await reader.Details(id) is not { } details
            || (details.TutorId != turn.Person && details.StateOf(turn.Person) != MemberState.Agreed)) return Pressed.Fresh();
        if (!details.WasConfirmed || details.State is not (ConsultationState.Confirmed or ConsultationState.Cancelled))
            return Pressed.Fresh();
        turn.Say(GroupNotices.Calendar(details, turn.Now));
        return Pressed.Nothing();
    }

    /// <summary>The person who did it sees the fresh card; the file comes as it does to all.</summary>
    private void TellConfirmed(Turn turn, GroupDetails details)
    {
        turn.TellOthers(notices.Confirmed(details, turn.Now));
        turn.Say(GroupNotices.Calendar(details, turn.Now));
    }

    /// <summary>What is short fades; what must be read stays until it is closed. Those who may not see it learn nothing.</summary>
    private Pressed Refused(Turn turn, GroupResult result, GroupRefusal refusal)
    {
        if (result.After is not { } details || screens.For(details, turn.Speaker, turn.Now) is not { } screen) return Pressed.Fresh();
        if (refusal is GroupRefusal.AlreadyIn or GroupRefusal.AlreadyDeclined or GroupRefusal.AlreadyConfirmed)
            return Pressed.Instead(screen, GroupTexts.Refused(refusal));
        return Pressed.Warn(GroupTexts.Refused(refusal));
    }

    /// <summary>What was read under the lock is today's state: the card needs no other query.</summary>
    private Pressed Fresh(Turn turn, GroupDetails details, string toast) =>
        screens.For(details, turn.Speaker, turn.Now) is { } screen ? Pressed.Instead(screen, toast) : Pressed.Fresh(toast: toast);
}

/// <summary>
/// <c>/start g_…</c>: a group that its tutor opens to others than those who asked. The link carries a secret and invites everybody who
/// follows it.
/// </summary>
internal sealed class GroupLink(GroupStore store, GroupScreens screens, GroupReader reader) : StartLink
{
    internal const string Start = "g_";

    public override string Prefix => Start;

    public override async Task Open(Turn turn, string rest)
    {
        var found = await store.Follow(rest, turn.Person, turn.Now) ?? await Numbered(rest);
        turn.Show((found is null ? null : screens.For(found, turn.Speaker, turn.Now))
            ?? new Screen(Html.Text(GroupTexts.OldLink)).Row(EngineTexts.ToMenu));
    }

    /// <summary>A link of before there were secrets names the group, and opens it to those who are in it anyway.</summary>
    private async Task<GroupDetails?> Numbered(string rest) =>
        new Argument(rest).Id<ConsultationId>() is { } id ? await reader.Details(id) : null;
}
