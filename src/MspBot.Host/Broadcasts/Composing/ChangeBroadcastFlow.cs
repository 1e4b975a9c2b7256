using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.Composing;
using MspBot.Domain.Broadcasts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>«Изменить» of a broadcast that was not sent: one thing; begun with its number, its version, and what to change.</summary>
internal sealed class ChangeBroadcastFlow(BroadcastReader reader, BroadcastQuestions questions, BroadcastAccess access) : Flow
{
    public override string Key => BroadcastLinks.Change;

    public override Access Access => access.Seen;

    public override string Title => "Изменение рассылки";

    public override string Unfinished => "изменение рассылки";

    public override bool For(Speaker speaker) => BroadcastAccess.Opens(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<BroadcastId>() is not { } id || ask.Start.Number(1) is not (> 0 and <= int.MaxValue and var seen)
            || ask.Start.Case<ComposedField>(2) is not { } field || await reader.Find(id) is not { } broadcast
            || broadcast.ByPerson != ask.Person)
            return Say(Refused(BroadcastRefusal.NoSuchBroadcast, null));
        if (broadcast.State != BroadcastState.Composed || broadcast.Version != seen)
            return Say(Refused(BroadcastRefusal.ChangedMeanwhile, id));
        var change = field switch
        {
            ComposedField.Whom => new ComposedChange(Audience: await questions.Whom(ask)),
            ComposedField.Words => new ComposedChange(Words: await BroadcastQuestions.Words(ask)),
            ComposedField.More => new ComposedChange(More: await questions.More(ask)),
        };
        return Do(new ChangeBroadcast(id, (int)seen, change));
    }

    internal static Screen Refused(BroadcastRefusal because, BroadcastId? id) => new Screen(Html.Text(BroadcastRefusalTexts.Of(because)))
        .Row(id is { } one ? Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, one.Value)
            : Button.Card(BroadcastTexts.ToList, BroadcastLinks.Broadcasts, 0));
}

/// <summary>What of a broadcast can be otherwise until it is sent; stored in buttons.</summary>
internal enum ComposedField
{
    Whom,
    Words,
    More,
}

internal sealed record ChangeBroadcast(BroadcastId Id, int Version, ComposedChange Change);

internal sealed class ChangeBroadcastHandler(ComposeStore store, BroadcastAccess access, ComposedScreens screens)
    : Handler<ChangeBroadcast>
{
    public override async Task<Done> Handle(ChangeBroadcast command, Turn turn)
    {
        var refusal = await access.Holds(turn.Person)
            ? await store.Change(command.Id, command.Version, command.Change, turn.Person, turn.Speaker.Chat, turn.Now)
            : BroadcastRefusal.RoleLost;
        return refusal is { } because ? new Done.With(ChangeBroadcastFlow.Refused(because, command.Id))
            : await screens.Looks(turn, command.Id, ComposedTexts.Changed);
    }
}
