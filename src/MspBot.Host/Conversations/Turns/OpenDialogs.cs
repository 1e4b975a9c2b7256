using System.Security.Cryptography;
using System.Text;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>Everything that can happen to dialogs: begun, answered, left, gone on with, ended.</summary>
internal sealed class OpenDialogs(
    DialogStore dialogs, DbSession session, Registry registry, Messenger messenger, IServiceProvider services, SiteZone zone)
{
    /// <summary>How long the answers of a form that was left are kept.</summary>
    internal static readonly TimeSpan DraftsKept = TimeSpan.FromHours(1);

    /// <summary>How long a form stays open that nobody touches.</summary>
    internal static readonly TimeSpan OpenFor = TimeSpan.FromDays(1);

    /// <summary>The dialog that is open in this chat.</summary>
    internal DialogRow? Active { get; set; }

    /// <summary>Begins a flow, or offers to go on where it was left.</summary>
    internal async Task Begin(Turn turn, string key, string arg, bool afresh = false)
    {
        if (registry.Flow(key, services) is not { } flow || !flow.For(turn.Speaker)
            || (flow.NeedsPerson && turn.Speaker.PersonOrNull is null))
        {
            turn.Warn(EngineTexts.NotForYou);
            return;
        }
        if (!await flow.Access.Allows(turn, arg))
        {
            turn.Show(EngineTexts.NothingThere);
            return;
        }
        await Leave(turn);
        var draft = await dialogs.Draft(turn.Speaker.Chat, key, turn.Now - DraftsKept);
        if (draft is not null && !afresh)
        {
            turn.Show(DialogTexts.DraftWaits(flow.Unfinished, draft.Id, key, arg));
            return;
        }
        await dialogs.DeleteDraft(turn.Speaker.Chat, key);
        var id = await dialogs.Add(turn.Speaker.Chat, key, turn.Now);
        var body = new DialogBody { Start = arg };
        Active = new DialogRow(id, key, 0, "", null, null, turn.Now);
        await Step(turn, flow, Active, body, run => run.Go());
    }

    /// <summary>«Продолжить».</summary>
    internal async Task Resume(Turn turn, long id)
    {
        if (Active?.Id == id)
        {
            turn.Flash(DialogTexts.SeeBelow);
            await BringHere(turn);
            return;
        }
        if (await dialogs.Draft(turn.Speaker.Chat, id, turn.Now - DraftsKept) is not { } draft || await Open(turn, draft) is not { } flow)
        {
            turn.Show(new Screen(Html.Text(DialogTexts.DraftGone)).Row(EngineTexts.ToMenu));
            return;
        }
        await Leave(turn);
        await dialogs.Activate(draft.Id, turn.Now);
        Active = draft;
        var body = DialogBody.Read(draft.Body, draft.Revision);
        body.Look = null;   // its message says that the form was left
        await Step(turn, flow, draft, body, run => run.Go());
    }

    /// <summary>A command or another button in the middle of a form: the form is left, its answers are kept.</summary>
    internal async Task Leave(Turn turn)
    {
        if (Active is not { } row) return;
        Active = null;
        if (registry.Flow(row.Flow, services) is not { } flow || DialogBody.Read(row.Body, row.Revision).Answers.Count == 0)
        {
            await dialogs.Delete(row.Id);
            if (row.ShownIn is { } empty && (turn.Press is null || row.Message != turn.Press.Message))
                turn.Replace(empty, row.Message, new Screen(Html.Text(DialogTexts.FormClosed)));
            return;
        }
        await dialogs.Park(row.Id, turn.Now);
        if (row.ShownIn is { } shown) turn.Replace(shown, row.Message, DialogTexts.Parked(flow.Unfinished, row.Id));
    }

    /// <summary>/cancel, «Отмена»: no answer stays. A dialog that would take something away says what stays as it is.</summary>
    internal async Task<bool> Cancel(Turn turn)
    {
        if (Active is not { } row) return false;
        var (run, outcome) = await Look(turn, row);
        Active = null;
        await dialogs.Delete(row.Id);
        // Ended without a question: what it is about changed meanwhile, and the dialog says how.
        var said = (outcome as Outcome.JustSay)?.Screen ?? run?.WayOut?.Stays()
            ?? new Screen(Html.Text(DialogTexts.Cancelled)).Row(EngineTexts.ToMenu);
        if (turn.Press is null && row.ShownIn is { } shown) turn.Replace(shown, row.Message, said);
        else turn.Show(said);
        return true;
    }

    /// <summary>Closes a form that nobody touched for long, with a kind word.</summary>
    internal async Task<bool> Expire(Turn turn)
    {
        if (Active is not { } row || turn.Now - row.TouchedAt < OpenFor) return false;
        Active = null;
        await dialogs.Delete(row.Id);
        var said = DialogTexts.Expired(registry.Flow(row.Flow, services)?.Title ?? "");
        if (row.ShownIn is { } shown) turn.Replace(shown, row.Message, new Screen(said));
        turn.Say(new Screen(said).Row(EngineTexts.ToMenu));
        return true;
    }

    /// <summary>Words typed while a form is open.</summary>
    internal Task Typed(Turn turn, string text) => With(turn, async (flow, row, body) =>
    {
        var known = body.Shown;
        body.LastPress = null;
        if (TypedControl.Of(text) is { } control && await IsMeant(turn, flow, row, text, control))
        {
            if (control == Controls.Cancel) await Cancel(turn);
            else await Step(turn, flow, row, body, run => DialogPress.Apply(turn, run, body, new(row.Id, body.Revision, control)));
            return;
        }
        await Step(turn, flow, row, body, async run =>
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
        await With(turn, async (flow, row, body) =>
        {
            if ((await Look(turn, row)).Run?.Open is not { TakesFiles: true }) return;
            taken = true;
            await Step(turn, flow, row, body, run => run.Go(new Given.File(reference, sent.Name, sent.Size, sent.MediaType)));
        });
        return taken;
    }

    /// <summary>Shows the open question again, below, with a reason.</summary>
    internal Task Again(Turn turn, string? note) => With(turn, (flow, row, body) =>
    {
        turn.LeavePressedMessage();
        return Step(turn, flow, row, body, run => run.Go(), note);
    });

    /// <summary>Says what the open question takes, after something that cannot be an answer.</summary>
    internal async Task Refuse(Turn turn)
    {
        if (Active is { } row) await Again(turn, (await Look(turn, row)).Run?.Open?.WhatIsWanted ?? DialogTexts.WordsPlease);
    }

    /// <summary>What the open question asks, and how the dialog is left: for /help.</summary>
    internal async Task<Html?> Help(Turn turn) => Active is { } row && (await Look(turn, row)).Run is { Open: { } open } run
        ? DialogTexts.Help(open.Prompt, run.WayOut?.Label ?? DialogTexts.Cancel)
        : null;

    /// <summary>The dialog as it stands, with nothing given.</summary>
    private async Task<(FlowRun? Run, Outcome? Outcome)> Look(Turn turn, DialogRow row)
    {
        if (await Open(turn, row) is not { } flow) return (null, null);
        var run = new FlowRun(flow, DialogBody.Read(row.Body, row.Revision), turn.Speaker, turn.Now, zone);
        return (run, await run.Go());
    }

    /// <summary>A press on a question, today's or an old one.</summary>
    internal async Task Pressed(Turn turn, PressData.InDialog press)
    {
        if (Active?.Id != press.Dialog)
        {
            await PressedElsewhere(turn, press);
            return;
        }
        await With(turn, async (flow, row, body) =>
        {
            var same = $"{press.Revision}.{press.What}";
            if (body.LastPress == same) return;                       // the client sent one tap twice
            if (body.At(press.Revision) is null)
            {
                turn.Flash(DialogTexts.PastQuestion);
                await BringHere(turn);
                return;
            }
            if (press.What == Controls.Nothing) return;
            // An upper copy: the dialog goes on where it is read, in the last one.
            if (row.Message is { } last && turn.Press!.Message is { } pressed && messenger.IsBelow(turn.Speaker.Chat, last, pressed))
                turn.GoOnIn(last);
            if (press.What == Controls.Cancel)
            {
                await Cancel(turn);
                return;
            }
            body.LastPress = same;
            await Step(turn, flow, row, body, run => DialogPress.Apply(turn, run, body, press));
        });
    }

    private async Task PressedElsewhere(Turn turn, PressData.InDialog press)
    {
        if (await dialogs.IsFinished(turn.Speaker.Chat, press.Dialog))
        {
            turn.Flash(DialogTexts.AlreadyDone);
        }
        else if (await dialogs.Draft(turn.Speaker.Chat, press.Dialog, turn.Now - DraftsKept) is not null)
        {
            await Resume(turn, press.Dialog);
        }
        else
        {
            turn.Flash(DialogTexts.FormClosed);
            if (Active is not null) await BringHere(turn);
            else turn.Show(new Screen(Html.Text(DialogTexts.FormClosed)).Row(EngineTexts.ToMenu));
        }
    }

    /// <summary>
    /// A press that answers nothing: the open question takes the pressed message's place if that stands below it, or else stays where it
    /// is.
    /// </summary>
    private Task BringHere(Turn turn) =>
        Active is { Message: { } at } && turn.Press?.Message is { } pressed && messenger.IsBelow(turn.Speaker.Chat, pressed, at)
        ? With(turn, (flow, row, body) => Step(turn, flow, row, body, run => run.Go()))
        : Task.CompletedTask;

    private async Task With(Turn turn, Func<Flow, DialogRow, DialogBody, Task> what)
    {
        if (Active is not { } row) return;
        if (await Open(turn, row) is { } flow)
        {
            await what(flow, row, DialogBody.Read(row.Body, row.Revision));
            return;
        }
        Active = null;
        await dialogs.Delete(row.Id);
        turn.Show(new Screen(Html.Text(DialogTexts.FormClosed)).Row(EngineTexts.ToMenu));
    }

    /// <summary>Null: a flow that this version does not have, or a role or a row that was lost meanwhile.</summary>
    private async Task<Flow?> Open(Turn turn, DialogRow row) =>
        registry.Flow(row.Flow, services) is { } flow && flow.For(turn.Speaker)
        && await flow.Access.Allows(turn, DialogBody.Read(row.Body, row.Revision).Start) ? flow : null;

    /// <summary>Runs the dialog one step and shows what it led to.</summary>
    private async Task Step(
        Turn turn, Flow flow, DialogRow row, DialogBody body, Func<FlowRun, Task<Outcome?>> step, string? note = null, bool afresh = false)
    {
        var run = new FlowRun(flow, body, turn.Speaker, turn.Now, zone);
        var outcome = await step(run);
        if (run.Leaves)
        {
            await Cancel(turn);
            return;
        }
        switch (outcome)
        {
            case null:
                await Ask(turn, row, body, run, note, afresh);
                break;
            case DialogPress.FirstQuestionLeft:
                Active = null;
                await dialogs.Delete(row.Id);
                await services.GetRequiredService<Menu>().Show(turn);
                break;
            case Outcome.JustSay say:
                await End(turn, row);
                turn.Show(say.Screen);
                break;
            case Outcome.Effect effect:
                await Carry(turn, flow, row, body, effect);
                break;
        }
    }

    private async Task Ask(Turn turn, DialogRow row, DialogBody body, FlowRun run, string? note, bool afresh)
    {
        var screen = await DialogScreen.Draw(run.Open!, body, row.Id, run.WayOut, note ?? run.Note, afresh || run.Taken is not null);
        var shownIn = Place(turn, row, body, screen, Past(run.Open!, body, run.Taken));
        Active = row with { Revision = body.Revision, Body = body.Write(), ShownIn = shownIn, TouchedAt = turn.Now };
        dialogs.Save(row.Id, body.Revision, Active.Body, shownIn, turn.Now);
    }

    /// <summary>What stays of the message that showed the form before: the answer that was given, or what was asked.</summary>
    private static Html Past(Question question, DialogBody body, Answer? taken) =>
        taken is not null ? DialogTexts.Kept(taken.Name, taken.Label)
        : Html.Text(body.Before?.Key == question.Key ? question.Prompt.Question : DialogTexts.SteppedBack);

    /// <summary>Shows the question; the same screen in the message that shows it already is not sent again.</summary>
    private static long Place(Turn turn, DialogRow row, DialogBody body, Screen screen, Html past)
    {
        var look = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ScreenJson.Write(screen))).AsSpan(0, 8));
        var same = look == body.Look;
        body.Look = look;
        if (same && row.ShownIn is { } there && row.Message is not null && turn.ShowsIn == row.Message) return there;
        // Typed: the question above keeps its answer, or its words where it is asked again, and loses its keyboard; the next one comes
        // below.
        if (turn.Press is null && row.ShownIn is { } above)
            turn.Replace(above, row.Message, new Screen(past));
        else if (turn.Press is not null && row.ShownIn is { } elsewhere && row.Message is { } message && message != turn.ShowsIn)
            turn.Replace(elsewhere, row.Message, new Screen(past));
        return turn.ShowReturning(screen);
    }

    /// <summary>The command runs under a savepoint: refused by the domain, nothing of it stays and one answer is asked again.</summary>
    private async Task Carry(Turn turn, Flow flow, DialogRow row, DialogBody body, Outcome.Effect effect)
    {
        await session.Savepoint("effect");
        var mark = turn.Here();
        var done = await effect.Run(services, turn);
        await turn.Introduce();
        if (done is not Done.Refused refused)
        {
            await End(turn, row);
            await Conclude(turn, done);
            return;
        }
        await session.RollbackTo("effect");
        turn.ReturnTo(mark);
        if (!effect.Conflicts.TryGetValue(refused.Refusal, out var conflict))
        {
            await End(turn, row);
            turn.Show(new Screen(refused.Because).Row(EngineTexts.ToMenu));
            return;
        }
        body.Drop(conflict.Key);
        await Step(turn, flow, row, body, run => run.Go(), refused.Again ?? conflict.Because, afresh: true);
    }

    private async Task End(Turn turn, DialogRow row)
    {
        Active = null;
        await dialogs.Finish(row.Id);
        if (turn.Press is null && row.ShownIn is { } shown) turn.Replace(shown, row.Message, new Screen(Html.Text(DialogTexts.Accepted)));
    }

    private async Task Conclude(Turn turn, Done done)
    {
        switch (done)
        {
            case Done.With(var screen):
                turn.Show(screen);
                break;
            case Done.Opening(var card, var id, var arg):
                await services.GetRequiredService<Router>().OpenCard(turn, card, id, arg);
                break;
            case Done.Following(var argument, var before):
                turn.Show(new Screen(before));
                await services.GetRequiredService<Router>().FollowLink(turn, argument);
                await turn.Introduce();
                break;
        }
    }
}
