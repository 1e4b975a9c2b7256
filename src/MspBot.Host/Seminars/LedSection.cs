using MspBot.Data.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Seminars;

/// <summary>In «Мои записи»: «Веду», the coming seminars that somebody leads.</summary>
internal sealed class LedSection(SeminarReader reader, SeminarList list) : MySection
{
    public override int Order => 5;

    public override async Task<MyPart?> For(Turn turn)
    {
        var lines = await reader.Led(turn.Speaker.Person!.Value, turn.Now);
        return lines.Count == 0 ? null : new(
            Html.Lines(Html.Bold(ListTexts.Led), list.Text(lines)), [.. lines.Select(line => (IReadOnlyList<Button>)[list.OfMine(line)])]);
    }
}
