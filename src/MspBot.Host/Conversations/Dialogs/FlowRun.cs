using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>One step of a dialog, free of storage: answers and an input go in, the next question or the end comes out.</summary>
internal sealed class FlowRun(Flow flow, DialogBody body, Speaker speaker, DateTimeOffset now, SiteZone zone)
{
    /// <summary>The question that is open; null once the dialog has ended.</summary>
    internal Question? Open { get; private set; }

    /// <summary>How the dialog is left, if not by «Отмена».</summary>
    internal WayOut? WayOut { get; private set; }

    /// <summary>The way out was typed.</summary>
    internal bool Leaves { get; private set; }

    internal string? Note { get; set; }

    /// <summary>The answer this step brought.</summary>
    internal Answer? Taken { get; private set; }

    private IReadOnlyList<Question> asked = [];

    /// <summary>Runs the dialog from the top with what is known and what was just given.</summary>
    /// <returns>Its outcome, or null when a question is open.</returns>
    internal async Task<Outcome?> Go(Given? given = null)
    {
        var dialog = new Dialog(body, speaker, now, zone, given);
        try
        {
            var outcome = await flow.Talk(dialog);
            (Open, Taken, WayOut) = (null, dialog.Taken, dialog.WayOut);
            return outcome;
        }
        catch (Dialog.Suspended)
        {
            (Open, Note, Taken, asked) = (dialog.Waiting, dialog.Note, dialog.Taken, dialog.Asked);
            (WayOut, Leaves) = (dialog.WayOut, dialog.Leaves);
            if (body.Shown is null || body.Shown.Key != Open!.Key || Taken is not null) body.Shown = FreshFace();
            if (Taken is not null && body.Editing?.Key == Taken.Key) body.Editing = null;
            return null;
        }
    }

    /// <summary>«← Назад»: takes the last answer back; false at the first question.</summary>
    internal async Task<bool> Back()
    {
        if (body.Shown is { Doubt: not null } inDoubt)
        {
            body.Shown = inDoubt with { Doubt = null };
            await Go();
            return true;
        }
        if (body.Editing is { } kept)
        {
            body.Put(kept);
            body.Editing = null;
            await Go();
            return true;
        }
        await Go();
        if (asked.LastOrDefault(q => body.Find(q.Key) is { IsAssumed: false }) is not { } last) return false;
        body.Drop(last.Key);
        await Go();
        return true;
    }

    /// <summary>«Изменить»: takes one answer out and asks it again; the others stay.</summary>
    internal async Task Change(string key)
    {
        body.Editing = body.Find(key);
        body.Drop(key);
        await Go();
    }

    private Shown FreshFace() => new(Open!.Key)
    {
        // What several-of-many had ticked is ticked again when it is changed, or asked again for another reason.
        Ticked = (body.Editing?.Key == Open.Key ? body.Editing : Open.TicksAll ? body.Dropped.GetValueOrDefault(Open.Key) : null) is { } old
        && AnswerJson.TryRead<System.Text.Json.JsonElement[]>(old.Json, out var values)
            ? [.. values!.Select(v => new ShownOption(v.GetRawText(), ""))]
            : Open.TickedAtFirst,
    };
}
