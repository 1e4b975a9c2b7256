using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>Home: the next thing that waits, a form that was left, then buttons by role.</summary>
internal sealed class Menu(
    Registry registry, DialogStore dialogs, IEnumerable<NextThing> nextThings, IEnumerable<MenuOffer> offers, IServiceProvider services)
{
    internal async Task Show(Turn turn, Html before = default)
    {
        if (turn.Speaker.PersonOrNull is null)
        {
            await services.GetRequiredService<Welcome>().Greet(turn, "");
            return;
        }
        Waiting? next = null;
        foreach (var thing in nextThings)
        {
            if (await thing.For(turn) is { } waiting && (next is null || waiting.IsBefore(next, turn.Now))) next = waiting;
        }
        var screen = new Screen(Html.Paragraphs(before, EngineTexts.MenuTitle(next?.Text)));
        if (next is not null) screen = screen.Row(next.Button);
        if (await dialogs.LatestDraft(turn.Speaker.Chat, turn.Now - ActiveDialog.DraftsKept) is { } draft
            && registry.Flow(draft.Flow, services) is { } flow)
            screen = screen.Row(DialogTexts.Resume($"{DialogTexts.Continue} {flow.Unfinished}", draft.Id));
        foreach (var pair in (await Items(turn)).Chunk(2)) screen = screen.Row([.. pair]);
        turn.Show(screen);
    }

    private async Task<IEnumerable<Button>> Items(Turn turn)
    {
        var items = registry.Menu.Where(item => item.For(turn.Speaker)).Select(item => (item.Order, item.Button)).ToList();
        foreach (var offer in offers)
        {
            if (await offer.For(turn)) items.Add((offer.Order, offer.Button));
        }
        return items.OrderBy(item => item.Order).Select(item => item.Button);
    }
}

/// <summary>/menu</summary>
internal sealed class MenuCommand(Menu menu) : Command
{
    public override string Name => "menu";

    public override string Description => "Меню";

    public override int Order => 0;

    public override Task Run(Turn turn, string args) => menu.Show(turn);
}

/// <summary>/help: what can be done here, or, inside a form, what is being asked.</summary>
internal sealed class HelpCommand(Registry registry) : Command
{
    public override string Name => "help";

    public override string Description => "Помощь";

    public override int Order => 900;

    public override bool NeedsPerson => false;

    public override Task Run(Turn turn, string args)
    {
        turn.Show(turn.Speaker.PersonOrNull is null ? new Screen(EngineTexts.HelpForStrangers)
            : Screen(registry, turn.Speaker, Html.Bold(EngineTexts.WhatICan)));
        return Task.CompletedTask;
    }

    /// <summary>What this speaker can do, and how they ask a human.</summary>
    internal static Screen Screen(Registry registry, Speaker speaker, Html title)
    {
        var more = registry.HelpFor(speaker).ToList();
        return new Screen(EngineTexts.Help(title, registry.Listed.Where(c => c.For(speaker)), more.Select(h => h.Hint)))
            .Row([.. more.Select(h => h.Button)]).Row(EngineTexts.ToMenu);
    }
}

/// <summary>/cancel outside any form; inside one the engine cancels it.</summary>
internal sealed class CancelCommand : Command
{
    public override string Name => "cancel";

    public override string Description => "Выйти из формы";

    public override int Order => 910;

    public override bool NeedsPerson => false;

    public override Task Run(Turn turn, string args)
    {
        turn.Show(new Screen(Html.Text(DialogTexts.NothingToCancel)).Row(EngineTexts.ToMenu));
        return Task.CompletedTask;
    }
}
