using System.Globalization;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>What a press on the open question means: a control, a tick, an option, by what the person saw.</summary>
internal static class DialogPress
{
    /// <returns>The dialog's outcome, or null when a question is open.</returns>
    internal static async Task<Outcome?> Apply(Turn turn, FlowRun run, DialogBody body, PressData.InDialog press)
    {
        var what = press.What;
        var shown = body.Shown ?? new Shown("");
        // What stood on the copy that was pressed.
        var seen = body.At(press.Revision)!;
        if (what == Controls.Back) return await run.Back() ? null : new FirstQuestionLeft();
        if (what == Controls.Skip) return await run.Go(new Given.Skipped());
        if (what == Controls.Ready) return await run.Go(new Given.Ready());
        if (what == Controls.All)
        {
            body.Shown = shown with { Page = 0, Query = null };
            return await run.Go();
        }
        if (what.Length > 0 && what[0] == Controls.Page && Number(what.AsSpan(1)) is { } page)
        {
            body.Shown = shown with { Page = Math.Min(page, 10_000) };
            return await run.Go();
        }
        if (what.Length > 0 && what[0] == Controls.Face)
        {
            body.Shown = shown with { Face = what.Length > 1 ? what[1..] : null, Page = 0, Doubt = null };
            return await run.Go();
        }
        if (what.Length > 1 && what[0] is Controls.Tick or Controls.Untick && Number(what.AsSpan(1)) is { } ticked
            && ticked < seen.Options.Count)
        {
            var others = shown.Ticked.Where(t => t.Json != seen.Options[ticked].Json);
            body.Shown = shown with { Ticked = what[0] == Controls.Tick ? [.. others, seen.Options[ticked]] : [.. others] };
            return await run.Go();
        }
        if (what.Length > 0 && what[0] is Controls.TickAll or Controls.UntickAll)
            return await TickAll(turn, run, body, seen, what[0] == Controls.TickAll, Number(what.AsSpan(1)));
        if (Number(what) is not { } index || index >= seen.Options.Count)
        {
            turn.Flash(DialogTexts.PastQuestion);
            return await run.Go();
        }
        var option = seen.Options[index];
        var ended = await run.Go();
        // A later version of the dialog no longer asks this question and has all it needs.
        if (run.Open is null) return ended;
        if (seen.Doubt is not null) return await run.Go(new Given.Meaning(option));
        var face = await run.Open.Face(seen);
        if (face.Changes.Count > 0)
        {
            await run.Change(option.Json);
            return null;
        }
        return await run.Go(new Given.Option(option));
    }

    /// <summary>
    /// Ticks what was found when the button was shown; nothing if the list has another length by now. Typed, it means today's list.
    /// </summary>
    private static async Task<Outcome?> TickAll(Turn turn, FlowRun run, DialogBody body, Shown seen, bool ticks, int? found)
    {
        var ended = await run.Go();
        if (run.Open is null) return ended;
        var all = seen.Key == run.Open.Key ? await run.Open.Tickable(seen) : [];
        if (found is not null && all.Count != found)
        {
            turn.Flash(AnswerTexts.ListChanged);
            return await run.Go();
        }
        var values = all.Select(o => o.Json).ToHashSet();
        var others = body.Shown!.Ticked.Where(t => !values.Contains(t.Json));
        body.Shown = body.Shown with { Ticked = ticks ? [.. others, .. all.Select(o => new ShownOption(o.Json, ""))] : [.. others] };
        return await run.Go();
    }

    private static int? Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>«← Назад» at the first question: the form is closed and the menu shown.</summary>
    internal sealed record FirstQuestionLeft : Outcome;
}
