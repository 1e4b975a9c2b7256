using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;

namespace MspBot.Host.Conversations;

/// <summary>Everything that can happen to talks: begun, answered, left, gone on with, ended.</summary>
internal sealed class Talks(DialogStore dialogs, DbSession session, Registry registry, IServiceProvider services, SiteZone zone)
{
    /// <summary>How long the answers of a form that was left are kept.</summary>
    internal static readonly TimeSpan DraftsKept = TimeSpan.FromHours(1);

    /// <summary>How long a form stays open that nobody touches.</summary>
    internal static readonly TimeSpan OpenFor = TimeSpan.FromDays(1);

    /// <summary>The talk that is open in this chat.</summary>
    internal DialogRow? Active { get; set; }

    /// <summary>Begins a flow, or offers to go on where it was left.</summary>
    internal async Task Begin(Turn turn, string key, string arg, bool afresh = false)
    {
        if (registry.Flow(key, services) is not { } flow || !flow.For(turn.Speaker) || (flow.NeedsPerson && turn.Speaker.Person is null))
        {
            turn.Warn(EngineTexts.NotForYou);
            return;
        }
        await Leave(turn);
        var draft = await dialogs.Draft(turn.Speaker.Chat, key, turn.Now - DraftsKept);
        if (draft is not null && !afresh)
        {
            turn.Show(DialogTexts.DraftWaits(flow.Title, draft.Id, key, arg));
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
            await Again(turn, note: null);
            return;
        }
        if (await dialogs.Draft(turn.Speaker.Chat, id, turn.Now - DraftsKept) is not { } draft || registry.Flow(draft.Flow, services) is not { } flow)
        {
            turn.Show(new Screen(Html.Text(DialogTexts.DraftGone)).Row(EngineTexts.ToMenu));
            return;
        }
        await Leave(turn);
        await dialogs.Activate(draft.Id, turn.Now);
        Active = draft;
        await Step(turn, flow, draft, DialogBody.Read(draft.Body, draft.Revision), run => run.Go());
    }

    /// <summary>A command or another button in the middle of a form: the form is left, its answers are kept.</summary>
    internal async Task Leave(Turn turn)
    {
        if (Active is not { } row) return;
        Active = null;
        if (registry.Flow(row.Flow, services) is not { } flow || DialogBody.Read(row.Body, row.Revision).Answers.Count == 0)
        {
            await dialogs.Delete(row.Id);
            if (row.ShownIn is { } empty && (turn.Press is null || row.Message != turn.Press.Message)) turn.Replace(empty, new Screen(Html.Text(DialogTexts.FormClosed)));
            return;
        }
        await dialogs.Park(row.Id, turn.Now);
        if (row.ShownIn is { } shown) turn.Replace(shown, DialogTexts.Parked(flow.Title, row.Id));
    }

    /// <summary>/cancel, «Отмена»: nothing stays.</summary>
    internal async Task<bool> Cancel(Turn turn)
    {
        if (Active is not { } row) return false;
        Active = null;
        await dialogs.Delete(row.Id);
        var said = new Screen(Html.Text(DialogTexts.Cancelled)).Row(EngineTexts.ToMenu);
        if (turn.Press is null && row.ShownIn is { } shown) turn.Replace(shown, said);
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
        if (row.ShownIn is { } shown) turn.Replace(shown, new Screen(said));
        turn.Say(new Screen(said).Row(EngineTexts.ToMenu));
        return true;
    }

    /// <summary>Words typed while a form is open.</summary>
    internal Task Typed(Turn turn, string text) => With(turn, (flow, row, body) =>
    {
        var known = body.Shown;
        return Step(turn, flow, row, body, async run =>
        {
            var outcome = await run.Go(new Given.Words(text));
            // A list too long to scroll: what was typed is looked for in it.
            if (run.Note is not null && run.Open is { Searches: true } open && known?.Key == open.Key)
            {
                body.Shown = known with { Query = DialogTexts.Cut(text.Trim(), 60), Page = 0 };
                run.Note = null;
            }
            return outcome;
        });
    });

    /// <summary>A file sent while a form is open; false when the open question does not take one.</summary>
    internal async Task<bool> Sent(Turn turn, string reference, string? name)
    {
        var taken = false;
        await With(turn, async (flow, row, body) =>
        {
            var look = new FlowRun(flow, DialogBody.Read(row.Body, row.Revision), turn.Speaker, turn.Now, zone);
            await look.Go();
            if (look.Open is not { TakesFiles: true }) return;
            taken = true;
            await Step(turn, flow, row, body, run => run.Go(new Given.File(reference, name)));
        });
        return taken;
    }

    /// <summary>Shows the open question again, below, with a reason.</summary>
    internal Task Again(Turn turn, string? note) => With(turn, (flow, row, body) =>
    {
        turn.LeavePressedMessage();
        return Step(turn, flow, row, body, run => run.Go(), note);
    });

    /// <summary>What the open question asks, for /help.</summary>
    internal async Task<Prompt?> OpenPrompt(Turn turn)
    {
        if (Active is not { } row || registry.Flow(row.Flow, services) is not { } flow) return null;
        var run = new FlowRun(flow, DialogBody.Read(row.Body, row.Revision), turn.Speaker, turn.Now, zone);
        await run.Go();
        return run.Open?.Prompt;
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
            if (press.Revision != row.Revision)
            {
                turn.Flash(DialogTexts.PastQuestion);
                if (row.Message != turn.Press!.Message) await Again(turn, note: null);
                return;
            }
            if (press.What == Controls.Nothing) return;
            if (press.What == Controls.Cancel)
            {
                await Cancel(turn);
                return;
            }
            body.LastPress = same;
            await Step(turn, flow, row, body, run => DialogPress.Apply(turn, run, body, press.What));
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
            if (Active is not null) await Again(turn, note: null);
            else turn.Show(new Screen(Html.Text(DialogTexts.FormClosed)).Row(EngineTexts.ToMenu));
        }
    }

    private async Task With(Turn turn, Func<Flow, DialogRow, DialogBody, Task> what)
    {
        if (Active is not { } row) return;
        if (registry.Flow(row.Flow, services) is { } flow && flow.For(turn.Speaker))
        {
            await what(flow, row, DialogBody.Read(row.Body, row.Revision));
            return;
        }
        // A flow that this version does not have, or a role that was lost meanwhile.
        Active = null;
        await dialogs.Delete(row.Id);
        turn.Show(new Screen(Html.Text(DialogTexts.FormClosed)).Row(EngineTexts.ToMenu));
    }

    /// <summary>Runs the talk one step and shows what it led to.</summary>
    private async Task Step(Turn turn, Flow flow, DialogRow row, DialogBody body, Func<FlowRun, Task<Outcome?>> step, string? note = null)
    {
        var run = new FlowRun(flow, body, turn.Speaker, turn.Now, zone);
        var outcome = await step(run);
        switch (outcome)
        {
            case null:
                await Ask(turn, row, body, run.Open!, note ?? run.Note, run.Taken);
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

    private async Task Ask(Turn turn, DialogRow row, DialogBody body, Question question, string? note, Answer? taken)
    {
        body.Revision = body.KeepsRevision ? row.Revision : row.Revision + 1;
        var screen = await DialogScreen.Draw(question, body, row.Id, note);
        // Typed: the question above keeps its answer and loses its keyboard, the next one comes below.
        if (turn.Press is null && row.ShownIn is { } above)
            turn.Replace(above, new Screen(taken is null ? Html.Text(DialogTexts.SeeBelow) : DialogTexts.Kept(taken.Name, taken.Label)));
        else if (turn.Press is { } press && row.ShownIn is { } elsewhere && row.Message is { } message && message != press.Message)
            turn.Replace(elsewhere, new Screen(Html.Text(DialogTexts.SeeBelow)));
        var shownIn = turn.ShowReturning(screen);
        Active = row with { Revision = body.Revision, Body = body.Write(), ShownIn = shownIn, TouchedAt = turn.Now };
        dialogs.Save(row.Id, body.Revision, Active.Body, shownIn, turn.Now);
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
        await Step(turn, flow, row, body, run => run.Go(), refused.Again ?? conflict.Because);
    }

    private async Task End(Turn turn, DialogRow row)
    {
        Active = null;
        await dialogs.Finish(row.Id);
        if (turn.Press is null && row.ShownIn is { } shown) turn.Replace(shown, new Screen(Html.Text(DialogTexts.Accepted)));
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
