using System.Globalization;
using MspBot.Data.People;
using MspBot.Data.People.Assignments;
using MspBot.Data.People.Roles;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.People.Roles;

/// <summary>One person as a head sees them: school, roles, whom they accompany; a role is taken away in two steps.</summary>
internal sealed class PersonCard(
    PersonReader reader, PeopleReader people, AssignmentReader assignments, RoleChanges changes, IEnumerable<PersonPart> parts,
    SiteZone zone) : Card
{
    private const string Name = PeopleLinks.Person;
    private const string Ask = "ask";
    private const string Take = "take";
    private const string Me = "me";
    private const string Keep = "keep";
    private const string Others = "other";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await reader.Profile(new(id)) is not { } profile) return null;
        var roles = await people.Roles(profile.Id);
        var screen = new Screen(PeopleTexts.Person(profile, roles, zone.DayOf));
        if (roles.Any(r => r.Role == Role.Tutor)) screen = await ForTutor(screen, profile.Id);
        var held = roles.Select(r => r.Role).ToHashSet();
        foreach (var part in parts) screen = screen.Row(await part.For(profile.Id, held));
        foreach (var role in roles.Select(r => r.Role).Where(role => role != Role.Teacher))
            screen = screen.Row(Button.Card(PeopleTexts.Take(role), Name, id, Ask, role.ToString()));
        return screen.Row(LogLinks.History(LogSubject.Person, id))
            .Row(Button.Card(PeopleTexts.ToList, PeopleLinks.People, 0), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return Pressed.Warn(PeopleTexts.HeadsOnly);
        var words = new Argument(arg);
        if (words.Case<Role>() is not { } role) return Pressed.Fresh();
        var who = words.Part(1) ?? "";
        return action switch
        {
            Ask when who == Others => await Leaders(new(id), role, words.Part(2) ?? ""),
            Ask => await Question(turn, new(id), role),
            Take => await TakeAway(turn, new(id), role, who),
            _ => Pressed.Fresh(),
        };
    }

    /// <summary>What hangs on the role; where meetings would be left, each way to take it away says who leads them.</summary>
    private async Task<Pressed> Question(Turn turn, PersonId person, Role role)
    {
        if (await reader.ShortName(person) is not { } name || (await people.Roles(person)).All(r => r.Role != role)) return Pressed.Fresh();
        var meetings = await changes.MeetingsLeft(person, role, turn.Now);
        var screen = new Screen(PeopleTexts.TakeAsk(name, role, meetings, await changes.Hanging(person, role, turn.Now)));
        screen = meetings == 0
            ? screen.Row(Way(PeopleTexts.TakeYes, Take, ""))
            : screen.Row(person == turn.Person ? null : Way(PeopleTexts.TakeAndLead, Take, Me))
                .Row(Way(PeopleTexts.TakeAndHandOver, Ask, Others)).Row(Way(PeopleTexts.TakeAndLeave, Take, Keep));
        return Pressed.Instead(screen.Row(Button.Card(PeopleTexts.Keep, Name, person.Value)));

        Button Way(string label, string action, string who) =>
            Button.Card(label, Name, person.Value, action, who.Length == 0 ? $"{role}" : $"{role}.{who}");
    }

    private async Task<Pressed> Leaders(PersonId person, Role role, string wanted)
    {
        var all = (await reader.Leaders()).Where(p => p.Id != person).ToList();
        return Pressed.Instead(new Screen(Html.Text(PeopleTexts.WhoLeads))
            .Page(Paging.Cut(all, Pager.Number(wanted)),
                leader => Button.Card(leader.Name, Name, person.Value, Take, $"{role}.{leader.Id.Value}"),
                (label, number) => Button.Card(label, Name, person.Value, Ask, $"{role}.{Others}.{number}"))
            .Row(Button.Card(PeopleTexts.Keep, Name, person.Value)));
    }

    private async Task<Pressed> TakeAway(Turn turn, PersonId person, Role role, string who)
    {
        PersonId? heir = who == Me ? turn.Person : new Argument(who).Id<PersonId>();
        // The button is older than the person's first meeting to lead, or the heir no longer leads: ask again.
        if (heir is null && who != Keep && await changes.MeetingsLeft(person, role, turn.Now) > 0)
            return await Question(turn, person, role);
        if (heir is { } next && (next == person || (await reader.Leaders()).All(p => p.Id != next)))
            return await Question(turn, person, role);
        if (await changes.Take(turn, person, role, heir) is { } refusal) return Pressed.Warn(PeopleTexts.Refused(refusal));
        // Who has just given up their own right to look at this card.
        return role == Role.Head && person == turn.Person
            ? Pressed.Instead(new Screen(PeopleTexts.Lost(role)).Row(EngineTexts.ToMenu))
            : Pressed.Fresh(toast: PeopleTexts.Taken);
    }

    private async Task<Screen> ForTutor(Screen screen, PersonId tutor)
    {
        var count = await assignments.CountCurrent(tutor);
        return screen.Row(Button.Flow(PeopleTexts.Assign, PeopleLinks.Assign, tutor))
            .Row(count == 0 ? null : Button.Card(PeopleTexts.Accompanies(count), PeopleLinks.Assignments, tutor.Value));
    }
}
