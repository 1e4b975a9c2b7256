using MspBot.Data.Conversations;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>What is typed, sent and pressed while a form is open.</summary>
internal sealed class DialogInputs(
    ActiveDialog active, DialogSteps steps, OpenDialogs dialogs, DialogStore store, Messenger messenger, SiteZone zone)
{
    /// <summary>Words typed while a form is open.</summary>
    internal Task Typed(Turn turn, string text) => active.With(turn, async (flow, row, body) =>
    {
        var known = body.Shown;
        body.LastPress = null;
        if (TypedControl.Of(text) is { } control && await IsMeant(turn, flow, row, text, control))
        {
            if (control == Controls.Cancel) await active.Cancel(turn);
            else await steps.Step(turn, flow, row, body, run => DialogPress.Apply(turn, run, body, new(row.Id, body.Revision, control)));
            return;
        }
        await steps.Step(turn, flow, row, body, async run =>
        {
            var outcome = await run.Go(new Given.Words(text));
            // A list too long to scroll: what was typed is looked for in it.
            if (run.Note is not null && run.Open is { Searches: true } open && known?.Key == open.Key)
            {
                body.Shown = known with { Query = Ellipsis.Cut(text.Trim(), 60), Page = 0 };
                run.Note = null;
            }
            return outcome;
        });
    });

    /// <summary>Whether the open question refuses the word as an answer, and has this control.</summary>
    private async Task<bool> IsMeant(Turn turn, Flow flow, DialogRow row, string text, string control)
    {
        var look = new FlowRun(flow, DialogBody.Read(row.Body, row.Revision), turn.Speaker, turn.Now, zone);
        await look.Go(new Given.Words(text));
        return look is { Taken: null, Note: not null, Open: { } open } && TypedControl.IsMeant(control, open, look.WayOut);
    }

    /// <summary>A file sent while a form is open; false when the open question does not take one.</summary>
    internal async Task<bool> Sent(Turn turn, string reference, Input.Sent sent)
    {
        var taken = false;
        await active.With(turn, async (flow, row, body) =>
        {
            if ((await active.Look(turn, row)).Run?.Open is not { TakesFiles: true }) return;
            taken = true;
            await steps.Step(turn, flow, row, body, run => run.Go(new Given.File(reference, sent.Name, sent.Size, sent.MediaType)));
        });
        return taken;
    }

    /// <summary>Shows the open question again, below, with a reason.</summary>
    internal Task Again(Turn turn, string? note) => active.With(turn, (flow, row, body) =>
    {
        turn.LeavePressedMessage();
        return steps.Step(turn, flow, row, body, run => run.Go(), note);
    });

    /// <summary>Says what the open question takes, after something that cannot be an answer.</summary>
    internal async Task Refuse(Turn turn)
    {
        if (active.Row is { } row) await Again(turn, (await active.Look(turn, row)).Run?.Open?.WhatIsWanted ?? DialogTexts.WordsPlease);
    }

    /// <summary>A press on a question, today's or an old one.</summary>
    internal async Task Pressed(Turn turn, PressData.InDialog press)
    {
        if (active.Row?.Id != press.Dialog)
        {
            await PressedElsewhere(turn, press);
            return;
        }
        await active.With(turn, async (flow, row, body) =>
        {
            var same = $"{press.Revision}.{press.What}";
            if (body.LastPress == same) return;                       // the client sent one tap twice
            if (body.At(press.Revision) is null)
            {
                turn.Flash(DialogTexts.PastQuestion);
                await dialogs.BringHere(turn);
                return;
            }
            if (press.What == Controls.Nothing) return;
            // An upper copy: the dialog goes on where it is read, in the last one.
            if (row.Message is { } last && turn.Press!.Message is { } pressed && messenger.IsBelow(turn.Speaker.Chat, last, pressed))
                turn.GoOnIn(last);
            if (press.What == Controls.Cancel)
            {
                await active.Cancel(turn);
                return;
            }
            body.LastPress = same;
            await steps.Step(turn, flow, row, body, run => DialogPress.Apply(turn, run, body, press));
        });
    }

    private async Task PressedElsewhere(Turn turn, PressData.InDialog press)
    {
        if (await store.IsFinished(turn.Speaker.Chat, press.Dialog))
        {
            turn.Flash(DialogTexts.AlreadyDone);
        }
        else if (await store.Draft(turn.Speaker.Chat, press.Dialog, turn.Now - ActiveDialog.DraftsKept) is not null)
        {
            await dialogs.Resume(turn, press.Dialog);
        }
        else
        {
            turn.Flash(DialogTexts.FormClosed);
            if (active.Row is not null) await dialogs.BringHere(turn);
            else turn.Show(new Screen(Html.Text(DialogTexts.FormClosed)).Row(EngineTexts.ToMenu));
        }
    }
}
