using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>Seminars as the lines and the buttons of a list: how the reader stands is in the text, and at the label's beginning.</summary>
internal sealed class SeminarList(SiteZone zone)
{
    /// <summary>«24.11 15:00 · Читательская…», with a mark where the reader has a place.</summary>
    internal Button ToOpen(SeminarLine line)
    {
        var when = $"{ListTexts.Mark(line)}{Russian.Short(line.StartsAt, zone)} · ";
        return Button.Card(ButtonRows.Titled(when, line.Title), SeminarLinks.Seminar, line.Id.Value);
    }

    /// <summary>To choose from, or one's own: what kind it is, and how the reader stands.</summary>
    internal Html Text(IEnumerable<SeminarLine> lines, DateTimeOffset now) => Text(lines, line => ListTexts.Standing(line, now));

    /// <summary>To those who lead: how many have a place, and who leads where it is another.</summary>
    internal Html TextOfLed(IEnumerable<SeminarLine> lines) => Text(lines, ListTexts.Places);

    /// <summary>A button a line, then «‹» «›».</summary>
    internal Screen Rows(Screen screen, Page<SeminarLine> page, string card, string arg) =>
        screen.Page(page, ToOpen, (label, number) => Button.Card(label, card, number, arg: arg));

    private Html Text(IEnumerable<SeminarLine> lines, Func<SeminarLine, string> second) =>
        Html.Paragraphs([.. lines.Select(line => Text(line, second(line)))]);

    private Html Text(SeminarLine line, string second) => Html.Lines(
        Html.Of($"{Html.At(line.StartsAt, zone)} — {Ellipsis.Cut(line.Title, 60)}"),
        Html.Text(string.Join(" · ", new[] { SeminarTexts.Kind(line.Kind), second }.Where(part => part.Length > 0))));
}
