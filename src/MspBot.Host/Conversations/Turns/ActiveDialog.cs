using MspBot.Data.Conversations;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>The dialog that is open in this chat, and how it is cancelled.</summary>
internal sealed class ActiveDialog(DialogStore dialogs, Registry registry, IServiceProvider services, SiteZone zone)
{
    /// <summary>How long the answers of a form that was left are kept.</summary>
    internal static readonly TimeSpan DraftsKept = TimeSpan.FromHours(1);

    /// <summary>How long a form stays open without an answer.</summary>
    internal static readonly TimeSpan OpenFor = TimeSpan.FromDays(1);

    /// <summary>Null: no form is open.</summary>
    internal DialogRow? Row { get; set; }

    /// <summary>/cancel, «Отмена»: no answer stays. A dialog that would take something away says what stays as it is.</summary>
    internal async Task<bool> Cancel(Turn turn)
    {
        if (Row is not { } row) return false;
        var (run, outcome) = await Look(turn, row);
        Row = null;
        await dialogs.Delete(row.Id);
        // Ended without a question: its subject has changed since, and the dialog says how.
        var said = (outcome as Outcome.JustSay)?.Screen ?? run?.WayOut?.Stays()
            ?? new Screen(Html.Text(DialogTexts.Cancelled)).Row(EngineTexts.ToMenu);
        if (turn.Press is null && row.ShownIn is { } shown) turn.Replace(shown, row.Message, said);
        else turn.Show(said);
        return true;
    }

    /// <summary>What the open question asks, and how the dialog is left: for /help.</summary>
    internal async Task<Html?> Help(Turn turn) => Row is { } row && (await Look(turn, row)).Run is { Open: { } open } run
        ? DialogTexts.Help(open.Prompt, run.WayOut?.Label ?? DialogTexts.Cancel)
        : null;

    /// <summary>Runs the dialog on its stored answers, without a new one.</summary>
    internal async Task<(FlowRun? Run, Outcome? Outcome)> Look(Turn turn, DialogRow row)
    {
        if (await Open(turn, row) is not { } flow) return (null, null);
        var run = new FlowRun(flow, DialogBody.Read(row.Body, row.Revision), turn.Speaker, turn.Now, zone);
        return (run, await run.Go());
    }

    internal async Task With(Turn turn, Func<Flow, DialogRow, DialogBody, Task> what)
    {
        if (Row is not { } row) return;
        if (await Open(turn, row) is { } flow)
        {
            await what(flow, row, DialogBody.Read(row.Body, row.Revision));
            return;
        }
        Row = null;
        await dialogs.Delete(row.Id);
        turn.Show(new Screen(Html.Text(DialogTexts.FormClosed)).Row(EngineTexts.ToMenu));
    }

    /// <summary>Null: this version does not have the flow, or the person has lost the role or the row since.</summary>
    internal async Task<Flow?> Open(Turn turn, DialogRow row) =>
        registry.Flow(row.Flow, services) is { } flow && flow.For(turn.Speaker)
        && await flow.Access.Allows(turn, DialogBody.Read(row.Body, row.Revision).Start) ? flow : null;
}
