using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.After;
using MspBot.Domain.Log;
using MspBot.Host.Broadcasts.Composing;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.After;

/// <summary>«Исправить текст»; begun with the broadcast and the version that was read.</summary>
internal sealed class CorrectBroadcastFlow(BroadcastReader reader, BroadcastAccess access) : Flow
{
    internal const string WordsKey = "broadcast-corrected";

    public override string Key => BroadcastLinks.Correct;

    public override Access Access => access.Seen;

    public override string Title => AfterTexts.Correct;

    public override string Unfinished => "исправление рассылки";

    public override bool For(Speaker speaker) => BroadcastAccess.Opens(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<BroadcastId>() is not { } id || ask.Start.Number(1) is not (> 0 and <= int.MaxValue and var seen)
            || await reader.Find(id) is not { } broadcast) return Say(Refused(BroadcastRefusal.NoSuchBroadcast, null, null));
        var refusal = broadcast.Version != seen ? BroadcastRefusal.ChangedMeanwhile
            : ChangeRules.Correct(broadcast.State, broadcast.DoneAt, broadcast.DeletedAt, ask.Now);
        // What was typed is said back below, so it is asked for only where it can be used.
        if (refusal is { } early && ask.IsBeginning) return Say(Refused(early, id, null));
        var words = await ask.Text(WordsKey, new("Текст", AfterTexts.CorrectQuestion, AfterTexts.Now(broadcast.Words)),
            Html.MessageLimit,
            text => text.Length > BroadcastBounds.Words ? new Parsed<string>.Bad(ComposedTexts.TooLong(text.Length))
                : new Parsed<string>.Good(text, Ellipsis.Cut(text, 60)));
        return refusal is { } late ? Say(Refused(late, id, words)) : Do(new CorrectBroadcast(id, (int)seen, words));
    }

    internal static Screen Refused(BroadcastRefusal because, BroadcastId? id, string? typed) =>
        new Screen(AfterTexts.Refused(because, typed))
            .Row(id is { } one ? Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, one.Value)
                : Button.Card(BroadcastTexts.ToList, BroadcastLinks.Broadcasts, 0));
}

/// <param name="Id">Which.</param>
/// <param name="Version">As it was read.</param>
/// <param name="Words">What it says from now on.</param>
internal sealed record CorrectBroadcast(BroadcastId Id, int Version, string Words);

internal sealed class CorrectBroadcastHandler(
    ChangeStore store, BroadcastAccess access, BroadcastMessages messages, BroadcastScreens screens) : Handler<CorrectBroadcast>
{
    public override async Task<Done> Handle(CorrectBroadcast command, Turn turn)
    {
        var (id, words) = (command.Id, command.Words);
        if (!await access.Holds(turn.Person)) return Refused(BroadcastRefusal.RoleLost, command);
        var held = await store.HoldToCorrect(id, command.Version, turn.Now);
        if (held.Refusal is { } because) return Refused(because, command);
        if (held.Broadcast!.Words == words) return Refused(BroadcastRefusal.NothingChanged, command);
        var corrected = await messages.Of(held.Broadcast with { Words = words });
        var people = await store.Correct(held.Broadcast, words, ScreenJson.Write(corrected));
        turn.Log(LogAction.BroadcastCorrected, LogSubject.Broadcast, id.Value, LogDetail.Of("people", people));
        await turn.Redraw(BroadcastScreens.Shown(id), who => screens.Of(id, who, turn.Now));
        return new Done.With(await screens.Of(id, turn.Speaker, turn.Now, AfterTexts.Corrected(people)) ?? EngineTexts.NothingThere);
    }

    private static Done.With Refused(BroadcastRefusal because, CorrectBroadcast command) =>
        new(CorrectBroadcastFlow.Refused(because, command.Id, command.Words));
}
