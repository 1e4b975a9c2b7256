using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>Draws the open question: what is asked, the options, and always the way back and out.</summary>
internal static class DialogScreen
{
    private const string FirstOption = "0";

    /// <summary>Draws, and remembers in the body what was drawn, so that a tap means what the person saw.</summary>
    internal static async Task<Screen> Draw(Question question, DialogBody body, long dialog, WayOut? wayOut, string? note, bool afresh)
    {
        var doubt = body.Shown!.Doubt;
        var face = doubt?.Face() ?? await question.Face(body.Shown!);
        var changes = face.Changes.Select(c => new ShownOption(c.Key, c.Label));
        body.Shown = body.Shown! with { Options = [.. face.Options, .. changes] };
        body.Renumber(afresh);

        var screen = new Screen(Html.Paragraphs(
            note is null ? Html.Empty : Html.Of($"❗ {note}"),
            Html.Bold(face.Question ?? question.Prompt.Question),
            face.Text,
            face.Question is null ? Html.Text(question.Prompt.Example) : Html.Empty));

        foreach (var row in face.Grid ?? Layout(face)) screen = screen.Row([.. row.Select(cell => Styled(cell.Label, cell.Control))]);
        foreach (var row in face.Controls) screen = screen.Row([.. row.Select(c => Control(c.Label, c.Control))]);
        if (question.Optional && doubt is null) screen = screen.Row(Control(question.SkipLabel, Controls.Skip));
        return screen.Row(Control(Back(question, body), Controls.Back), Control(wayOut?.Label ?? DialogTexts.Cancel, Controls.Cancel));

        Button Control(string label, string control) =>
            Button.Pressing(label, new PressData.InDialog(dialog, body.Revision, control));

        // The first option of the last question is what the dialog is for.
        Button Styled(string label, string control) => !face.Ends || control != FirstOption ? Control(label, control)
            : wayOut is null ? Control(label, control).Main() : Control(label, control).Danger();
    }

    /// <summary>An answer that is changed from the summary leads back to it.</summary>
    private static string Back(Question question, DialogBody body) =>
        body.Shown!.Doubt is null && body.Editing?.Key == question.Key ? DialogTexts.BackToSummary : DialogTexts.Back;

    private static IEnumerable<IReadOnlyList<(string Label, string Control)>> Layout(Face face)
    {
        if (face.Changes.Count > 0) return face.Changes.Select((c, n) => (c.Label, Russian.Number(n))).Chunk(1);
        return face.Options.Select((option, n) => face.Ticked switch
        {
            null => (option.Label, Russian.Number(n)),
            { } ticked when ticked.Contains(option.Json) => ($"✓ {option.Label}", $"{Controls.Untick}{n}"),
            _ => (option.Label, $"{Controls.Tick}{n}"),
        }).Chunk(face.Columns);
    }
}
