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

    /// <summary>«24.11 15:00 · Круглый стол · Читательская грамотность · 5 мест»: the title gives way when room is short.</summary>
    internal Button Button(SeminarLine line)
    {
        var before = $"{(line.Mine is null ? "" : "✓ ")}{Russian.Short(line.StartsAt, zone)} · {SeminarTexts.ShortKind(line.Kind)} · ";
        var after = $" · {ListTexts.Room(line)}";
        var title = DialogTexts.Cut(line.Title, Math.Max(12, ButtonLength - before.Length - after.Length));
        return Conversations.Button.Card($"{before}{title}{after}", SeminarCard.Name, line.Id.Value);
    }

    internal Html Text(IEnumerable<SeminarLine> lines) => Html.Lines(
        [.. lines.Select(line => Html.Of($"{Russian.Moment(line.StartsAt, zone)} — {DialogTexts.Cut(line.Title, 60)}"))]);

    /// <summary>A button a line, then «‹» «›».</summary>
    internal Screen Rows(Screen screen, SeminarPage page, string card, string arg)
    {
        foreach (var line in page.Lines) screen = screen.Row(Button(line));
        return screen.Row(
            page.Number == 0 ? null : Conversations.Button.Card("‹", card, page.Number - 1, arg: arg),
            page.HasNext ? Conversations.Button.Card("›", card, page.Number + 1, arg: arg) : null);
    }

    /// <summary>A page number out of a button, which anyone may have typed.</summary>
    internal static int Page(long id) => id is > 0 and < 10_000 ? (int)id : 0;
}
