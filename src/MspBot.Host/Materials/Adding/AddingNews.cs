using MspBot.Data.Conversations;
using MspBot.Data.Materials;
using MspBot.Data.Materials.Adding;
using MspBot.Domain.Clock;
using MspBot.Domain.Materials;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>What an author hears of a material, and who took an older edition of a new one.</summary>
internal sealed class AddingNews(AddingReader reader, QuietHours quiet)
{
    internal async Task Published(Turn turn, MaterialDetails material)
    {
        if (await reader.Author(material.Id) is { } chat)
            turn.TellOthers(new Notice(chat, MaterialDeeds.After(AddingTexts.PublishedNews(material.Name), material.Id),
                NoticeKey.MaterialDecided(material.Id, material.Version, chat), quiet.NotBefore(turn.Now)));
    }

    internal async Task Returned(Turn turn, MaterialDetails material, string remark)
    {
        if (await reader.Author(material.Id) is not { } chat) return;
        var screen = new Screen(AddingTexts.ReturnedNews(material.Name, remark))
            .Row(Button.Flow(AddingTexts.Change, MaterialLinks.Change, Argument.Of(material.Id, material.Version + 1)).Main())
            .Row(Button.Card(AddingTexts.Open, MaterialLinks.Material, material.Id.Value));
        turn.TellOthers(new Notice(chat, screen, NoticeKey.MaterialDecided(material.Id, material.Version, chat),
            quiet.NotBefore(turn.Now)));
    }

    /// <summary>They wait for it: also in the evening.</summary>
    internal static IReadOnlyCollection<Notice> Accepted(EditionDetails edition, MaterialState state) => edition.Chat is not { } chat ? []
        : [new(chat, MaterialDeeds.After(AddingTexts.Accepted(edition.Name, state, edition.State == MaterialState.Checking),
            edition.Material), NoticeKey.MaterialChecked(edition.Material, edition.Nr, chat))];

    internal static IReadOnlyCollection<Notice> Refused(EditionDetails edition, EditionFault fault, SameMaterial? same) =>
        edition.Chat is not { } chat ? []
        : same?.Id == edition.Material
            ? [new(chat, MaterialDeeds.After(AddingTexts.SameFile(edition.Name), edition.Material),
                NoticeKey.MaterialChecked(edition.Material, edition.Nr, chat))]
        : [new(chat, new Screen(AddingTexts.Refused(edition.Name, fault, same?.Name))
            .Row(same is null ? null : Button.Card(AddingTexts.Open, MaterialLinks.Material, same.Id.Value).Main())
            .Row(fault != EditionFault.Same ? null
                : Button.Card(AddingTexts.Anyway, MaterialLinks.Deeds, edition.Material.Value, MaterialDeeds.Anyway,
                    Russian.Number(edition.Nr)))
            .Row(Button.Card(AddingTexts.Replace, MaterialLinks.Deeds, edition.Material.Value)),
            NoticeKey.MaterialChecked(edition.Material, edition.Nr, chat))];

    internal static Screen Offered(IReadOnlyList<OfferedMaterial> offered) => new Screen(AddingTexts.OfferedNews(offered))
        .Row(offered.Count == 1 ? Button.Card(AddingTexts.Open, MaterialLinks.Material, offered[0].Id.Value)
            : Button.Card(AddingTexts.Offered, MaterialLinks.Offered, 0));

    internal static Notice NewEdition(OlderEdition older) => new(older.Chat, new Screen(AddingTexts.NewEdition(older.Name))
        .Row(Button.Card(AddingTexts.Open, MaterialLinks.Material, older.Material.Value)),
        NoticeKey.MaterialReplaced(older.Material, older.Edition, older.Chat))
    {
        Priority = Priority.Bulk,
    };
}
