using System.Globalization;
using MspBot.Data.People.Schools;
using MspBot.Domain;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Schools;

/// <summary>A school that somebody typed: the head takes it into the list, or says which one it is.</summary>
internal sealed class SchoolCard(SchoolReader schools, SchoolStore store) : Card
{
    private const string Name = PeopleLinks.School;
    private const string Kinds = "kinds";
    private const char Page = 'p';
    private const string Accept = "as";
    private const string Merge = "is";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return null;
        if (await schools.Unlisted(new(id)) is not { } school) return Decided();
        if (arg == Kinds) return AskKind(school);
        return arg.StartsWith(Page) ? await AskWhich(school, Pager.Number(arg[1..])) : Question(school.Id, school.Name, school.People);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return Pressed.Warn(SchoolTexts.HeadsOnly);
        return action switch
        {
            Accept when new Argument(arg).Case<SchoolKind>() is { } kind => await TakeIntoList(turn, new(id), kind),
            Merge when new Argument(arg).Id<SchoolId>() is { } listed => await MergeInto(turn, new(id), listed),
            _ => Pressed.Fresh(arg),
        };
    }

    private async Task<Pressed> TakeIntoList(Turn turn, SchoolId school, SchoolKind kind)
    {
        if (!await store.Accept(school, kind, turn.Now)) return Pressed.Fresh();
        turn.Log(LogAction.SchoolAccepted, LogSubject.School, school.Value, LogDetail.Of("kind", kind), Role.Head, school: school);
        return Pressed.Instead(Home(SchoolTexts.Accepted(kind)));
    }

    private async Task<Pressed> MergeInto(Turn turn, SchoolId unlisted, SchoolId listed)
    {
        if (await store.Merge(unlisted, listed) is not { } moved) return Pressed.Fresh();
        turn.Log(LogAction.SchoolMerged, LogSubject.School, listed.Value,
            LogDetail.Of("from", unlisted.Value).And("people", moved.Count), Role.Head, moved, listed);
        return Pressed.Instead(Home(SchoolTexts.Merged));
    }

    /// <summary>As it goes to each head.</summary>
    internal static Screen Question(SchoolId school, string name, long people) => new Screen(SchoolTexts.Question(name, people))
        .Row(Button.Card(SchoolTexts.Accept, Name, school.Value, "show", Kinds))
        .Row(Button.Card(SchoolTexts.IsListed, Name, school.Value, "show", $"{Page}0"))
        .Row(EngineTexts.ToMenu);

    private static Screen AskKind(UnlistedSchool school) => Enum.GetValues<SchoolKind>().Aggregate(
        new Screen(SchoolTexts.WhichKind(school.Name)),
        (screen, kind) => screen.Row(Button.Card(SchoolTexts.As(kind), Name, school.Id.Value, Accept, kind.ToString()))).Row(Back(school));

    private async Task<Screen> AskWhich(UnlistedSchool school, int page)
    {
        var listed = await schools.Confirmed();
        return new Screen(listed.Count == 0 ? SchoolTexts.NoneListed(school.Name) : SchoolTexts.WhichListed(school.Name))
            .Page(Paging.Cut(listed, page),
                one => Button.Card(SchoolTexts.This(one.Name), Name, school.Id.Value, Merge, Text(one.Id.Value)),
                (label, number) => Button.Card(label, Name, school.Id.Value, "show", $"{Page}{Text(number)}"))
            .Row(Back(school));
    }

    private static Screen Decided() => Home(SchoolTexts.Decided);

    private static Screen Home(string text) => new Screen(Html.Text(text)).Row(EngineTexts.ToMenu);

    private static Button Back(UnlistedSchool school) => Button.Card(DialogTexts.Back, Name, school.Id.Value);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reminds the head in the menu of a school that waits, for as long as it does.</summary>
internal sealed class UnlistedSchoolWaiting(SchoolReader schools) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        turn.Speaker.Is(Role.Head) && await schools.LongestUnlisted() is { } school
            ? new(school.CreatedAt, SchoolTexts.Waits(school.Name), Button.Card(SchoolTexts.Decide, PeopleLinks.School, school.Id.Value))
            : null;
}
