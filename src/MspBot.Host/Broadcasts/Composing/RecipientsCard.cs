using MspBot.Data.Broadcasts;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>«Показать, кто получит»: by school; the argument is the page.</summary>
internal sealed class RecipientsCard(BroadcastReader reader, AudienceReader audiences, BroadcastAccess access) : Card
{
    private const int NameLength = 60;

    public override string Key => BroadcastLinks.Recipients;

    public override Access Access => access.Seen;

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Find(new(id)) is not { State: BroadcastState.Composed } broadcast) return null;
        var page = await Pager.Read(Pager.Number(arg), number => audiences.Page(broadcast.Audience, broadcast.ByPerson, number));
        return new Screen(Html.Paragraphs(
                Html.Bold(ComposedTexts.WhoGets),
                page.Items.Count == 0 ? Html.Text(BroadcastRefusalTexts.Of(BroadcastRefusal.Nobody)) : default,
                Html.Paragraphs([.. page.Items.GroupBy(one => one.School).Select(Of)])))
            .Turning(page, (label, number) => Button.Card(label, BroadcastLinks.Recipients, id, arg: Russian.Number(number)))
            .Row(Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, id));
    }

    private static Html Of(IGrouping<string, AudienceMember> school) => Html.Lines(
    [
        Html.Of($"{Ellipsis.Cut(school.Key, NameLength)}:"),
        .. school.Select(one => Html.Of($"— {Ellipsis.Cut(FullName.Short(one.Name), NameLength)}")),
    ]);
}
