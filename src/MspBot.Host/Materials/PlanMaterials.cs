using MspBot.Data.Materials;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan.Items;

namespace MspBot.Host.Materials;

/// <summary>What shows that an item of the plan was carried out.</summary>
internal sealed class PlanMaterials(MaterialStore store, MaterialReader reader) : ResultMaterials
{
    public override async Task<long> Keep(Handed what, string name, PersonId by, ChatId chat, DateTimeOffset now) =>
        (await store.Add(new(name, what.File, what.Text, MaterialKind.Document, InLibrary: false,
            what.File is null ? null : MaterialFiles.NameOf(what)), by, chat, now)).Value;

    public override async Task<Screen?> Show(long material) =>
        await reader.Find(new(material)) is { } found
            ? MaterialScreens.Of(default, found.Name, found.Reference, found.File, found.Url, found.FileName)
            : null;
}
