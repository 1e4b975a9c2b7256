using MspBot.Data.Materials.Reading;
using MspBot.Domain.Materials.Reading;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>/materials: how to find something, and what each room of the library has for this speaker.</summary>
internal sealed class MaterialsCard(LibraryReader reader, IEnumerable<LibraryPart> parts) : Card
{
    public override string Key => MaterialLinks.Materials;

    public override Access Access => Access.NoRow("the library is for all");

    public override Task<Screen?> Show(Turn turn, long id, string arg) => Show(turn, default);

    internal async Task<Screen?> Show(Turn turn, Html before)
    {
        var rows = new List<LibraryRows>();
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            if (await part.For(turn) is { } some) rows.Add(some);
        }
        var screen = new Screen(Html.Paragraphs(before,
            LibraryTexts.Card(await reader.Count(), [.. rows.Select(some => some.Text)])));
        foreach (var row in rows.SelectMany(some => some.Rows)) screen = screen.Row([.. row]);
        return screen.Row(EngineTexts.ToMenu);
    }
}

/// <summary>/materials; words behind it are searched at once.</summary>
internal sealed class MaterialsCommand(MaterialsCard card, Searching searching) : Command
{
    public override string Name => MaterialLinks.Materials;

    public override string Description => LibraryTexts.Description;

    public override int Order => 255;

    public override async Task Run(Turn turn, string args)
    {
        if (args.Length > 0 && SearchWords.Of(args).Count > 0) turn.Show(await searching.Find(turn, args));
        else if (await card.Show(turn, args.Length > 0 ? Html.Text(LibraryTexts.NoWords) : default) is { } screen) turn.Show(screen);
    }
}

/// <summary>«Найти» and the lists in /materials.</summary>
internal sealed class FindingPart(LibraryReader reader) : LibraryPart
{
    public override int Order => 10;

    public override async Task<LibraryRows?> For(Turn turn) => new(default, await reader.Count() == 0
        ? [[FoundScreens.To(LibraryTexts.Mine, FoundList.Mine)]]
        :
        [
            [Button.Flow(LibraryTexts.Find, MaterialLinks.Search).Main(), FoundScreens.To(LibraryTexts.Newest, FoundList.Newest)],
            [Button.Card(LibraryTexts.Topics, MaterialLinks.ByTopic, 0), Button.Card(LibraryTexts.BySubject, MaterialLinks.BySubject, 0)],
            [FoundScreens.To(LibraryTexts.Mine, FoundList.Mine)],
        ]);
}

/// <summary>«Что искали напрасно» in /materials.</summary>
internal sealed class WishesPart : LibraryPart
{
    public override int Order => 60;

    public override Task<LibraryRows?> For(Turn turn) => Task.FromResult(MaterialAccess.Counts(turn.Speaker)
        ? new LibraryRows(default, [[Button.Card(LibraryTexts.Wishes, MaterialLinks.Wishes, 0)]]) : null);
}
