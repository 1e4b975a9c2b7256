using System.Security.Cryptography;
using System.Text;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>One step of a dialog: runs its flow, then asks the next question or carries out what the flow ends with.</summary>
internal sealed class DialogSteps(ActiveDialog active, DialogStore dialogs, DbSession session, IServiceProvider services, SiteZone zone)
{
    /// <summary>Runs the dialog one step and shows what it led to.</summary>
    internal async Task Step(
        Turn turn, Flow flow, DialogRow row, DialogBody body, Func<FlowRun, Task<Outcome?>> step, string? note = null, bool afresh = false)
    {
        var run = new FlowRun(flow, body, turn.Speaker, turn.Now, zone);
        var outcome = await step(run);
        if (run.Leaves)
        {
            await active.Cancel(turn);
            return;
        }
        switch (outcome)
        {
            case null:
                await Ask(turn, row, body, run, note, afresh);
                break;
            case DialogPress.FirstQuestionLeft:
                active.Row = null;
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
        active.Row = row with { Revision = body.Revision, Body = body.Write(), ShownIn = shownIn, TouchedAt = turn.Now };
        dialogs.Save(row.Id, body.Revision, active.Row.Body, shownIn, turn.Now);
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
        turn.EffectOf(row.Id);
        var done = await effect.Run(services, turn);
        turn.EffectOf(null);
        await turn.Introduce();
        if (done is not Done.Refused refused)
        {
            await End(turn, row, done.Kept);
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

    private async Task End(Turn turn, DialogRow row, Html kept = default)
    {
        active.Row = null;
        await dialogs.Finish(row.Id);
        if (turn.Press is null && row.ShownIn is { } shown)
            turn.Replace(shown, row.Message, new Screen(kept.IsEmpty ? Html.Text(DialogTexts.Accepted) : kept));
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
            case Done.Beginning(var flow, var arg):
                await services.GetRequiredService<OpenDialogs>().Begin(turn, flow, arg, afresh: true);
                break;
            case Done.Following(var argument, var before):
                turn.Show(new Screen(before));
                await services.GetRequiredService<Router>().FollowLink(turn, argument);
                await turn.Introduce();
                break;
        }
    }
}
