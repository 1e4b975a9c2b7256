using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Domain;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.After;

/// <summary>«Кто не получил»: by school, with the reason; the argument is the page.</summary>
internal sealed class MissedCard(BroadcastReader broadcasts, AfterReader reader, BroadcastAccess access) : Card
{
    public override string Key => BroadcastLinks.Missed;

    public override Access Access => access.Seen;

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await broadcasts.Find(new(id)) is not { State: not BroadcastState.Composed } broadcast) return null;
        var page = await Pager.Read(Pager.Number(arg), number => reader.Missed(broadcast.Id, number));
        var missed = broadcast.Blocked + broadcast.Failed + broadcast.Stopped + broadcast.OptedOut;
        return RecipientList.Of(AfterTexts.Missed(missed), AfterTexts.NobodyMissed, page, Key, id,
            one => AfterTexts.Line(one, AfterTexts.Because(one)));
    }
}

/// <summary>Who has pressed «Ознакомлен(а)», by school; the argument is the page.</summary>
internal sealed class AcknowledgedCard(BroadcastReader broadcasts, AfterReader reader, BroadcastAccess access, SiteZone zone) : Card
{
    public override string Key => BroadcastLinks.Acknowledged;

    public override Access Access => access.Seen;

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await broadcasts.Find(new(id)) is not { State: not BroadcastState.Composed, Acknowledge: true } broadcast) return null;
        var page = await Pager.Read(Pager.Number(arg), number => reader.Acknowledged(broadcast.Id, number));
        return RecipientList.Of(AfterTexts.Marked(broadcast.Acknowledged, broadcast.Sent), AfterTexts.NobodyMarked, page, Key, id,
            one => AfterTexts.Line(one, Russian.Short(one.AcknowledgedAt!.Value, zone)));
    }
}

/// <summary>Recipients under their schools.</summary>
internal static class RecipientList
{
    internal static Screen Of(
        string title, string nobody, Page<RecipientLine> page, string card, long id, Func<RecipientLine, Html> line) =>
        new Screen(Html.Paragraphs(
        [
            Html.Bold(title),
            page.Items.Count == 0 ? Html.Text(nobody) : default,
            .. page.Items.GroupBy(AfterTexts.School).Select(school => Html.Lines([Html.Of($"{school.Key}:"), .. school.Select(line)])),
        ]))
        .Turning(page, (label, number) => Button.Card(label, card, id, arg: Russian.Number(number)))
        .Row(Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, id));
}
