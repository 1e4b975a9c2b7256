using MspBot.Data.Nominations.MySchool;
using MspBot.Data.People;
using MspBot.Data.People.Schools;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>«Мои учителя», as the head of the school sees it.</summary>
internal sealed class MyTeachersScreens(HeadedSchools heads, MySchoolReader reader, TeacherCertificates certificates)
{
    /// <summary>By this name a page that was sent earlier is found.</summary>
    internal static string Shown(SchoolId school, int page) => $"{NominationLinks.MyTeachers}:{school.Value}:{page}";

    /// <summary>The same of one teacher.</summary>
    internal static string Shown(PersonId teacher) => $"{NominationLinks.MyTeacher}:{teacher.Value}";

    internal async Task<Screen> List(Speaker who, int number, DateTimeOffset now)
    {
        if (await MySchoolAccess.Of(who, heads) is not { } school) return MySchoolAccess.None(who);
        var (page, all) = await reader.Teachers(school.Id, number, now);
        if (page.Items.Count == 0) (page, all) = await reader.Teachers(school.Id, 0, now);
        var papers = await certificates.Count(school.Id, [.. page.Items.Select(t => t.Id)]);
        return new Screen(MySchoolTexts.List(all, page.Items, papers))
            .Page(page, one => Button.Card(MySchoolTexts.Name(one.Name), NominationLinks.MyTeacher, one.Id.Value, arg: $"0.{page.Number}"),
                (label, number) => Button.Card(label, NominationLinks.MyTeachers, number))
            .Row(all > Paging.Size ? Button.Flow(MySchoolTexts.Find, NominationLinks.FindTeacher) : null)
            .Row(MySchoolButton.Back, EngineTexts.ToMenu) with
        { Shows = Shown(school.Id, page.Number) };
    }
}

/// <summary>After a teacher was erased, no list of the school names them, and their own card is gone.</summary>
internal sealed class MyTeachersOnPersonErased(
    MyTeachersScreens screens, MySchoolReader reader, PersonReader people, Outbox outbox) : OnPersonErased
{
    private SchoolId? school;

    public override async Task Before(PersonId person, Turn turn) => school = (await people.Profile(person))?.SchoolId;

    public override async Task After(PersonId person, Turn turn)
    {
        if (school is not { } theirs) return;
        // There was one teacher more.
        var last = Paging.Last((await reader.Names(theirs)).Count + 1);
        var pages = Enumerable.Range(0, last + 1).ToDictionary(page => MyTeachersScreens.Shown(theirs, page));
        await outbox.RedrawNameless(pages.Keys, async (shows, who) => await screens.List(who, pages[shows], turn.Now));
        var gone = new Screen(Html.Text(EngineTexts.Gone))
            .Row(Button.Card(MySchoolTexts.ToTeachers, NominationLinks.MyTeachers, 0), EngineTexts.ToMenu);
        await outbox.RedrawNameless([MyTeachersScreens.Shown(person)], (_, _) => Task.FromResult<Screen?>(gone));
    }
}
