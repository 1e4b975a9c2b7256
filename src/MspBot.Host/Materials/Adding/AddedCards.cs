using MspBot.Data.Materials.Adding;
using MspBot.Domain;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>«На рассмотрении», for heads; the argument is the page.</summary>
internal sealed class OfferedCard(AddingReader reader) : Card
{
    public override string Key => MaterialLinks.Offered;

    public override Access Access => Access.All(MaterialAccess.Decides);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => AddedScreens.List(
        AddingTexts.Offered, AddingTexts.NothingOffered, AddingTexts.OfferedLine, await Pager.Read(Pager.Number(arg), reader.Offered), Key);
}

/// <summary>«Мои разработки»; the argument is the page.</summary>
internal sealed class MineCard(AddingReader reader) : Card
{
    public override string Key => MaterialLinks.Mine;

    public override Access Access => Access.NoRow("one's own list");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => AddedScreens.List(
        AddingTexts.Mine, AddingTexts.NothingMine, AddingTexts.Line,
        await Pager.Read(Pager.Number(arg), page => reader.Of(turn.Person, page)), Key);
}

/// <summary>A page of materials, each with its button.</summary>
internal static class AddedScreens
{
    internal static Screen List(
        string title, string nothing, Func<ListedMaterial, Html> line, Page<ListedMaterial> page, string key) =>
        new Screen(Html.Paragraphs(Html.Bold(title),
            page.Items.Count == 0 ? Html.Text(nothing) : Html.Lines([.. page.Items.Select(line)])))
        .Page(page, one => Button.Card(one.Name, MaterialLinks.Material, one.Id.Value),
            (label, number) => Button.Card(label, key, 0, "show", Russian.Number(number)))
        .Row(Button.Command(AddingTexts.Library, MaterialLinks.Materials), EngineTexts.ToMenu);
}

/// <summary>Adding, one's own, and what waits for heads, in /materials.</summary>
internal sealed class AddingPart(AddingReader reader) : LibraryPart
{
    public override int Order => 40;

    public override async Task<LibraryRows?> For(Turn turn)
    {
        if (turn.Speaker.PersonOrNull is not { } person) return null;
        var rows = new List<IReadOnlyList<Button>> { new[] { Button.Flow(AddingTexts.Add, MaterialLinks.Add) } };
        if (await reader.CountOf(person) > 0) rows.Add([Button.Card(AddingTexts.Mine, MaterialLinks.Mine, 0)]);
        if (MaterialAccess.Decides(turn.Speaker) && await reader.CountOffered() is > 0 and var waiting)
            rows.Add([Button.Card(AddingTexts.OfferedRow(waiting), MaterialLinks.Offered, 0)]);
        return new(default, rows);
    }
}

/// <summary>What teachers offer, on top of a head's menu.</summary>
internal sealed class OfferedWaits(AddingReader reader) : NextThing
{
    public override async Task<Waiting?> For(Turn turn)
    {
        if (!MaterialAccess.Decides(turn.Speaker) || await reader.FirstOffered() is not { } first) return null;
        var waiting = await reader.CountOffered();
        return new(first.AddedAt, AddingTexts.Waiting(first, waiting),
            waiting == 1 ? Button.Card(AddingTexts.Open, MaterialLinks.Material, first.Id.Value)
            : Button.Card(AddingTexts.OfferedRow(waiting), MaterialLinks.Offered, 0));
    }
}
