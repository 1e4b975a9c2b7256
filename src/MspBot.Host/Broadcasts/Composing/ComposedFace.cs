using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.Composing;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.Composing;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>A broadcast that was not sent yet: whom it would reach, and what can be done to it. Only its writer sees it.</summary>
internal sealed class ComposedFace(
    AudienceReader audiences, ComposeStore store, BroadcastMessages messages, BroadcastPress press, QuietHours quiet) : BroadcastFace
{
    internal const string Send = "send";
    internal const string ToMe = "me";
    internal const string Mark = "mark";
    internal const string Edit = "edit";
    internal const string Drop = "drop";

    public override bool Shows(BroadcastState state) => state == BroadcastState.Composed;

    public override async Task<Screen> Screen(BroadcastDetails broadcast, Speaker reader, DateTimeOffset now, Html news)
    {
        var count = await audiences.Count(broadcast.Audience, broadcast.ByPerson);
        var whom = AudienceTexts.Of(broadcast.Audience, await audiences.Names(broadcast.Audience), quiet.Zone);
        var quietUntil = quiet.NotBefore(now + BroadcastBounds.Delay);
        var text = ComposedTexts.Card(broadcast, count, whom, quietUntil, now, quiet.Zone, quiet.Calendar);
        return new Screen(Html.Paragraphs(news, text))
            .Row(count.Gets == 0 ? null : Sending(ComposedTexts.Send(count.Gets), broadcast, count.Gets).Main())
            .Row(count.Gets == 0 ? null : Button.Card(ComposedTexts.ShowWho, BroadcastLinks.Recipients, broadcast.Id.Value))
            .Row(On(ComposedTexts.ToMe, broadcast, ToMe))
            .Row(SendRules.MayAskMark(broadcast.Audience)
                ? On(broadcast.Acknowledge ? ComposedTexts.MarkAsked : ComposedTexts.AskMark, broadcast, Mark) : null)
            .Row(On(ComposedTexts.Change, broadcast, Edit), On(ComposedTexts.Cancel, broadcast, Drop));
    }

    public override async Task<Pressed> Press(Turn turn, BroadcastDetails broadcast, string action, string arg)
    {
        var words = new Argument(arg);
        if (broadcast.ByPerson != turn.Person || words.Number() is not (> 0 and <= int.MaxValue and var seen)) return Pressed.Fresh();
        return action switch
        {
            Send when words.Number(1) is >= 0 and <= int.MaxValue and var shown =>
                await press.Send(turn, broadcast.Id, (int)seen, new((int)shown, words.Part(2) == BroadcastPress.Sure)),
            ToMe => await SendToMe(turn, broadcast),
            Mark when SendRules.MayAskMark(broadcast.Audience) => await Change(turn, broadcast, (int)seen, !broadcast.Acknowledge),
            Edit => Pressed.Instead(Fields(broadcast)),
            Drop => await store.Drop(broadcast.Id, (int)seen, turn.Person) is { } refusal ? Warn(refusal)
                : Pressed.Instead(new Screen(Html.Text(ComposedTexts.Dropped))
                    .Row(Button.Card(BroadcastTexts.ToList, BroadcastLinks.Broadcasts, 0))),
            _ => Pressed.Fresh(),
        };
    }

    /// <summary>«Отправить: 214»; it carries what was read before the press.</summary>
    internal static Button Sending(string label, BroadcastDetails broadcast, int shown, bool sure = false) => Button.Card(
        label, BroadcastLinks.Broadcast, broadcast.Id.Value, Send, sure
            ? $"{Russian.Number(broadcast.Version)}.{Russian.Number(shown)}.{BroadcastPress.Sure}"
            : $"{Russian.Number(broadcast.Version)}.{Russian.Number(shown)}");

    private async Task<Pressed> SendToMe(Turn turn, BroadcastDetails broadcast)
    {
        turn.Say(await messages.Of(broadcast));
        return Pressed.Nothing(ComposedTexts.SentToMe);
    }

    private async Task<Pressed> Change(Turn turn, BroadcastDetails broadcast, int seen, bool acknowledge) =>
        await store.Change(broadcast.Id, seen, new(Acknowledge: acknowledge), turn.Person, turn.Speaker.Chat, turn.Now) is { } refusal
            ? Warn(refusal) : Pressed.Fresh();

    private static Pressed Warn(BroadcastRefusal refusal) => Pressed.Warn(BroadcastRefusalTexts.Of(refusal));

    private static Screen Fields(BroadcastDetails broadcast) => new Screen(Html.Text(ComposedTexts.WhatToChange))
        .Row(To(ComposedTexts.Whom, ComposedField.Whom, broadcast), To(ComposedTexts.Words, ComposedField.Words, broadcast))
        .Row(To(ComposedTexts.More, ComposedField.More, broadcast))
        .Row(Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, broadcast.Id.Value));

    private static Button To(string label, ComposedField field, BroadcastDetails broadcast) =>
        Button.Flow(label, BroadcastLinks.Change, Argument.Of(broadcast.Id, broadcast.Version, field));

    private static Button On(string label, BroadcastDetails broadcast, string action) =>
        Button.Card(label, BroadcastLinks.Broadcast, broadcast.Id.Value, action, Russian.Number(broadcast.Version));
}
