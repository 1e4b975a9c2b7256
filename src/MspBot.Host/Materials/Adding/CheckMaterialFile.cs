using MspBot.Data.Materials;
using MspBot.Data.Materials.Adding;
using MspBot.Domain.Files;
using MspBot.Domain.Materials;
using MspBot.Domain.Materials.Adding;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Files;

namespace MspBot.Host.Materials.Adding;

/// <summary>
/// The file of a new edition is here: it is looked at, and comes into force or is refused, and whoever has sent it is told. What was handed
/// out at a meeting is in force already.
/// </summary>
internal sealed class CheckMaterialFile(EditionStore editions, AddingStore store, MaterialReader reader, Outbox outbox) : OnFileFetched
{
    public override Task Hold(StoredFileId file) => editions.Hold(file);

    public override async Task<IReadOnlyCollection<Notice>> Stored(StoredFileId file, byte[] content, DateTimeOffset now)
    {
        if (await editions.Of(file) is not { Waits: true, InLibrary: true } edition) return [];
        if (FileCheck.Look(content) is { } fault) return await Refuse(edition, fault, null);
        if (await editions.SameAs(file, edition.Material) is { } same) return await Refuse(edition, EditionFault.Same, same);
        if (!await store.Accept(edition.Material, edition.Nr, now)) return [];
        return await reader.Find(edition.Material) is { } after ? AddingNews.Accepted(edition, after.State) : [];
    }

    public override async Task Lost(StoredFileId file)
    {
        if (await editions.Of(file) is not { Waits: true, InLibrary: true } edition) return;
        outbox.Put([.. await Refuse(edition, EditionFault.Lost, null)]);
    }

    private async Task<IReadOnlyCollection<Notice>> Refuse(EditionDetails edition, EditionFault fault, SameMaterial? same) =>
        await editions.Refuse(edition.Material, edition.Nr, fault) ? AddingNews.Refused(edition, fault, same) : [];
}
