using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>One person as a head sees them: school, roles, whom they accompany; a role is taken away in two steps.</summary>
internal sealed class PersonCard(PersonReader reader, PeopleReader people, AssignmentReader assignments, RoleChanges changes, SiteZone zone) : Card
{
    internal const string Name = "person";
    private const string Ask = "ask";
    private const string Take = "take";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await reader.Profile(new(id)) is not { } profile) return null;
        var roles = await people.Roles(profile.Id);
        var screen = new Screen(PeopleTexts.Person(profile, roles, zone.DayOf));
        if (roles.Any(r => r.Role == Role.Tutor)) screen = await ForTutor(screen, profile.Id);
        foreach (var held in roles.Where(r => r.Role != Role.Teacher))
            screen = screen.Row(Button.Card(PeopleTexts.Take(held.Role), Name, id, Ask, held.Role.ToString()));
        return screen.Row(Button.Card(PeopleTexts.ToList, PeopleCard.Name, 0), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return Pressed.Warn(PeopleTexts.HeadsOnly);
        if (!Enum.TryParse<Role>(arg, out var role) || !Enum.IsDefined(role)) return Pressed.Fresh();
        return action switch
        {
            Ask => await Question(new(id), role),
            Take => await TakeAway(turn, new(id), role),
            _ => Pressed.Fresh(),
        };
    }

    private async Task<Pressed> Question(PersonId person, Role role) =>
        await reader.ShortName(person) is { } name && (await people.Roles(person)).Any(r => r.Role == role)
            ? Pressed.Instead(new Screen(PeopleTexts.TakeAsk(name, role))
                .Row(Button.Card(PeopleTexts.TakeYes, Name, person.Value, Take, role.ToString()))
                .Row(Button.Card(PeopleTexts.Keep, Name, person.Value)))
            : Pressed.Fresh();

    private async Task<Pressed> TakeAway(Turn turn, PersonId person, Role role)
    {
        if (await changes.Take(turn, person, role) is { } refusal) return Pressed.Warn(PeopleTexts.Refused(refusal));
        // Who has just given up their own right to look at this card.
        return role == Role.Head && person == turn.Speaker.Person
            ? Pressed.Instead(new Screen(PeopleTexts.Lost(role)).Row(EngineTexts.ToMenu))
            : Pressed.Fresh(toast: PeopleTexts.Taken);
    }

    private async Task<Screen> ForTutor(Screen screen, PersonId tutor)
    {
        var count = await assignments.CountCurrent(tutor);
        return screen.Row(Button.Flow(AssignmentTexts.Assign, AssignFlow.Name, $"{tutor.Value}"))
            .Row(count == 0 ? null : Button.Card(AssignmentTexts.Accompanies(count), AssignmentsCard.Name, tutor.Value));
    }
}
