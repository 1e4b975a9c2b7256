using MspBot.Data.People;
using MspBot.Data.People.Assignments;
using MspBot.Data.People.Inquiries;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Profile;

/// <summary>/profile</summary>
internal sealed class ProfileCommand(ProfileCard card) : Command
{
    public override string Name => "profile";

    public override string Description => "Профиль: имя, школа, напоминания, мои данные";

    public override int Order => 800;

    public override async Task Run(Turn turn, string args)
    {
        if (await card.Show(turn, 0, "") is { } screen) turn.Show(screen);
    }
}

/// <summary>
/// What is known of the person themselves: always the one who speaks, whatever number a button carries.
/// </summary>
internal sealed class ProfileCard(
    PersonReader reader, PersonStore people, PersonErasure erasure, InquiryReader inquiries, AssignmentReader assignments,
    IEnumerable<ProfileChoice> choices, IEnumerable<StoredPart> stored, SiteZone zone) : Card
{
    private const string Name = PeopleLinks.Profile;

    private const string Stored = "data";
    private const string Leaving = "erase";
    private const string Reminders = "rem";
    private const string Erase = "gone";
    private const string On = "on";
    private const string Off = "off";

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (turn.Speaker.PersonOrNull is not { } person || await reader.Profile(person) is not { } profile) return null;
        return arg switch
        {
            Stored => new Screen(ProfileTexts.Stored(profile, turn.Speaker.Roles, zone.DayOf(profile.ConsentedAt),
                await inquiries.CountOf(person), await assignments.CountOf(person), await Others(person, turn.Now))).Row(Return, Leave),
            Leaving => await AskToLeave(turn),
            _ => await Overview(turn, profile),
        };
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (turn.Speaker.PersonOrNull is not { } person) return Pressed.Fresh();
        switch (action)
        {
            case Reminders:
                await people.SetReminders(person, arg == On);
                return Pressed.Fresh(toast: arg == On ? ProfileTexts.RemindersAreOn : ProfileTexts.RemindersAreOff);
            case Erase:
                return await Forget(turn, person);
            default:
                return Pressed.Fresh(arg);
        }
    }

    /// <summary>What other features store.</summary>
    private async Task<IReadOnlyList<string>> Others(PersonId person, DateTimeOffset now)
    {
        var lines = new List<string>();
        foreach (var part in stored.OrderBy(p => p.Order)) lines.AddRange(await part.Lines(person, now));
        return lines;
    }

    /// <summary>What can be kept stands first: afterwards nothing makes it again.</summary>
    private async Task<Screen> AskToLeave(Turn turn)
    {
        var kept = new List<Button?>();
        foreach (var part in stored.OrderBy(p => p.Order)) kept.Add(await part.Keep(turn));
        return kept.Aggregate(new Screen(ProfileTexts.Leaving(kept.Exists(b => b is not null))), (screen, button) => screen.Row(button))
            .Row(Keep).Row(Button.Card(ProfileTexts.EraseAll, Name, 0, Erase).Danger());
    }

    private async Task<Pressed> Forget(Turn turn, PersonId person)
    {
        if (await erasure.Erase(person, turn) is not null) return Pressed.Warn(ProfileTexts.LastHead);
        return Pressed.Instead(new Screen(ProfileTexts.Erased).Row(Button.Command(ProfileTexts.BeginAgain, "start")));
    }

    private async Task<Screen> Overview(Turn turn, PersonDetails profile)
    {
        var more = new List<Button?>();
        foreach (var choice in choices) more.Add(await choice.For(turn));
        return more.Aggregate(Settings(profile, turn.Speaker.Roles), (screen, button) => screen.Row(button))
            .Row(Button.Card(ProfileTexts.WhatIsStored, Name, 0, "show", Stored), Leave)
            .Row(EngineTexts.ToMenu);
    }

    private static Screen Settings(PersonDetails profile, IReadOnlySet<Role> roles) => new Screen(ProfileTexts.Overview(profile, roles))
        .Row(Button.Flow(ProfileTexts.ChangeName, PeopleLinks.Rename), Button.Flow(ProfileTexts.ChangeSchool, PeopleLinks.ChangeSchool))
        .Row(Button.Flow(ProfileTexts.ChangePosition, PeopleLinks.Position), Button.Flow(ProfileTexts.ChangeSubjects, PeopleLinks.Subjects))
        // The button says what it will be, not «the other way»: pressed twice it does the same.
        .Row(profile.Reminders
            ? Button.Card(ProfileTexts.TurnRemindersOff, Name, 0, Reminders, Off)
            : Button.Card(ProfileTexts.TurnRemindersOn, Name, 0, Reminders, On));

    private static Button Leave => Button.Card(ProfileTexts.Erase, Name, 0, "show", Leaving);

    private static Button Keep => Button.Card(DialogTexts.DoNotDelete, Name, 0);

    private static Button Return => Button.Card(ProfileTexts.ToProfile, Name, 0);
}
