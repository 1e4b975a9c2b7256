using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Roles;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Roles;

/// <summary>A head invites somebody to a role.</summary>
internal sealed class InviteFlow(SchoolReader schools) : Flow
{
    private const string Name = PeopleLinks.Invite;

    private static readonly IReadOnlyList<Option<Role>> Roles =
    [
        .. new[] { Role.Tutor, Role.Methodologist, Role.SchoolHead, Role.Observer,
            Role.Head }.Select(r => new Option<Role>(r, InvitationTexts.Offered(r))),
    ];

    public override string Key => Name;

    public override Access Access => Access.NoRow("makes a new one");

    public override string Title => InvitationTexts.Inviting;

    public override string Unfinished => InvitationTexts.Unfinished;

    public override bool For(Speaker speaker) => speaker.Is(Role.Head);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var role = await ask.Choice("role", InvitationTexts.Which, Roles);
        SchoolId? school = role == Role.SchoolHead ? await ask.Choice("school", InvitationTexts.School, Schools) : null;
        await ask.Confirm(InvitationTexts.ReadyToMake, [new Option<bool>(true, InvitationTexts.Make)]);
        return Do(new MakeInvitation(role, school));
    }

    private async Task<IReadOnlyList<Option<SchoolId>>> Schools() =>
        [.. (await schools.Confirmed()).Select(s => new Option<SchoolId>(s.Id, s.Name))];
}

/// <summary>An invitation, to be made.</summary>
internal sealed record MakeInvitation(Role Role, SchoolId? School);

internal sealed class MakeInvitationHandler(InvitationStore store, InvitationReader reader, RoleStore roles, InvitationLetter letter)
    : Handler<MakeInvitation>
{
    public override async Task<Done> Handle(MakeInvitation command, Turn turn)
    {
        var head = turn.Person;
        if (!await roles.Holds(head, Role.Head)) return new Done.Refused(RoleRemovalRefusal.NotHead, Html.Text(PeopleTexts.HeadsOnly));

        var id = await store.Add(LinkCode.New(), command.Role, command.School, head, turn.Now);
        turn.Log(LogAction.InvitationMade, LogSubject.Invitation, id.Value, LogDetail.Of("role", command.Role), Role.Head,
            school: command.School);
        turn.Say(letter.Of((await reader.One(id))!));
        return new Done.Opening(PeopleLinks.Invitation, id.Value);
    }
}
