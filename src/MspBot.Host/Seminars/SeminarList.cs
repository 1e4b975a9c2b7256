using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>Seminars as the lines and the buttons of a list.</summary>
internal sealed class SeminarList(SiteZone zone)
{
    /// <summary>About what a phone shows of a button.</summary>
    private const int ButtonLength = 64;

    /// <summary>«24.11 15:00 · Круглый стол · Читательская грамотность · 5 мест», with a tick for those who have a seat.</summary>
    private Button ToChoose(SeminarLine line) =>
        Button(line, line.Mine == SignUpState.Confirmed ? "✓ " : "", $" · {ListTexts.Room(line)}");

    /// <summary>The same among the person's own, where room is of no interest.</summary>
    internal Button OfMine(SeminarLine line) => Button(line, "", ListTexts.Standing(line));

    /// <summary>When room is short, first the kind gives way, then the title.</summary>
    private Button Button(SeminarLine line, string tick, string after)
    {
        var when = $"{tick}{Russian.Short(line.StartsAt, zone)} · ";
        var kind = $"{SeminarTexts.ShortKind(line.Kind)} · ";
        var room = ButtonLength - when.Length - after.Length;
        if (line.Title.Length > room - kind.Length) kind = "";
        return Conversations.Button.Card($"{when}{kind}{DialogTexts.Cut(line.Title, room - kind.Length)}{after}", SeminarCard.Name, line.Id.Value);
    }

    internal Html Text(IEnumerable<SeminarLine> lines) => Html.Lines(
        [.. lines.Select(line => Html.Of($"{Russian.Moment(line.StartsAt, zone)} — {DialogTexts.Cut(line.Title, 60)}"))]);

    /// <summary>A button a line, then «‹» «›».</summary>
    internal Screen Rows(Screen screen, SeminarPage page, string card, string arg)
    {
        foreach (var line in page.Lines) screen = screen.Row(card == MyCard.Name ? OfMine(line) : ToChoose(line));
        return screen.Row(
            page.Number == 0 ? null : Conversations.Button.Card("‹", card, page.Number - 1, arg: arg),
            page.HasNext ? Conversations.Button.Card("›", card, page.Number + 1, arg: arg) : null);
    }

    /// <summary>A page number out of a button, which anyone may have typed.</summary>
    internal static int Page(long id) => id is > 0 and < 10_000 ? (int)id : 0;
}
