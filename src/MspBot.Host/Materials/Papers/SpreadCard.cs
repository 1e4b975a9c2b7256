using MspBot.Data.Materials;
using MspBot.Data.Materials.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Papers;

/// <summary>«Справка о распространении» of the speaker's own materials.</summary>
internal sealed class SpreadCard(MaterialPaperReader reader, SiteZone zone) : Card
{
    private const string Take = "take";

    internal static Button Open { get; } = Button.Card(MaterialPaperTexts.Spread, MaterialLinks.Spread, 0);

    public override string Key => MaterialLinks.Spread;

    public override Access Access => Access.NoRow("counts the speaker's own");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var spread = await reader.SpreadOf(turn.Person);
        return new Screen(MaterialPaperTexts.SpreadCard(spread))
            .Row(spread is null ? null : Button.Card(MaterialPaperTexts.TakeSpread, Key, 0, Take))
            .Row(Button.Card(MaterialPaperTexts.ToLibrary, MaterialLinks.Materials, 0), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != Take || await reader.SpreadOf(turn.Person) is not { } spread) return Pressed.Fresh();
        turn.Say(new Screen(MaterialPaperTexts.SpreadCaption(zone.DayOf(turn.Now)))
        { ToMake = MaterialPaperMaker.Spread(turn.Person) });
        turn.Log(LogAction.FileTaken, LogSubject.Person, turn.Person.Value,
            LogDetail.Of(LogFile.MaterialSpread, spread.Materials.Count));
        return Pressed.Nothing();
    }
}

/// <summary>The way to it from one's own material.</summary>
internal sealed class SpreadOfMaterial : MaterialPart
{
    public override int Order => 80;

    public override Task<IReadOnlyList<IReadOnlyList<Button>>> For(Turn turn, MaterialDetails material) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<Button>>>(
            MaterialAccess.IsAuthor(turn.Speaker, material) && material is { ByAuthor: true, InLibrary: true, ShownAt: not null }
                and { State: MaterialState.Shown or MaterialState.Hidden }
                ? [[SpreadCard.Open]] : []);
}
