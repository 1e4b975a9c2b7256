using System.Globalization;
using MspBot.Data.Materials;
using MspBot.Data.Materials.Adding;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>What the author of a material, and heads, may do to it as it stands.</summary>
internal sealed class MaterialDeeds(EditionStore editions)
{
    internal const string Hide = "hide";
    internal const string Hidden = "hidden";
    internal const string GiveBack = "back";
    internal const string Publish = "publish";
    internal const string Anyway = "anyway";

    internal async Task<IReadOnlyList<IReadOnlyList<Button>>> Rows(Speaker speaker, MaterialDetails material)
    {
        if (!MaterialAccess.Keeps(speaker, material)) return [];
        var (id, version) = (material.Id.Value, material.Version.ToString(CultureInfo.InvariantCulture));
        var seen = Argument.Of(material.Id, material.Version);
        var rows = new List<IReadOnlyList<Button>>();
        if (material.State == MaterialState.Offered && MaterialAccess.Decides(speaker))
        {
            rows.Add([Button.Card(AddingTexts.Publish, MaterialLinks.Deeds, id, Publish, version).Main(),
                Button.Flow(AddingTexts.Return, MaterialLinks.Return, seen)]);
        }
        if (await editions.Newest(material.Id) is { Fault: EditionFault.Same } same)
            rows.Add([Button.Card(AddingTexts.Anyway, MaterialLinks.Deeds, id, Anyway, same.Nr.ToString(CultureInfo.InvariantCulture))]);
        rows.Add([Button.Flow(AddingTexts.Change, MaterialLinks.Change, seen)]);
        rows.Add([Button.Flow(AddingTexts.Replace, MaterialLinks.Replace, seen)]);
        if (material.State == MaterialState.Shown) rows.Add([Button.Card(AddingTexts.Hide, MaterialLinks.Deeds, id, Hide, version)]);
        if (material.State == MaterialState.Hidden && (!material.HiddenByHead || MaterialAccess.Decides(speaker)))
            rows.Add([Button.Card(AddingTexts.GiveBack, MaterialLinks.Deeds, id, GiveBack, version)]);
        return rows;
    }

    /// <summary>Said where something could not be done.</summary>
    internal static Screen Refused(MaterialRefusal because, MaterialId? id) => new Screen(Html.Text(MaterialRefusalTexts.Of(because)))
        .Row(id is { } known && because is not MaterialRefusal.NoSuchMaterial
            ? Button.Card(AddingTexts.Open, MaterialLinks.Material, known.Value) : null)
        .Row(Button.Command(AddingTexts.Library, MaterialLinks.Materials), EngineTexts.ToMenu);

    internal static Screen After(Html said, MaterialId id) => new Screen(said)
        .Row(Button.Card(AddingTexts.Open, MaterialLinks.Material, id.Value))
        .Row(Button.Command(AddingTexts.Library, MaterialLinks.Materials), EngineTexts.ToMenu);
}

/// <summary>These buttons on the card of a material.</summary>
internal sealed class DeedsPart(MaterialDeeds deeds) : MaterialPart
{
    public override int Order => 80;

    public override Task<IReadOnlyList<IReadOnlyList<Button>>> For(Turn turn, MaterialDetails material) =>
        deeds.Rows(turn.Speaker, material);
}
