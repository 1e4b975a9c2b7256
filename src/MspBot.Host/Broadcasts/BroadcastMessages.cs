using MspBot.Data.Broadcasts;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Broadcasts;

/// <summary>What a recipient sees: the same screen is shown before the press, sent to oneself, and sent to everybody.</summary>
internal sealed class BroadcastMessages(SeminarNames names, SiteZone zone)
{
    internal const string NoMore = "no-more";
    internal const string Seen = "seen";

    internal async Task<Screen> Of(BroadcastDetails broadcast)
    {
        var id = broadcast.Id.Value;
        var meeting = default(Html);
        Button? open = null;
        if (broadcast.Seminar is { } seminar && (await names.Of([seminar.Value])).TryGetValue(seminar.Value, out var named))
        {
            meeting = Html.Lines(Html.Bold(named.Title), Html.At(named.StartsAt, zone));
            open = Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, seminar.Value).Main();
        }
        var screen = new Screen(Html.Paragraphs(Html.Text(broadcast.Words), meeting))
        {
            Kept = broadcast.Reference is { } reference ? new KeptFile(reference, broadcast.FileName ?? "", broadcast.File?.Value) : null,
        };
        return screen.Row(open)
            .Row(broadcast.Acknowledge ? Button.Card(BroadcastTexts.Seen, BroadcastLinks.Received, id, Seen).Main() : null)
            .Row(Button.Card(BroadcastTexts.NoMore, BroadcastLinks.Received, id, NoMore));
    }
}
