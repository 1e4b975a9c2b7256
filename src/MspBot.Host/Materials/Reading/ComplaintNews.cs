using MspBot.Data.Materials;
using MspBot.Data.Materials.Reading;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>Tells the author of a material and the heads that it does not open: once a day at most, with how many say so.</summary>
internal sealed class ComplaintNews(PersonReader people, LibraryReader library, QuietHours quiet, SiteZone zone)
{
    internal async Task Tell(Turn turn, MaterialDetails one)
    {
        var chats = (await people.HeadChats()).ToHashSet();
        if (await people.Chat(one.AddedBy) is { } author) chats.Add(author);
        var screen = new Screen(MaterialCardTexts.CannotBeOpened(one, await library.Complaints(one.Id)))
            .Row(Button.Card(MaterialCardTexts.ToMaterial, MaterialLinks.Material, one.Id.Value));
        turn.TellOthers(chats.Select(chat => new Notice(chat, screen,
            NoticeKey.MaterialDoesNotOpen(one.Id, one.Edition ?? 1, zone.DayOf(turn.Now), chat), quiet.NotBefore(turn.Now))));
    }
}
