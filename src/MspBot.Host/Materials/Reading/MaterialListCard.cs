using MspBot.Data.Materials.Reading;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Materials.Reading;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>A list of materials: what words have found, a topic's, a subject's, the newest, one's own.</summary>
internal sealed class MaterialListCard(FoundScreens screens, SearchStore searches, WishStore wishes, WishNews news, SiteZone zone) : Card
{
    private const string Ask = FoundScreens.Ask;

    public override string Key => MaterialLinks.Found;

    public override Access Access => Access.NoRow("lists have what is shown to all, or is the speaker's own; so are searches");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var words = new Argument(arg);
        return words.Case<FoundList>() is { } list
            ? await screens.Of(turn.Person, list, id, Pager.Number(words.Number(1) ?? 0)) : null;
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != Ask || await searches.Words(id, turn.Person) is not { } words) return Pressed.Fresh(arg);
        var isNew = await wishes.Ask(turn.Person, words, zone.DayOf(turn.Now), turn.Now);
        if (isNew) await news.Tell(turn, words);
        return Pressed.Instead(await screens.Of(turn.Person, FoundList.Words, id, 0,
            Html.Text(isNew ? LibraryTexts.Asked : LibraryTexts.AskedAlready)));
    }
}

/// <summary>«Темы»: those that a material has.</summary>
internal sealed class ByTopicCard(LibraryReader reader) : Card
{
    public override string Key => MaterialLinks.ByTopic;

    public override Access Access => Access.NoRow("topics of what is shown to all");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        Choices.Of(await reader.Topics(), arg, MaterialLinks.ByTopic, one => FoundScreens.To(Choices.Label(one), FoundList.Topic, one.Id),
            topics: true);
}

/// <summary>«По предмету»: those that a material has.</summary>
internal sealed class BySubjectCard(LibraryReader reader) : Card
{
    public override string Key => MaterialLinks.BySubject;

    public override Access Access => Access.NoRow("subjects of what is shown to all");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        Choices.Of(await reader.Subjects(), arg, MaterialLinks.BySubject,
            one => FoundScreens.To(Choices.Label(one), FoundList.Subject, SubjectNumber.Of(one.Name)), topics: false);
}

/// <summary>A page of topics or subjects to choose from.</summary>
internal static class Choices
{
    internal static Screen Of(IReadOnlyList<Counted> all, string arg, string card, Func<Counted, Button> open, bool topics) =>
        new Screen(LibraryTexts.ToChoose(topics, all.Count > 0))
            .Page(Paging.Cut(all, Pager.Number(arg)), open, (label, to) => Button.Card(label, card, 0, arg: Russian.Number(to)))
            .Row(Button.Command(LibraryTexts.ToLibrary, MaterialLinks.Materials), EngineTexts.ToMenu);

    /// <summary>The number of materials is never cut.</summary>
    internal static string Label(Counted one)
    {
        var count = $" · {Russian.Number(one.Materials)}";
        return one.Name.Length + count.Length <= ButtonRows.FullWidth ? $"{one.Name}{count}"
            : $"{Ellipsis.Cut(one.Name, ButtonRows.FullWidth - count.Length - 1).TrimEnd('…').TrimEnd()}…{count}";
    }
}

/// <summary>«Что искали напрасно», by words; the argument is the page.</summary>
internal sealed class WishesCard(WishStore wishes) : Card
{
    public override string Key => MaterialLinks.Wishes;

    public override Access Access => Access.All(MaterialAccess.Counts);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var page = await Pager.Read(Pager.Number(arg), number => wishes.Page(number, turn.Now));
        return new Screen(LibraryTexts.WishList(page.Items))
            .Turning(page, (label, to) => Button.Card(label, MaterialLinks.Wishes, 0, arg: Russian.Number(to)))
            .Row(Button.Command(LibraryTexts.ToLibrary, MaterialLinks.Materials), EngineTexts.ToMenu);
    }
}
