using MspBot.Data.People.Roles;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.People.Roles;

/// <summary>/people</summary>
internal sealed class PeopleCommand(PeopleCard card) : Command
{
    public override string Name => "people";

    public override string Description => "Люди: роли, приглашения, тьюторы";

    public override int Order => 310;

    public override bool For(Speaker speaker) => speaker.Is(Role.Head);

    public override async Task Run(Turn turn, string args)
    {
        if (await card.Show(turn, 0, "") is { } screen) turn.Show(screen);
    }
}

/// <summary>Everybody, or those of one role; the number of the row is the page, the argument the role.</summary>
internal sealed class PeopleCard(PeopleReader people, InvitationReader invitations) : Card
{
    private const string Name = PeopleLinks.People;
    private const string Choose = "roles";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return null;
        return arg == Choose ? await Roles() : await List(turn, Pager.Number(id), new Argument(arg).Case<Role>());
    }

    private async Task<Screen> List(Turn turn, int page, Role? role)
    {
        var (found, all) = await people.Page(role, page);
        var arg = role?.ToString() ?? "";
        return new Screen(PeopleTexts.List(role, all))
            .Page(found, person => Button.Card(PeopleTexts.Line(person), PeopleLinks.Person, person.Id.Value),
                (label, number) => Button.Card(label, Name, number, arg: arg))
            .Row(Button.Card(PeopleTexts.ByRole, Name, 0, arg: Choose), Button.Flow(PeopleTexts.Find, PeopleLinks.FindPerson))
            .Row(Button.Flow(InvitationTexts.Invite, PeopleLinks.Invite),
                Button.Card(InvitationTexts.Open(await invitations.CountOpen(turn.Now)), PeopleLinks.Invitations, 0))
            .Row(LogLinks.Open)
            .Row(EngineTexts.ToMenu);
    }

    private async Task<Screen> Roles()
    {
        var counts = await people.Counts();
        var screen = new Screen(PeopleTexts.WhichRole);
        foreach (var role in Enum.GetValues<Role>()) screen =
            screen.Row(Button.Card(PeopleTexts.RoleCount(role, counts.GetValueOrDefault(role)), Name, 0, arg: role.ToString()));
        return screen.Row(Button.Card(PeopleTexts.Everybody, Name, 0));
    }
}

/// <summary>Somebody looked for by a part of their name.</summary>
internal sealed class FindPersonFlow(PeopleReader people) : Flow
{
    private const string Name = PeopleLinks.FindPerson;

    public override string Key => Name;

    public override Access Access => Access.NoRow("begins with no number: a head types a name");

    public override string Title => PeopleTexts.Find;

    public override bool For(Speaker speaker) => speaker.Is(Role.Head);

    public override async Task<Outcome> Talk(Dialog ask) =>
        Do(new OpenPerson(await ask.Search("who", PeopleTexts.Who, new PeopleList(people))));
}

/// <summary>Somebody was found.</summary>
internal sealed record OpenPerson(PersonId Person);

internal sealed class OpenPersonHandler : Handler<OpenPerson>
{
    public override Task<Done> Handle(OpenPerson command, Turn turn) =>
        Task.FromResult<Done>(new Done.Opening(PeopleLinks.Person, command.Person.Value));
}
