using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.People.Roles;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Roles;

/// <summary>The next head has accepted: who invited them hands the role over, or stays beside them. The row is the invitation.</summary>
internal sealed class HandoverCard(
    InvitationReader invitations, PersonReader people, RoleStore roles, RoleChanges changes, QuietHours quiet) : Card
{
    private const string Name = "handover";
    private const string Give = "give";
    private const string Stay = "stay";
    private const string All = "all";
    private const string Keep = "keep";

    public override string Key => Name;

    public override Access Access => Access.Rows(async (turn, id) => await Mine(turn, id) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await Mine(turn, id) is not { } details) return null;
        var next = await people.ShortName(details.UsedBy!.Value);
        if (!turn.Speaker.Is(Role.Head)) return Home(InvitationTexts.HandedOver(next));
        return next is null ? Home(Html.Text(InvitationTexts.NextIsNone)) : Ask(details.Id, next);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await Mine(turn, id) is not { } details || !turn.Speaker.Is(Role.Head)
            || await people.ShortName(details.UsedBy!.Value) is not { } next) return Pressed.Fresh();
        return action switch
        {
            Give when arg is not (All or Keep) && await changes.MeetingsLeft(turn.Person, Role.Head, turn.Now) is > 0 and var meetings =>
                Pressed.Instead(
                new Screen(InvitationTexts.AndMeetings(next, meetings))
                    .Row(Button.Card(InvitationTexts.GiveAll, Name, id, Give, All))
                    .Row(Button.Card(InvitationTexts.GiveAndLead, Name, id, Give, Keep))
                    .Row(Button.Card(InvitationTexts.Stay, Name, id, Stay))),
            Give => await HandOver(turn, details, next, withMeetings: arg == All),
            Stay => Pressed.Instead(new Screen(InvitationTexts.Stayed(next)).Row(GiveButton(details.Id)).Row(EngineTexts.ToMenu)),
            _ => Pressed.Fresh(),
        };
    }

    internal static Screen Ask(InvitationId invitation, string next) => new Screen(InvitationTexts.HandOver(next))
        .Row(GiveButton(invitation)).Row(Button.Card(InvitationTexts.Stay, Name, invitation.Value, Stay));

    private async Task<Pressed> HandOver(Turn turn, InvitationDetails details, string next, bool withMeetings)
    {
        var (me, heir) = (turn.Person, details.UsedBy!.Value);
        if (!(await roles.LockHeads()).Contains(heir)) return Pressed.Warn(InvitationTexts.NextIsNone);
        if (await changes.Take(turn, me, Role.Head, withMeetings ? heir : null, LogAction.RoleHandedOver) is { } refusal)
            return Pressed.Warn(PeopleTexts.Refused(refusal));
        if (await people.Chat(heir) is { } chat)
        {
            var screen = new Screen(InvitationTexts.TellHandedOver(await people.ShortName(me) ?? "")).Row(EngineTexts.ToMenu);
            turn.Tell(new Notice(chat, screen, NoticeKey.HandedOver(details.Id), quiet.NotBefore(turn.Now)));
        }
        return Pressed.Instead(Home(InvitationTexts.HandedOver(next)));
    }

    /// <summary>Null to anybody but who made the invitation.</summary>
    private async Task<InvitationDetails?> Mine(Turn turn, long id) =>
        await invitations.One(new(id)) is { Role: Role.Head, UsedBy: not null } details && details.MadeBy == turn.Person ? details : null;

    private static Screen Home(Html text) => new Screen(text).Row(EngineTexts.ToMenu);

    private static Button GiveButton(InvitationId invitation) => Button.Card(InvitationTexts.GiveRole, Name, invitation.Value, Give);
}
