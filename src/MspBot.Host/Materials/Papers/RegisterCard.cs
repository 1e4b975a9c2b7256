using MspBot.Data.Materials.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Papers;

/// <summary>«Реестр методических разработок», for those who count.</summary>
internal sealed class RegisterCard(MaterialPaperReader reader, SiteZone zone) : Card
{
    private const string Take = "take";

    public override string Key => MaterialLinks.Register;

    public override Access Access => Access.All(MaterialAccess.Counts);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var count = await reader.Count();
        return new Screen(MaterialPaperTexts.RegisterCard(count))
            .Row(count == 0 ? null : Button.Card(MaterialPaperTexts.TakeRegister, Key, 0, Take))
            .Row(Button.Card(MaterialPaperTexts.ToLibrary, MaterialLinks.Materials, 0), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != Take || await reader.Count() is not (> 0 and var count)) return Pressed.Fresh();
        turn.Say(new Screen(MaterialPaperTexts.RegisterCaption(zone.DayOf(turn.Now))) { ToMake = MaterialPaperMaker.Register });
        turn.Log(LogAction.FileTaken, LogSubject.Material, null, LogDetail.Of(LogFile.MaterialRegister, count));
        return Pressed.Nothing();
    }
}

/// <summary>«Реестр» in /materials.</summary>
internal sealed class RegisterPart : LibraryPart
{
    public override int Order => 80;

    public override Task<LibraryRows?> For(Turn turn) => Task.FromResult(MaterialAccess.Counts(turn.Speaker)
        ? new LibraryRows(Html.Empty, [[Button.Card(MaterialPaperTexts.Register, MaterialLinks.Register, 0)]]) : null);
}
