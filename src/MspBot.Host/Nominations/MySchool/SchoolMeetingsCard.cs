using MspBot.Data.Nominations.MySchool;
using MspBot.Data.People.Schools;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>«Кто был»: meetings that are over and in which teachers of the school had a seat. The number of the row is the page.</summary>
internal sealed class SchoolMeetingsCard(HeadedSchools heads, MySchoolReader reader, SiteZone zone) : Card
{
    public override string Key => NominationLinks.SchoolMeetings;

    public override Access Access => Access.NoRow("the number is a page of the school that the speaker heads");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await MySchoolAccess.Of(turn.Speaker, heads) is not { } school) return MySchoolAccess.None(turn.Speaker);
        var page = await Pager.Read(Pager.Number(id), number => reader.Meetings(school.Id, number, turn.Now));
        return new Screen(MySchoolTexts.Meetings(page.Items, zone))
            .Page(page, one => Button.Card(MySchoolTexts.MeetingLabel(one, zone), NominationLinks.SchoolMeeting, one.Id.Value,
                    arg: $"0.{page.Number}"),
                (label, number) => Button.Card(label, Key, number))
            .Row(MySchoolButton.Back, EngineTexts.ToMenu);
    }
}

/// <summary>One of them: who came and who did not. The argument is the page, and that of the list.</summary>
internal sealed class AttendedMeetingCard(HeadedSchools heads, MySchoolReader reader, SiteZone zone) : Card
{
    public override string Key => NominationLinks.SchoolMeeting;

    public override Access Access =>
        MySchoolAccess.Rows(heads, async (school, id, turn) => await reader.Meeting(school, new(id), turn.Now) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await MySchoolAccess.Of(turn.Speaker, heads) is not { } school
            || await reader.Meeting(school.Id, new(id), turn.Now) is not { } meeting) return null;
        var pages = new Argument(arg);
        var list = Pager.Number(pages.Number(1) ?? 0);
        var who = await reader.Attendees(school.Id, meeting.Id, Pager.Number(pages.Number() ?? 0), meeting.Seated);
        return new Screen(MySchoolTexts.Meeting(meeting, who.Items, Paging.Skip(who.Number, MySchoolReader.NamesOnAPage), zone))
            .Turning(who, (label, number) => Button.Card(label, Key, id, arg: $"{number}.{list}"))
            .Row(Button.Card(MySchoolTexts.ToMeetings, NominationLinks.SchoolMeetings, list), EngineTexts.ToMenu);
    }
}
