using MspBot.Data.Log;
using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Schools;

namespace MspBot.Host.People.Registration;

/// <summary>From «Согласен» to the menu, or to the link by which the person came.</summary>
internal sealed class RegistrationFlow(SchoolReader schools, InvitationReader invitations) : Flow
{
    private const string Name = PeopleLinks.Registration;

    public override string Key => Name;

    public override Access Access => Access.NoRow("begins with the moment of consent");

    public override string Title => RegistrationTexts.Title;

    public override string Unfinished => RegistrationTexts.Unfinished;

    public override bool NeedsPerson => false;

    public override bool For(Speaker speaker) => speaker.PersonOrNull is null;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        // A forged button could begin it without the question for consent.
        if (RegistrationStart.Read(ask.Start.Text, ask.Now) is not { } start) return Say(WelcomeCard.Ask(""));

        var name = await PersonQuestions.Name(ask);
        var school = await PersonQuestions.School(ask, schools);
        var position = await PersonQuestions.Position(ask);
        var subjects = await Teaches(start.Link) ? await PersonQuestions.Subjects(ask) : [];

        await ask.Confirm(RegistrationTexts.AllRight);

        return Do(new RegisterPerson(name, school, position, subjects, start))
            .OnConflict(PersonRefusal.SchoolGone, "school", RegistrationTexts.SchoolGone);
    }

    /// <summary>Somebody invited to a role without lessons is not asked for subjects.</summary>
    private async Task<bool> Teaches(string link) =>
        !link.StartsWith(PeopleLinks.InvitationStart, StringComparison.Ordinal)
        || await invitations.RoleOf(link[PeopleLinks.InvitationStart.Length..]) is not { } role || TeachingRoles.Include(role);
}

/// <summary>What the registration ends with.</summary>
internal sealed record RegisterPerson(
    FullName Name, NamedSchool School, string Position, IReadOnlyList<string> Subjects, RegistrationStart Start);

/// <summary>Why what a person said about themselves cannot be stored.</summary>
internal enum PersonRefusal
{
    SchoolGone,
}

internal sealed class RegisterPersonHandler(PersonStore people, SchoolNaming schools, PeopleSettings settings, LogWriter log)
    : Handler<RegisterPerson>
{
    public override async Task<Done> Handle(RegisterPerson command, Turn turn)
    {
        if (await schools.Settle(command.School, turn) is not { } school)
            return new Done.Refused(PersonRefusal.SchoolGone, Html.Text(RegistrationTexts.SchoolGone));

        var chat = turn.Speaker.Chat;
        var added =
            await people.Add(new(chat, command.Name, school.Id, command.Position, command.Subjects, [Role.Teacher],
                command.Start.ConsentedAt), turn.Now);
        if (chat == settings.Head && await people.AppointHead(chat, turn.Now) is { } head)
            log.Write(LogLine.ByClock(turn.Now, LogAction.RoleGiven, LogSubject.Person, head.Value, LogDetail.Of("role", Role.Head)));
        turn.RefreshCommands();
        return new Done.Following(command.Start.Link,
            added is null ? RegistrationTexts.Already : RegistrationTexts.Welcome(command.Name, school.Waits));
    }
}
