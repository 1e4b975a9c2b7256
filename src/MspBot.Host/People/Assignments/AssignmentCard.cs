using MspBot.Data.People;
using MspBot.Data.People.Assignments;
using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Assignments;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Roles;

namespace MspBot.Host.People.Assignments;

/// <summary>Who accompanies whom, since when; a head ends it.</summary>
internal sealed class AssignmentCard(AssignmentReader reader, AssignmentStore store, RoleStore roles, AssignmentNews news, SiteZone zone)
    : Card
{
    private const string Name = PeopleLinks.Assignment;
    private const string End = "end";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await reader.One(new(id)) is not { } details) return null;
        return Of(details);
    }

    /// <summary>What a message that shows this assignment is known by.</summary>
    internal static string Shown(AssignmentId id) => $"{Name}:{id.Value}";

    internal static Screen Of(AssignmentDetails details) => new Screen(AssignmentTexts.Card(details)) { Shows = Shown(details.Id) }
        .Row(details.EndedOn is null ? Button.Card(AssignmentTexts.End, Name, details.Id.Value, End) : null)
        .Row(details.Tutor is null ? null : Button.Card(AssignmentTexts.ToPerson, PeopleLinks.Person, details.TutorId.Value),
            EngineTexts.ToMenu);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != End) return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(PeopleTexts.HeadsOnly);
        if (await store.End(new(id), zone.DayOf(turn.Now), turn.Now) is not { } ended)
            return Pressed.Fresh(toast: AssignmentTexts.EndedAlready);
        AssignmentNews.Log(turn, LogAction.AssignmentEnded, ended);
        await news.Ended(turn, [ended]);
        return Pressed.Fresh(toast: AssignmentTexts.Ended);
    }
}

/// <summary>Whom one tutor accompanies; the row is the tutor, the argument the page.</summary>
internal sealed class AssignmentsCard(AssignmentReader reader, PersonReader people) : Card
{
    private const string Name = PeopleLinks.Assignments;

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await people.ShortName(new(id)) is not { } tutor) return null;
        var (page, all) = await reader.Current(new(id), Pager.Number(arg));
        return new Screen(AssignmentTexts.List(tutor, all))
            .Page(page, one => Button.Card(AssignmentTexts.Line(one), PeopleLinks.Assignment, one.Id.Value),
                (label, number) => Button.Card(label, Name, id, arg: $"{number}"))
            .Row(Button.Card(AssignmentTexts.ToPerson, PeopleLinks.Person, id), EngineTexts.ToMenu);
    }
}
