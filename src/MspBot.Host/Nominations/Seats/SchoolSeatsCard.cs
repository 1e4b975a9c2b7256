using MspBot.Data.Nominations.Seats;
using MspBot.Data.People.Schools;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;

namespace MspBot.Host.Nominations.Seats;

/// <summary>«Места школы», for its head: where seats are held for it, and where it has sent somebody. The argument is the page.</summary>
internal sealed class SchoolSeatsCard(SchoolSeatsReader reader, HeadedSchools heads, SiteZone zone) : Card
{
    public override string Key => NominationLinks.SchoolSeats;

    public override Access Access => Access.NoRow("the school is the one that the speaker heads");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!SchoolAccess.IsHead(turn.Speaker)) return null;
        if (await heads.Of(turn.Person) is not { } school) return SchoolAccess.HeadNoMore;
        var meetings = await reader.OfSchool(school.Id, turn.Now);
        var cut = Paging.Cut(meetings, Pager.Number(arg));
        return new Screen(SchoolSeatsTexts.Card(school.Name, cut.Items, zone))
            .Page(cut,
                meeting => Button.Card(SchoolSeatsTexts.Label(meeting, zone), NominationLinks.Meeting, meeting.Id.Value),
                (label, number) => Button.Card(label, Key, 0, arg: $"{number}"))
            .Row(Button.Flow(SendingTexts.Nominate, NominationLinks.Nominate).Main())
            .Row(meetings.Any(m => m.Sent > 0) ? OrderListButton.OfAll : null)
            .Row(MySchoolButton.Back, EngineTexts.ToMenu);
    }
}
