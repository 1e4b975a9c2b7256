using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>How dialogs are begun, left, resumed and closed.</summary>
internal sealed class OpenDialogs(
    ActiveDialog active, DialogSteps steps, DialogStore dialogs, Registry registry, Messenger messenger, IServiceProvider services)
{
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
        var draft = await dialogs.Draft(turn.Speaker.Chat, key, turn.Now - ActiveDialog.DraftsKept);
        if (draft is not null && !afresh)
        {
            turn.Show(DialogTexts.DraftWaits(flow.Unfinished, draft.Id, key, arg));
            return;
        }
        await dialogs.DeleteDraft(turn.Speaker.Chat, key);
        var id = await dialogs.Add(turn.Speaker.Chat, key, turn.Now);
        var body = new DialogBody { Start = arg };
        active.Row = new DialogRow(id, key, 0, "", null, null, turn.Now);
        await steps.Step(turn, flow, active.Row, body, run => run.Go());
    }

    /// <summary>«Продолжить».</summary>
    internal async Task Resume(Turn turn, long id)
    {
        if (active.Row?.Id == id)
        {
            turn.Flash(DialogTexts.SeeBelow);
            await BringHere(turn);
            return;
        }
        if (await dialogs.Draft(turn.Speaker.Chat, id, turn.Now - ActiveDialog.DraftsKept) is not { } draft
            || await active.Open(turn, draft) is not { } flow)
        {
            turn.Show(new Screen(Html.Text(DialogTexts.DraftGone)).Row(EngineTexts.ToMenu));
            return;
        }
        await Leave(turn);
        await dialogs.Activate(draft.Id, turn.Now);
        active.Row = draft;
        var body = DialogBody.Read(draft.Body, draft.Revision);
        body.Look = null;   // its message says that the form was left
        await steps.Step(turn, flow, draft, body, run => run.Go());
    }

    /// <summary>A command or another button in the middle of a form: the form is left, its answers are kept.</summary>
    internal async Task Leave(Turn turn)
    {
        if (active.Row is not { } row) return;
        active.Row = null;
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

    /// <summary>Closes a form that had no answer for long, with a kind word.</summary>
    internal async Task<bool> Expire(Turn turn)
    {
        if (active.Row is not { } row || turn.Now - row.TouchedAt < ActiveDialog.OpenFor) return false;
        active.Row = null;
        await dialogs.Delete(row.Id);
        var said = DialogTexts.Expired(registry.Flow(row.Flow, services)?.Title ?? "");
        if (row.ShownIn is { } shown) turn.Replace(shown, row.Message, new Screen(said));
        turn.Say(new Screen(said).Row(EngineTexts.ToMenu));
        return true;
    }

    /// <summary>
    /// A press that answers nothing: the open question takes the pressed message's place if that stands below it, or else stays where it
    /// is.
    /// </summary>
    internal Task BringHere(Turn turn) =>
        active.Row is { Message: { } at } && turn.Press?.Message is { } pressed && messenger.IsBelow(turn.Speaker.Chat, pressed, at)
        ? active.With(turn, (flow, row, body) => steps.Step(turn, flow, row, body, run => run.Go()))
        : Task.CompletedTask;
}
