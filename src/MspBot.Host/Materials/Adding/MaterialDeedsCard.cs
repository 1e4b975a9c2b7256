using System.Globalization;
using MspBot.Data.Materials;
using MspBot.Data.Materials.Adding;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>What is done to a material by one press; the argument is the version that was seen.</summary>
internal sealed class MaterialDeedsCard(
    MaterialReader reader, DecisionStore decisions, AddingStore adding, EditionStore editions, AddingNews news, MaterialDeeds deeds) : Card
{
    public override string Key => MaterialLinks.Deeds;

    public override Access Access => Access.Rows(async (turn, id) =>
        await reader.Find(new(id)) is { } material && MaterialAccess.Keeps(turn.Speaker, material));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Find(new(id)) is not { } material) return null;
        var screen = new Screen(Html.Lines(Html.Bold(material.Name), Html.Text(Russian.AtStart(AddingTexts.State(material)))));
        return screen with
        {
            Rows = [.. await deeds.Rows(turn.Speaker, material), [Button.Card(AddingTexts.Open, MaterialLinks.Material, id)]],
        };
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (new Argument(arg).Number() is not (> 0 and <= int.MaxValue and var seen) || await reader.Find(new(id)) is not { } material)
            return Pressed.Fresh();
        var (of, version) = (material.Id, (int)seen);
        switch (action)
        {
            case MaterialDeeds.Hide when material.State == MaterialState.Shown:
                return Pressed.Instead(new Screen(AddingTexts.HideAsk(material)).Row(
                    Button.Card(AddingTexts.DoHide, MaterialLinks.Deeds, id, MaterialDeeds.Hidden,
                        version.ToString(CultureInfo.InvariantCulture)).Danger(),
                    Button.Card(AddingTexts.DoNotHide, MaterialLinks.Material, id)));
            case MaterialDeeds.Hidden:
                return Done(turn, of,
                    await decisions.Hide(of, version, byHead: !MaterialAccess.IsAuthor(turn.Speaker, material)),
                    LogAction.MaterialHidden, AddingTexts.Hidden);
            case MaterialDeeds.GiveBack:
                return Done(turn, of,
                    await decisions.GiveBack(of, version, MaterialAccess.Decides(turn.Speaker)),
                    LogAction.MaterialGivenBack, AddingTexts.GivenBack);
            case MaterialDeeds.Publish:
                return MaterialAccess.Decides(turn.Speaker) ? await Publish(turn, material, version)
                    : Refused(turn, of, MaterialRefusal.RoleLost);
            case MaterialDeeds.Anyway:
                return await AddAnyway(turn, material, version);
            default:
                return Pressed.Open(MaterialLinks.Material, id);
        }
    }

    private async Task<Pressed> Publish(Turn turn, MaterialDetails material, int version)
    {
        var refusal = await decisions.Publish(material.Id, version, turn.Now);
        if (refusal is null) await news.Published(turn, material);
        return Done(turn, material.Id, refusal, LogAction.MaterialPublished, AddingTexts.Published);
    }

    private async Task<Pressed> AddAnyway(Turn turn, MaterialDetails material, int edition)
    {
        await editions.Hold(material.Id);
        var newest = await editions.Newest(material.Id);
        var refusal = newest is { Fault: EditionFault.Same } && newest.Nr == edition
            && await adding.Accept(material.Id, edition, turn.Now) ? (MaterialRefusal?)null : MaterialRefusal.ChangedMeanwhile;
        return Done(turn, material.Id, refusal,
            material.State == MaterialState.Checking ? LogAction.MaterialAttached : LogAction.MaterialReplaced,
            AddingTexts.AddedAnyway(material));
    }

    private static Pressed Done(Turn turn, MaterialId id, MaterialRefusal? refusal, LogAction action, string said)
    {
        if (refusal is { } because) return Refused(turn, id, because);
        turn.Log(action, LogSubject.Material, id.Value);
        turn.Flash(said);
        return Pressed.Open(MaterialLinks.Material, id.Value);
    }

    private static Pressed Refused(Turn turn, MaterialId id, MaterialRefusal because)
    {
        turn.Warn(MaterialRefusalTexts.Of(because));
        return Pressed.Open(MaterialLinks.Material, id.Value);
    }
}
