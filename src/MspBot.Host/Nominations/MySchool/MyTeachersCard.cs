using MspBot.Data.Nominations.MySchool;
using MspBot.Data.People.Schools;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>«Мои учителя»: each with numbers. The number of the row is the page.</summary>
internal sealed class MyTeachersCard(MyTeachersScreens screens) : Card
{
    public override string Key => NominationLinks.MyTeachers;

    public override Access Access => Access.NoRow("the number is a page of the school that the speaker heads");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await screens.List(turn.Speaker, Pager.Number(id), turn.Now);
}

/// <summary>
/// One teacher of the school: what they are going to, and whether they came. The argument is the page, and that of the list.
/// </summary>
internal sealed class MyTeacherCard(HeadedSchools heads, MySchoolReader reader, TeacherCertificates certificates, SiteZone zone) : Card
{
    public override string Key => NominationLinks.MyTeacher;

    public override Access Access => MySchoolAccess.Rows(heads, (school, id, _) => reader.IsTeacher(school, new(id)));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await MySchoolAccess.Of(turn.Speaker, heads) is not { } school
            || await reader.Teacher(school.Id, new(id), turn.Now) is not { } teacher) return null;
        var pages = new Argument(arg);
        var list = Pager.Number(pages.Number(1) ?? 0);
        var past = await Pager.Read(Pager.Number(pages.Number() ?? 0), page => reader.Past(school.Id, teacher.Id, page, turn.Now));
        var papers = await certificates.Count(school.Id, [teacher.Id]);
        return new Screen(MySchoolTexts.Teacher(
                teacher, papers.GetValueOrDefault(teacher.Id), await reader.Coming(teacher.Id, turn.Now), past.Items, zone))
            .Turning(past, (label, number) => Button.Card(label, Key, id, arg: $"{number}.{list}"))
            .Row(Button.Card(MySchoolTexts.ToTeachers, NominationLinks.MyTeachers, list), EngineTexts.ToMenu) with
        { Shows = MyTeachersScreens.Shown(teacher.Id) };
    }
}
