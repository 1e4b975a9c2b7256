using MspBot.Data.People;
using MspBot.Data.People.Rosters;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Rosters;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Rosters;

/// <summary>
/// Somebody who is registered opens a link of a school: who they are, and what they may put right by it. Always their own; the button
/// carries the link.
/// </summary>
internal sealed class CorrectionCard(RosterReader rosters, RosterArrivals arrivals, PersonReader reader, PersonStore people) : Card
{
    private const string Name = PeopleLinks.Correction;
    private const string Correct = "fix";

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        arg.Length == 0 ? null : await Screen(turn, SchoolStart.Read(arg));

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != Correct || SchoolStart.Read(arg) is not { } start || await rosters.Brought(start, turn.Now) is not { } brought
            || await reader.Profile(turn.Person) is not { } profile) return Pressed.Fresh(arg);
        if (start.Code is { } code && await arrivals.Use(code, turn.Person, turn) != RosterUse.Used) return Pressed.Fresh(arg);
        // A name that differs in its spelling alone stays as its owner writes it.
        if (brought.Person is { } person && !Folded.Same(person.Name, profile.FullName)
            && FullName.Read(person.Name, out var name) is null) await people.Rename(turn.Person, name);
        if (brought.School != profile.SchoolId) await people.Move(turn.Person, brought.School, turn.Now);
        turn.Flash(BringingTexts.Changed);
        return Pressed.Open(PeopleLinks.Profile, 0);
    }

    /// <param name="turn">Whose.</param>
    /// <param name="start">Null: it is no link of a school.</param>
    internal async Task Offer(Turn turn, SchoolStart? start) => turn.Show(await Screen(turn, start));

    private async Task<Screen> Screen(Turn turn, SchoolStart? start)
    {
        if (start is null || await reader.Profile(turn.Person) is not { } profile) return Home(BringingTexts.Unknown);
        if (start.School is { } id)
        {
            return await rosters.SchoolName(id) is not { } school ? Home(BringingTexts.NoSuchSchool)
                : id == profile.SchoolId ? Home(BringingTexts.AllRight(profile))
                : Offer(BringingTexts.OtherSchool(profile, school), BringingTexts.ChangeSchool, start);
        }
        if (await rosters.Find(start.Code!) is not { } link) return Home(BringingTexts.Unknown);
        if (link.UsedBy == turn.Person) return Home(BringingTexts.AllRight(profile));
        return await rosters.Brought(start, turn.Now) is { Person: { } person } ? await Personal(turn, start, link, person, profile)
            : Home(BringingTexts.Refused(link.Link.StateAt(turn.Now)));
    }

    private async Task<Screen> Personal(Turn turn, SchoolStart start, FoundLink link, RosterPerson person, PersonDetails profile)
    {
        var (sameName, sameSchool) = (Folded.Same(person.Name, profile.FullName), link.SchoolId == profile.SchoolId);
        if (sameName && sameSchool)
            return await arrivals.Use(start.Code!, turn.Person, turn) == RosterUse.TakenByOther ? Home(BringingTexts.TakenByOther)
                : Home(BringingTexts.AllRight(profile));
        if (link.MadeBy == turn.Person && !sameName) return Home(BringingTexts.Own(link.Nr));
        return Offer(BringingTexts.Differs(profile, person.Name, link.School),
            sameName ? BringingTexts.ChangeSchool : sameSchool ? BringingTexts.ChangeName : BringingTexts.ChangeBoth, start);
    }

    private static Screen Offer(Html text, string label, SchoolStart start) => new Screen(text)
        .Row(Button.Card(label, Name, 0, Correct, $"{start}").Main()).Row(Button.Command(BringingTexts.Leave, "menu"));

    private static Screen Home(string text) => Home(Html.Text(text));

    private static Screen Home(Html text) => new Screen(text).Row(EngineTexts.ToMenu);
}
