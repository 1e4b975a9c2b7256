using MspBot.Data.Log;
using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Rosters;
using MspBot.Data.People.Schools;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Schools;

namespace MspBot.Host.People.Registration;

/// <summary>From «Согласен» to the menu, or to the link by which the person came.</summary>
internal sealed class RegistrationFlow(SchoolReader schools, InvitationReader invitations, RosterReader rosters) : Flow
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

        var brought = SchoolStart.Read(start.Link) is { } link ? await rosters.Brought(link, ask.Now) : null;
        if (brought is not null) await PersonQuestions.Assume(ask, brought);
        var name = await PersonQuestions.Name(ask);
        var school = await PersonQuestions.School(ask, schools);
        var position = await PersonQuestions.Position(ask);
        var subjects = await Teaches(start.Link) ? await PersonQuestions.Subjects(ask) : [];

        // What was changed is checked line by line, as by anybody.
        var asBrought = brought?.Person is { } known && known.Name == name.Value && known.Position == position
            && school.Listed == brought.School;
        await ask.Confirm(asBrought ? RegistrationTexts.ItIsYou(name.Value, position, brought!.SchoolName) : RegistrationTexts.AllRight);

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

    /// <summary>Somebody else has registered by the same personal link.</summary>
    LinkTaken,
}

internal sealed class RegisterPersonHandler(
    PersonStore people, SchoolNaming schools, SchoolArrivals arrivals, PeopleSettings settings, LogWriter log) : Handler<RegisterPerson>
{
    public override async Task<Done> Handle(RegisterPerson command, Turn turn)
    {
        if (await schools.Settle(command.School, turn) is not { } school)
            return new Done.Refused(PersonRefusal.SchoolGone, Html.Text(RegistrationTexts.SchoolGone));

        var chat = turn.Speaker.Chat;
        var added =
            await people.Add(new(chat, command.Name, school.Id, command.Position, command.Subjects, [Role.Teacher],
                command.Start.ConsentedAt), turn.Now);
        var link = command.Start.Link;
        if (added is { } newcomer && !await arrivals.Registered(link, newcomer, turn))
            return new Done.Refused(PersonRefusal.LinkTaken, Html.Text(RegistrationTexts.LinkTaken));
        if (chat == settings.Head && await people.AppointHead(chat, turn.Now) is { } head)
            log.Write(LogLine.ByClock(turn.Now, LogAction.RoleGiven, LogSubject.Person, head.Value, LogDetail.Of("role", Role.Head)));
        turn.RefreshCommands();
        return new Done.Following(RegistrationStart.Behind(link),
            added is null ? RegistrationTexts.Already : RegistrationTexts.Welcome(command.Name, school.Waits));
    }
}
