using MspBot.Data.People;
using MspBot.Data.People.Schools;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Registration;
using MspBot.Host.People.Schools;

namespace MspBot.Host.People.Profile;

/// <summary>Another name.</summary>
internal sealed class RenameFlow : Flow
{
    private const string Name = PeopleLinks.Rename;

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override string Title => ProfileTexts.ChangeName;

    public override async Task<Outcome> Talk(Dialog ask) => Do<ChangeProfile>(new ChangeProfile.Name(await PersonQuestions.Name(ask)));
}

/// <summary>Another school.</summary>
internal sealed class ChangeSchoolFlow(SchoolReader schools) : Flow
{
    private const string Name = PeopleLinks.ChangeSchool;

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override string Title => ProfileTexts.ChangeSchool;

    public override async Task<Outcome> Talk(Dialog ask) =>
        Do<ChangeProfile>(new ChangeProfile.School(await PersonQuestions.School(ask, schools)))
            .OnConflict(PersonRefusal.SchoolGone, "school", RegistrationTexts.SchoolGone);
}

/// <summary>Another position.</summary>
internal sealed class PositionFlow : Flow
{
    private const string Name = PeopleLinks.Position;

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override string Title => ProfileTexts.ChangePosition;

    public override async Task<Outcome> Talk(Dialog ask) =>
        Do<ChangeProfile>(new ChangeProfile.Position(await PersonQuestions.Position(ask)));
}

/// <summary>Other subjects.</summary>
internal sealed class SubjectsFlow : Flow
{
    private const string Name = PeopleLinks.Subjects;

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override string Title => ProfileTexts.ChangeSubjects;

    public override async Task<Outcome> Talk(Dialog ask) =>
        Do<ChangeProfile>(new ChangeProfile.Subjects(await PersonQuestions.Subjects(ask)));
}

/// <summary>One thing that a person changes about themselves.</summary>
internal abstract record ChangeProfile
{
    internal sealed record Name(FullName To) : ChangeProfile;

    internal sealed record School(NamedSchool To) : ChangeProfile;

    internal sealed record Position(string To) : ChangeProfile;

    internal sealed record Subjects(IReadOnlyList<string> To) : ChangeProfile;
}

internal sealed class ChangeProfileHandler(PersonStore people, SchoolNaming schools) : Handler<ChangeProfile>
{
    public override async Task<Done> Handle(ChangeProfile command, Turn turn)
    {
        var person = turn.Person;
        switch (command)
        {
            case ChangeProfile.Name(var name):
                await people.Rename(person, name);
                break;
            case ChangeProfile.School(var named):
                if (await schools.Settle(named, turn) is not { } school)
                    return new Done.Refused(PersonRefusal.SchoolGone, Html.Text(RegistrationTexts.SchoolGone));
                await people.Move(person, school.Id, turn.Now);
                break;
            case ChangeProfile.Position(var position):
                await people.SetPosition(person, position);
                break;
            case ChangeProfile.Subjects(var subjects):
                await people.SetSubjects(person, subjects);
                break;
        }
        return new Done.Opening(PeopleLinks.Profile, 0);
    }
}
