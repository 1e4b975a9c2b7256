using MspBot.Data.People;
using MspBot.Data.People.Assignments;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Assignments;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Roles;

namespace MspBot.Host.People.Assignments;

/// <summary>A head lets a tutor accompany a teacher or a school. Begun with the tutor's number.</summary>
internal sealed class AssignFlow(PersonReader people, PeopleReader list, SchoolReader schools) : Flow
{
    private const string Name = PeopleLinks.Assign;
    private const string All = "";

    private enum Of
    {
        Teacher,
        School,
    }

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override string Title => AssignmentTexts.Assigning;

    public override bool For(Speaker speaker) => speaker.Is(Role.Head);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<PersonId>() is not { } id
            || await people.ShortName(id) is not { } tutor || (await list.Roles(id)).All(r => r.Role != Role.Tutor))
            return Say(new Screen(Html.Text(AssignmentTexts.Refused(AssignmentRefusal.NoTutor))).Row(Button.Card(PeopleTexts.People,
                PeopleLinks.People, 0)));

        var whom = await Whom(ask, id);
        var subject = await ask.Choice("subject", AssignmentTexts.Subject,
            [new Option<string>(All, AssignmentTexts.AllSubjects), .. Subjects.All.Select(s => new Option<string>(s, s))]);
        await ask.Confirm(AssignmentTexts.Ready(tutor), [new Option<bool>(true, AssignmentTexts.AssignYes)]);

        return Do(new AssignTutor(id, whom, subject == All ? null : subject))
            .OnConflict(AssignmentRefusal.Already, "subject", AssignmentTexts.Refused(AssignmentRefusal.Already))
            .OnConflict(AssignmentRefusal.NoTeacher, whom is Accompanied.Teacher ? "teacher"
                : "school", AssignmentTexts.Refused(AssignmentRefusal.NoTeacher));
    }

    private async Task<Accompanied> Whom(Dialog ask, PersonId tutor)
    {
        var what = await ask.Choice("whom", AssignmentTexts.Whom,
            [new Option<Of>(Of.Teacher, AssignmentTexts.OneTeacher), new Option<Of>(Of.School, AssignmentTexts.WholeSchool)]);
        return what == Of.Teacher
            ? new Accompanied.Teacher(await ask.Search("teacher", AssignmentTexts.Teacher, new PeopleList(list, but: tutor)))
            : new Accompanied.WholeSchool(await ask.Choice("school", AssignmentTexts.School, Schools));
    }

    private async Task<IReadOnlyList<Option<SchoolId>>> Schools() =>
        [.. (await schools.Confirmed()).Select(s => new Option<SchoolId>(s.Id, s.Name))];
}

/// <summary>A tutor, to accompany somebody.</summary>
internal sealed record AssignTutor(PersonId Tutor, Accompanied Whom, string? Subject);

internal sealed class AssignTutorHandler(AssignmentStore store, AssignmentNews news, SiteZone zone) : Handler<AssignTutor>
{
    public override async Task<Done> Handle(AssignTutor command, Turn turn)
    {
        var result = await store.Add(command.Tutor, command.Whom, command.Subject, turn.Person, zone.DayOf(turn.Now), turn.Now);
        if (result.Refusal is { } refusal) return new Done.Refused(refusal, Html.Text(AssignmentTexts.Refused(refusal)));
        AssignmentNews.Log(turn, LogAction.AssignmentMade, result.Details!);
        await news.Assigned(turn, result.Details!);
        return new Done.Opening(PeopleLinks.Assignment, result.Details!.Id.Value);
    }
}
