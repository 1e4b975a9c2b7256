using MspBot.Data.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Seminars.Events;

/// <summary>In «Мои записи»: «Веду», the next seminars that somebody leads, and the way to all of them.</summary>
internal sealed class LedSection(SeminarReader reader, SeminarList list) : MySection
{
    /// <summary>More are behind the button.</summary>
    private const int Shown = 2;

    public override int Order => 5;

    public override async Task<MyPart?> For(Turn turn)
    {
        var lines = (await reader.Led(turn.Person, others: false, turn.Now, page: 0)).Items;
        if (lines.Count == 0) return Past(turn.Speaker);
        var next = lines.Take(Shown).ToList();
        return new(Html.Paragraphs(Html.Bold(ListTexts.Led), list.TextOfLed(next)),
            [.. next.Select(line => (IReadOnlyList<Button>)[list.ToOpen(line)]), [LedCard.Open]]);
    }

    public override Task<MyPart?> Past(Turn turn) => Task.FromResult(Past(turn.Speaker));

    private static MyPart? Past(Speaker speaker) => SeminarAccess.LeadsMeetings(speaker) ? new(Html.Empty, [[LedCard.Open]]) : null;
}
