using MspBot.Data.Broadcasts.Sending;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>
/// What a recipient presses under the message itself. The message stays as it is: an answer comes below, or fades. The number is the
/// broadcast.
/// </summary>
internal sealed class ReceivedCard(ReceivedStore store, SiteZone zone) : Card
{
    private const string On = "on";

    public override string Key => BroadcastLinks.Received;

    public override Access Access => Access.NoRow("changes only what is the speaker's own");

    /// <summary>There is nothing to show: the message is the card.</summary>
    public override Task<Screen?> Show(Turn turn, long id, string arg) => Task.FromResult<Screen?>(null);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action == On) return await TurnOn(turn);
        if (action is not (BroadcastMessages.NoMore or BroadcastMessages.Seen)) return Pressed.Fresh();
        // Whoever tries the message out on themselves presses nothing by it.
        if (!await store.Is(new(id), turn.Person)) return Pressed.Nothing(ReceivedTexts.Sample);
        return action == BroadcastMessages.Seen ? await Seen(turn, new(id)) : await TurnOff(turn, id);
    }

    private async Task<Pressed> Seen(Turn turn, BroadcastId id) =>
        await store.Acknowledge(id, turn.Person, turn.Now) is not { } at ? Pressed.Nothing(ReceivedTexts.NotAsked)
            : Pressed.Nothing(at == turn.Now ? ReceivedTexts.Marked : ReceivedTexts.MarkedEarlier(at, zone));

    private async Task<Pressed> TurnOff(Turn turn, long id)
    {
        if (await store.Wants(turn.Person) == false) return Pressed.Nothing(ReceivedTexts.AlreadyOff);
        await store.TurnOff(turn.Person, turn.Now);
        turn.Say(new Screen(Html.Text(ReceivedTexts.TurnedOff))
            .Row(Button.Card(ReceivedTexts.TurnOn, BroadcastLinks.Received, id, On)));
        return Pressed.Nothing();
    }

    private async Task<Pressed> TurnOn(Turn turn)
    {
        await store.TurnOn(turn.Person);
        return Pressed.Instead(new Screen(Html.Text(ReceivedTexts.TurnedOn)).Row(EngineTexts.ToMenu));
    }
}

/// <summary>What a recipient reads.</summary>
internal static class ReceivedTexts
{
    internal const string TurnOn = "Включить рассылки";
    internal const string TurnedOn = "Рассылки снова включены.";
    internal const string AlreadyOff = "Рассылки уже выключены.";
    internal const string Sample = "Это образец: кнопка работает у получателей.";
    internal const string NotAsked = "Отмечать здесь ничего не нужно.";
    internal const string Marked = "Отметка поставлена, спасибо!";
    internal const string TurnedOff =
        "Больше не буду присылать рассылки. О ваших записях, консультациях, направлениях и опросах по-прежнему напишу. " +
        "Включить рассылки снова можно здесь или в /profile.";

    internal static string MarkedEarlier(DateTimeOffset at, SiteZone zone) => $"Отметка уже стоит: {Russian.Moment(at, zone)}.";
}
