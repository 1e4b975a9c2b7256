using MspBot.Data.Meetings;
using MspBot.Data.People.Assignments;
using MspBot.Data.People.Schools;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>«Тьюторы школы»: who accompanies it and its teachers, and when it frees them. The number of the row is the page.</summary>
internal sealed class SchoolTutorsCard(HeadedSchools heads, AssignmentReader assignments, SchoolHoursReader hours) : Card
{
    public override string Key => NominationLinks.SchoolTutors;

    public override Access Access => Access.NoRow("the number is a page of the school that the speaker heads");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await MySchoolAccess.Of(turn.Speaker, heads) is not { } school) return MySchoolAccess.None(turn.Speaker);
        var (page, all) = await assignments.OfSchool(school.Id, Pager.Number(id));
        return new Screen(MySchoolTexts.TutorList(page.Items, all, await hours.Week(school.Id)))
            .Turning(page, (label, number) => Button.Card(label, Key, number))
            .Row(Button.Card(MySchoolTexts.Hours, NominationLinks.Hours, 0))
            .Row(MySchoolButton.Back, EngineTexts.ToMenu);
    }
}
