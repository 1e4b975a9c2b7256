using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Roles;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Roles;

/// <summary>One invitation, for heads: where it stands, the link once more, withdrawn in a tap.</summary>
internal sealed class InvitationCard(
    InvitationReader reader, InvitationStore store, RoleStore roles, InvitationLetter letter, SiteZone zone) : Card
{
    private const string Name = PeopleLinks.Invitation;
    private const string Link = "link";
    private const string Withdraw = "stop";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await reader.One(new(id)) is not { } details) return null;
        var screen = new Screen(InvitationTexts.Card(details, turn.Now, zone));
        screen = details.Invitation.StateAt(turn.Now) switch
        {
            InvitationState.Waits =>
                screen.Row(letter.Send(details)).Row(letter.Copy(details)).Row(Button.Card(InvitationTexts.ShowLink, Name, id, Link))
                .Row(Button.Card(InvitationTexts.Withdraw, Name, id, Withdraw).Danger()),
            InvitationState.Used =>
                screen.Row(details.UsedByName is { } name
                    ? Button.Card(FullName.Short(name), PeopleLinks.Person, details.UsedBy!.Value.Value) : null),
            _ => screen.Row(Button.Flow(InvitationTexts.InviteAgain, PeopleLinks.Invite)),
        };
        return screen.Row(Button.Card(InvitationTexts.ToInvitations, PeopleLinks.Invitations, 0), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(PeopleTexts.HeadsOnly);
        switch (action)
        {
            case Withdraw:
                if (!await store.Withdraw(new(id), turn.Now)) return Pressed.Fresh(toast: InvitationTexts.NotOpenNow);
                turn.Log(LogAction.InvitationWithdrawn, LogSubject.Invitation, id, role: Role.Head);
                return Pressed.Fresh(toast: InvitationTexts.Withdrawn);
            case Link when await reader.One(new(id)) is { } details && details.Invitation.StateAt(turn.Now) == InvitationState.Waits:
                turn.Say(letter.Of(details));
                return Pressed.Nothing();
            default:
                return Pressed.Fresh();
        }
    }
}

/// <summary>The invitations that can still be used; the number of the row is the page.</summary>
internal sealed class InvitationsCard(InvitationReader reader, SiteZone zone) : Card
{
    private const string Name = PeopleLinks.Invitations;

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return null;
        var (page, all) = await reader.Open(Pager.Number(id), turn.Now);
        return new Screen(InvitationTexts.List(all))
            .Page(page, one => Button.Card(InvitationTexts.Line(one, zone), PeopleLinks.Invitation, one.Id.Value),
                (label, number) => Button.Card(label, Name, number))
            .Row(Button.Flow(InvitationTexts.Invite, PeopleLinks.Invite), Button.Card(PeopleTexts.People, PeopleLinks.People, 0))
            .Row(EngineTexts.ToMenu);
    }
}
