using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.After;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.After;

/// <summary>What is pressed on a broadcast that has gone. It is shown as the broadcast itself.</summary>
internal sealed class BroadcastDeedsCard(
    BroadcastReader reader, BroadcastScreens screens, BroadcastAccess access, ChangeStore changes, AgainStore again, PassingOn passing,
    BroadcastMessages messages, SiteZone zone) : Card
{
    internal const string AskDelete = "del-ask";
    internal const string Delete = "del";
    internal const string AskPassOn = "pass-ask";
    internal const string PassOn = "pass";
    internal const string Again = "again";
    internal const string Table = "table";
    internal const string Sheet = "sheet";

    public override string Key => BroadcastLinks.Deeds;

    public override Access Access => access.Seen;

    public override Task<Screen?> Show(Turn turn, long id, string arg) => screens.Of(new(id), turn.Speaker, turn.Now);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await reader.Find(new(id)) is not { State: not BroadcastState.Composed } broadcast) return Pressed.Fresh();
        if (!await access.Holds(turn.Person)) return Warn(BroadcastRefusal.RoleLost);
        return action switch
        {
            AskDelete => AskToDelete(broadcast, turn.Now),
            Delete when new Argument(arg).Number() is > 0 and <= int.MaxValue and var seen =>
                await DeleteAll(turn, broadcast.Id, (int)seen),
            AskPassOn => await passing.Ask(broadcast),
            PassOn => await passing.Tell(turn, broadcast.Id),
            Again => await OnceMore(turn, broadcast.Id),
            Table => Take(turn, broadcast, BroadcastPaper.Table, LogFile.BroadcastTable),
            Sheet when broadcast.Acknowledge => Take(turn, broadcast, BroadcastPaper.Sheet, LogFile.AcknowledgementSheet),
            _ => Pressed.Fresh(),
        };
    }

    private static Pressed AskToDelete(BroadcastDetails one, DateTimeOffset now)
    {
        if (ChangeRules.Delete(one.State, one.DoneAt, one.DeletedAt, now) is { } refusal) return Warn(refusal);
        return Pressed.Instead(new Screen(AfterTexts.AskDelete(one))
            .Row(Button.Card(AfterTexts.DeleteYes(one.Sent), BroadcastLinks.Deeds, one.Id.Value, Delete, Russian.Number(one.Version))
                .Danger())
            .Row(Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, one.Id.Value)));
    }

    private async Task<Pressed> DeleteAll(Turn turn, BroadcastId id, int seen)
    {
        var held = await changes.HoldToDelete(id, seen, turn.Now);
        if (held.Refusal is { } refusal) return Warn(refusal);
        var people = await changes.Delete(held.Broadcast!, ScreenJson.Write(new Deletion()), turn.Now);
        turn.Log(LogAction.BroadcastDeleted, LogSubject.Broadcast, id.Value, LogDetail.Of("people", people));
        await turn.Redraw(BroadcastScreens.Shown(id), who => screens.Of(id, who, turn.Now));
        return Pressed.Fresh(toast: AfterTexts.Deleting(people));
    }

    private async Task<Pressed> OnceMore(Turn turn, BroadcastId id)
    {
        var result = await again.Compose(id, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return Warn(refusal);
        var composed = result.Again!.Value;
        turn.Say(new Screen(Html.Text(AfterTexts.AgainLooks)));
        if (await reader.Find(composed) is { } one) turn.Say(await messages.Of(one));
        return Pressed.Open(BroadcastLinks.Broadcast, composed.Value, below: true);
    }

    private Pressed Take(Turn turn, BroadcastDetails one, BroadcastPaper paper, LogFile file)
    {
        var caption = paper == BroadcastPaper.Table ? AfterTexts.TableCaption(one, zone) : AfterTexts.SheetCaption(one, zone);
        turn.Say(new Screen(caption) { ToMake = BroadcastPaperMaker.Of(paper, one.Id) });
        turn.Log(LogAction.FileTaken, LogSubject.Broadcast, one.Id.Value, LogDetail.Of(file, one.Recipients));
        return Pressed.Nothing();
    }

    private static Pressed Warn(BroadcastRefusal refusal) => Pressed.Warn(BroadcastRefusalTexts.Of(refusal));
}
