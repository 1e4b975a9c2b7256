using MspBot.Data.Materials;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan.Items;

namespace MspBot.Host.Materials;

/// <summary>What shows that an item of the plan was carried out.</summary>
internal sealed class PlanMaterials(MaterialStore store) : ResultMaterials
{
    public override async Task<long> Keep(Handed what, string name, PersonId by, DateTimeOffset now) =>
        (await store.Add(new(name, what.File, what.Text), by, now)).Value;

    public override async Task<Screen?> Show(long material) =>
        await store.Find(new MaterialId(material)) is { } found ? MaterialScreens.Of(default, found.Name, found.File, found.Url) : null;
}
