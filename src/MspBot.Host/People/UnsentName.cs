using System.Text.RegularExpressions;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People;

/// <summary>
/// The name of somebody who is erased, in messages that are not sent yet, whatever they tell of. Texts that a feature has told without it,
/// or taken back, read better; this is for all others. A namesake in the same messages loses the name as well.
/// </summary>
internal sealed class UnsentName
{
    private const string Gone = $"({DialogTexts.Erased})";

    private readonly string surname;
    private readonly Regex written;
    private readonly Regex onButton;

    internal UnsentName(string name)
    {
        surname = name.Split(' ')[0];
        string[] forms = [name, FullName.Short(name), FullName.Signed(name), ButtonRows.Shorten(name)];
        var any = string.Join('|', forms.OrderByDescending(form => form.Length).Select(Regex.Escape));
        // Not the beginning of a longer one: «Иванова М.» in «Иванова М. П.».
        var end = name.Split(' ').Length > 2 ? @"(?!\p{L})" : @"(?!\p{L}| \p{Lu})";
        written = new($@"(?<!\p{{L}})(?:{any}){end}", RegexOptions.CultureInvariant);
        onButton = new($@"(?<!\p{{L}})(?:{any}|{Regex.Escape(surname)}){end}", RegexOptions.CultureInvariant);
    }

    internal Task TakeFrom(Outbox outbox) => outbox.RewriteUnsent(surname, Without);

    /// <summary>Null: it does not name them.</summary>
    internal Screen? Without(Screen screen)
    {
        var text = screen.Text.ToString();
        var file = screen.File is { MediaType: "text/calendar" } calendar ? Without(calendar) : null;
        var onButtons = screen.Rows.SelectMany(row => row)
            .SelectMany(button => new[] { button.Label, button.Copied, button.Shared?.Text }).OfType<string>();
        if (file is null && !onButtons.Append(text).Any(written.IsMatch)) return null;
        return screen with
        {
            Text = Html.Stored(written.Replace(text, Gone)),
            Rows = [.. screen.Rows.Select(row => (IReadOnlyList<Button>)[.. row.Select(button => button.Reworded(OnButton))])],
            File = file ?? screen.File,
        };
    }

    private Attachment? Without(Attachment calendar)
    {
        var lines = CalendarLines.Unfold(calendar.Content);
        return written.IsMatch(lines) ? calendar with { Content = CalendarLines.Refold(written.Replace(lines, Gone)) } : null;
    }

    private string OnButton(string words) => onButton.Replace(words, Gone);
}
