using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.Composing;
using MspBot.Domain.Broadcasts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>«Новая рассылка»: to whom, what, with what. It ends in a broadcast that nobody was sent, whose card shows the size.</summary>
internal sealed class NewBroadcastFlow(BroadcastQuestions questions, BroadcastAccess access) : Flow
{
    public override string Key => BroadcastLinks.New;

    public override Access Access => Access.NoRow("makes a new one");

    public override string Title => BroadcastTexts.New;

    public override string Unfinished => "новую рассылку";

    public override bool For(Speaker speaker) => BroadcastAccess.Opens(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (!await access.Writes(ask.Speaker)) return Say(new Screen(Html.Text(ComposedTexts.NotGiven)).Row(EngineTexts.ToMenu));
        var audience = await questions.Whom(ask);
        var words = await BroadcastQuestions.Words(ask);
        return Do(new ComposeBroadcast(audience, words, await questions.More(ask)));
    }
}

internal sealed record ComposeBroadcast(Audience Audience, string Words, ComposedMore More);

internal sealed class ComposeBroadcastHandler(ComposeStore store, BroadcastAccess access, ComposedScreens screens)
    : Handler<ComposeBroadcast>
{
    public override async Task<Done> Handle(ComposeBroadcast command, Turn turn)
    {
        if (!await access.Holds(turn.Person))
            return new Done.Refused(BroadcastRefusal.RoleLost, Html.Text(BroadcastRefusalTexts.Of(BroadcastRefusal.RoleLost)));
        var id = await store.Add(command.Audience, command.Words, command.More, turn.Person, turn.Speaker.Chat, turn.Now);
        return await screens.Looks(turn, id, ComposedTexts.Looks);
    }
}

/// <summary>First the message exactly as it will look, under it the card with its size.</summary>
internal sealed class ComposedScreens(BroadcastReader reader, BroadcastMessages messages, BroadcastScreens screens)
{
    internal async Task<Done> Looks(Turn turn, BroadcastId id, string above)
    {
        if (await reader.Find(id) is { } broadcast) turn.Say(await messages.Of(broadcast));
        var card = await screens.Of(id, turn.Speaker, turn.Now) ?? EngineTexts.NothingThere;
        // After a typed answer everything comes below, and the question itself says what follows.
        if (turn.ShowsIn is null) return new Done.With(card) { Kept = Html.Text(above) };
        turn.Say(card);
        return new Done.With(new Screen(Html.Text(above)));
    }
}
