using System.Globalization;
using MspBot.Domain;
using MspBot.Domain.Feedback;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Feedback;

/// <summary>A view on two sides: the numbers, with their picture, and the words, in pages.</summary>
internal static class ViewScreens
{
    internal const string Words = "w";
    internal const string Whole = "t";

    private const int Longest = 350;

    /// <summary>A message of its own, for it carries the picture.</summary>
    internal static Screen Numbers(Overview.Open view, Html title, Html below, string card, long id)
    {
        var words = view.WillUse.Count + view.WasMissing.Count;
        return new Screen(Html.Paragraphs(title, ViewTexts.Numbers(view), below))
        {
            ToMake = ViewPictureMaker.Of(view),
        }.Row(words == 0 ? null : Button.Card(ViewTexts.WordsButton(words), card, id, Below, $"{Words}0"));
    }

    /// <summary>A press under a picture: what it opens comes below, for a picture cannot become a text.</summary>
    internal const string Below = "below";

    internal static Screen Pages(Overview.Open view, Html title, string card, long id, int wanted)
    {
        var all = All(view);
        var page = Paging.Cut([.. all.Index()], wanted);
        var lines = new List<Html> { title };
        var screen = new Screen(Html.Empty);
        bool? heading = null;
        foreach (var (n, (missing, said)) in page.Items)
        {
            if (heading != missing) lines.Add(ViewTexts.Heading(missing));
            heading = missing;
            lines.Add(ViewTexts.Said(said, n + 1, Longest));
            if (said.Text.Length > Longest)
                screen = screen.Row(Button.Card(ViewTexts.WholeButton(n + 1), card, id, Below, $"{Whole}{Number(n)}"));
        }
        if (all.Count == 0) lines.Add(ViewTexts.NoWords);
        screen = screen with { Text = Html.Paragraphs([.. lines]) };
        return screen
            .Turning(page, (label, number) => Button.Card(label, card, id, arg: $"{Words}{Number(number)}"))
            .Row(Button.Card(ViewTexts.ToNumbers, card, id));
    }

    /// <summary>One text and nothing else: it may fill a message to the last sign. Null when there are fewer.</summary>
    internal static Screen? One(Overview.Open view, int number) =>
        All(view).ElementAtOrDefault(number) is { Said: { } said } ? new Screen(Html.Text(said.Text)) : null;

    /// <summary>After the letter; anything else is the first.</summary>
    internal static int ReadNumber(string arg) => Pager.Number(arg[Math.Min(1, arg.Length)..]);

    private static List<(bool Missing, WrittenComment Said)> All(Overview.Open view) =>
        [.. view.WillUse.Select(s => (false, s)), .. view.WasMissing.Select(s => (true, s))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
