using System.Globalization;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Data.Broadcasts.Topics;
using MspBot.Domain;
using MspBot.Domain.Broadcasts.Topics;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Broadcasts.Topics;

/// <summary>«Мои темы» in the profile.</summary>
internal sealed class TopicPreference : ProfileChoice
{
    public override Task<Button?> For(Turn turn) => Task.FromResult(
        turn.Speaker.PersonOrNull is null ? null : Button.Card(TopicTexts.MyTopics, BroadcastLinks.MyTopics, 0));
}

/// <summary>
/// What the one who speaks asks to hear of, and «Не присылать такое» under what they heard, whose number is the moment it was told at. A
/// button says what it makes, so it may be pressed twice.
/// </summary>
internal sealed class MyTopicsCard(TopicWishStore wishes, ReceivedStore received) : Card
{
    internal const string NoMore = "no";
    private const string On = "on";
    private const string Off = "off";
    private const string AllOn = "all-on";
    private const string AllOff = "all-off";
    private const string Again = "back";

    /// <summary>Beside what names the card and the deed, a button has so much room.</summary>
    private const int ArgumentRoom = 40;

    public override string Key => BroadcastLinks.MyTopics;

    public override Access Access => Access.NoRow("always of the one who speaks; the number is a moment");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (turn.Speaker.PersonOrNull is not { } person) return null;
        var all = await wishes.All(person);
        var on = await wishes.WantsBroadcasts(person);
        var screen = new Screen(TopicTexts.Choice(all, on));
        if (!on) return screen.Row(Button.Card(TopicTexts.TurnOn, Key, 0, AllOn).Main()).Row(ToProfile);
        var page = Paging.Cut(all, Pager.Number(arg));
        return screen
            .Page(page, one => Button.Card(TopicTexts.Tick(one), Key, 0, one.Ticked ? Off : On, $"{one.Choice.Code}.{page.Number}"),
                (label, number) => Button.Card(label, Key, 0, arg: number.ToString(CultureInfo.InvariantCulture)))
            .Row(Button.Card(TopicTexts.WhatCame, BroadcastLinks.TopicNews, 0))
            .Row(Button.Card(TopicTexts.TurnOff, Key, 0, AllOff))
            .Row(ToProfile);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (turn.Speaker.PersonOrNull is not { } person) return Pressed.Fresh();
        var argument = new Argument(arg);
        switch (action)
        {
            case On or Off when TopicChoice.Read(argument.Part(0)) is { } choice:
                await wishes.Set(person, choice, action == On, turn.Now);
                return Pressed.Fresh(argument.Part(1) ?? "", action == On ? TopicTexts.Asked : TopicTexts.NotAsked);
            case AllOn or AllOff:
                if (action == AllOn) await received.TurnOn(person);
                else await received.TurnOff(person, turn.Now);
                return Pressed.Fresh(toast: action == AllOn ? TopicTexts.AreOn : TopicTexts.AreOff);
            case NoMore when Moment(id) is { } at:
                return Stop(turn, await wishes.DropWhatBrought(person, at));
            case Again:
                return await GiveBack(turn, arg);
            default:
                return Pressed.Fresh(arg);
        }
    }

    /// <summary>Below: what came stays to be opened.</summary>
    private Pressed Stop(Turn turn, IReadOnlyList<AskedTopic> dropped)
    {
        if (dropped.Count == 0) return Pressed.Nothing(TopicTexts.AlreadyOff);
        var codes = string.Join('.', dropped.Select(one => one.Choice.Code));
        turn.Say(new Screen(TopicTexts.NoMoreOf(dropped))
            .Row(codes.Length <= ArgumentRoom ? Button.Card(TopicTexts.Back, Key, 0, Again, codes) : null)
            .Row(Button.Card(TopicTexts.MyTopics, Key, 0)));
        return Pressed.Nothing();
    }

    private async Task<Pressed> GiveBack(Turn turn, string codes)
    {
        foreach (var code in codes.Split('.'))
        {
            if (TopicChoice.Read(code) is { } choice) await wishes.Set(turn.Person, choice, true, turn.Now);
        }
        var asked = (await wishes.All(turn.Person)).Where(one => one.Ticked && codes.Split('.').Contains(one.Choice.Code));
        return Pressed.Instead(new Screen(TopicTexts.Again([.. asked.Select(one => one.Name)]))
            .Row(Button.Card(TopicTexts.MyTopics, Key, 0)));
    }

    /// <summary>Null: no moment of ours.</summary>
    private static DateTimeOffset? Moment(long milliseconds) =>
        milliseconds is > 0 and < 4_102_444_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    private static Button ToProfile => Button.Card(TopicTexts.ToProfile, PeopleLinks.Profile, 0);
}

/// <summary>What came by one's topics and is of use still.</summary>
internal sealed class TopicNewsCard(TopicNewsReader reader, TopicNewsScreens screens) : Card
{
    public override string Key => BroadcastLinks.TopicNews;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => turn.Speaker.PersonOrNull is { } person
        ? screens.List(await Pager.Read<TopicNews>(Pager.Number(arg), page => reader.Told(person, turn.Now, page)))
        : null;
}
