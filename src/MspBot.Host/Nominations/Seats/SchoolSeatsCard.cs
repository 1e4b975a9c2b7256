using MspBot.Data.Nominations.Seats;
using MspBot.Data.People.Schools;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;

namespace MspBot.Host.Nominations.Seats;

/// <summary>«Места школы», for its head: where seats are held for it, and where it has sent somebody. The argument is the page.</summary>
internal sealed class SchoolSeatsCard(SchoolSeatsScreens screens, HeadedSchools heads) : Card
{
    public override string Key => NominationLinks.SchoolSeats;

    public override Access Access => Access.NoRow("the school is the one that the speaker heads");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!SchoolAccess.IsHead(turn.Speaker)) return null;
        return await heads.Of(turn.Person) is { } school ? await screens.Of(school, turn.Now, Pager.Number(arg)) : SchoolAccess.HeadNoMore;
    }
}

/// <summary>How it looks.</summary>
internal sealed class SchoolSeatsScreens(SchoolSeatsReader reader, HeadedSchools heads, SiteZone zone)
{
    /// <summary>By this name earlier cards are found that are to be brought up to date. Who has turned the page reads on there.</summary>
    internal static string Shown(SchoolId school) => $"{NominationLinks.SchoolSeats}:{school.Value}";

    internal async Task<Screen> Of(School school, DateTimeOffset now, int page = 0)
    {
        var meetings = await reader.OfSchool(school.Id, now);
        var cut = Paging.Cut(meetings, page);
        return new Screen(SchoolSeatsTexts.Card(school.Name, cut.Items, zone))
            .Page(cut,
                meeting => Button.Card(SchoolSeatsTexts.Label(meeting, zone), NominationLinks.Meeting, meeting.Id.Value),
                (label, number) => Button.Card(label, NominationLinks.SchoolSeats, 0, arg: $"{number}"))
            .Row(Button.Flow(SendingTexts.Nominate, NominationLinks.Nominate).Main())
            .Row(meetings.Any(m => m.Sent > 0) ? OrderListButton.OfAll : null)
            .Row(MySchoolButton.Back, EngineTexts.ToMenu) with
        { Shows = cut.Number == 0 ? Shown(school.Id) : null };
    }

    /// <summary>An earlier card, as it looks now to whoever still heads that school; null: to nobody else.</summary>
    internal async Task<Screen?> Again(SchoolId school, Speaker who, DateTimeOffset now) =>
        who.PersonOrNull is { } person && SchoolAccess.IsHead(who) && await heads.Of(person) is { } theirs && theirs.Id == school
            ? await Of(theirs, now) : null;
}
