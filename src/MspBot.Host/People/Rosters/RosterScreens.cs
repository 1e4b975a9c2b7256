using MspBot.Data.People.Rosters;
using MspBot.Data.People.Schools;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Rosters;

/// <summary>Messages to a school head who brings teachers in.</summary>
internal sealed class RosterScreens(RosterReader rosters, HeadedSchools heads, SiteZone zone)
{
    /// <summary>«Пригласить учителей» as somebody sees it now; null: they head no school, or not this one.</summary>
    /// <param name="speaker">Who.</param>
    /// <param name="only">Of this school; null: of the one that they head.</param>
    /// <param name="now">The moment.</param>
    internal async Task<Screen?> Card(Speaker speaker, SchoolId? only, DateTimeOffset now)
    {
        if (!speaker.Is(Role.SchoolHead) || await heads.Of(speaker.Person) is not { } school
            || (only is { } expected && school.Id != expected)) return null;
        return new Screen(RosterTexts.Card(school.Name, await rosters.Newest(school.Id, now), zone))
        { Shows = PeopleLinks.ShownBringing(school.Id) }
            .Row(Button.Card(RosterTexts.ByLink, PeopleLinks.BringTeachers, 0, RosterCard.Link))
            .Row(Button.Flow(RosterTexts.ByList, PeopleLinks.BringByList),
                Button.Card(RosterTexts.Sample, PeopleLinks.BringTeachers, 0, RosterCard.Sample))
            .Row(Button.Command(RosterTexts.ToSchool, PeopleLinks.SchoolWord), EngineTexts.ToMenu);
    }

    /// <summary>Brings the card up to date wherever a head of this school reads it. Call it before anything fresh is told.</summary>
    internal Task Redraw(Turn turn, SchoolId school) =>
        turn.Redraw(PeopleLinks.ShownBringing(school), who => Card(who, school, turn.Now));

    /// <summary>What links would be made, with the button that alone can open the table.</summary>
    internal async Task<Screen> Preview(RosterImport import, RosterTable table, string code, Html faults = default)
    {
        var (counts, id) = (await Count(import.SchoolId, table), import.Id.Value);
        var make = Button.Card(RosterTexts.MakeLinks, PeopleLinks.BroughtList, id, RosterListCard.Make, $"{code}.{counts.New}");
        var again = Button.Flow(RosterTexts.Another, PeopleLinks.BringByList);
        var screen = new Screen(RosterTexts.Preview(counts, faults));
        screen = (counts.New > 0, counts.Faulty > 0) switch
        {
            (true, false) => screen.Row(make.Main()).Row(again),
            (true, true) => screen.Row(again.Main()).Row(make),
            _ => screen.Row(again),
        };
        return screen.Row(Button.Card(RosterTexts.DoNotMake, PeopleLinks.BroughtList, id, RosterListCard.Drop), ToCard);
    }

    /// <summary>Those of a table who are in the bot already, at the same school and under the same name, need no link.</summary>
    internal async Task<RosterCounts> Count(SchoolId school, RosterTable table)
    {
        var people = await New(school, table);
        var faulty = table.Rows.Count(row => row.Person is null);
        return new(people.Count, table.Rows.Count - faulty - people.Count, faulty);
    }

    /// <summary>The rows for which links are made.</summary>
    internal async Task<IReadOnlyList<RosterRow>> New(SchoolId school, RosterTable table)
    {
        var registered = (await rosters.Registered(school)).Select(Folded.Of).ToHashSet();
        return [.. table.Rows.Where(row => row.Person is { } person && !registered.Contains(Folded.Of(person.Name)))];
    }

    internal static Screen Voids(RosterImportId import, string seen, int links) => new Screen(RosterTexts.Voids(links))
        .Row(Button.Card(RosterTexts.MakeAnew, PeopleLinks.BroughtList, import.Value, RosterListCard.Make, $"{seen}.{links}").Danger())
        .Row(Button.Card(RosterTexts.DoNotMake, PeopleLinks.BroughtList, import.Value, RosterListCard.Drop), ToCard);

    internal static Screen Refused(Html because) => new Screen(RosterTexts.Refused(because))
        .Row(Button.Flow(RosterTexts.Another, PeopleLinks.BringByList))
        .Row(Button.Card(RosterTexts.Sample, PeopleLinks.BringTeachers, 0, RosterCard.Sample), ToCard);

    internal static Screen Back(Html text) => new Screen(text).Row(ToCard, EngineTexts.ToMenu);

    internal static Button ToCard => Button.Card(RosterTexts.Bring, PeopleLinks.BringTeachers, 0);
}
