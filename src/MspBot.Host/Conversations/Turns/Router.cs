using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Turns;

/// <summary>Decides who answers an input: a command, a card, the open form, the welcome, or the menu. Nothing meets silence.</summary>
internal sealed class Router(
    Registry registry, ActiveDialog active, OpenDialogs dialogs, DialogInputs inputs, Menu menu, IServiceProvider services)
{
    internal Task Route(Turn turn, Input input) => input switch
    {
        Input.Typed(var text) when text.StartsWith('/') => Command(turn, text),
        Input.Typed(var text) => Words(turn, text),
        Input.Pressed(var data, _, _) => Press(turn, data),
        Input.Sent sent => Sent(turn, sent),
        Input.Edited => Edited(turn),
        Input.InGroup => Once(turn, NoticeKey.GroupGreeted(turn.Speaker.Chat), EngineTexts.GroupLine),
        Input.Blocked => services.GetRequiredService<Reachability>().Set(turn.Speaker.Chat, false),
        Input.Returned => services.GetRequiredService<Reachability>().Returned(turn),
        _ => Task.CompletedTask,
    };

    /// <summary>Shows a card, if there is one and this speaker may see it.</summary>
    internal async Task OpenCard(Turn turn, string key, long id, string arg)
    {
        if (registry.Card(key, services) is not { } card)
        {
            await menu.Show(turn, Html.Text(EngineTexts.OldButton));
            return;
        }
        if (card.NeedsPerson && turn.Speaker.PersonOrNull is null)
        {
            await services.GetRequiredService<Welcome>().Greet(turn, "");
            return;
        }
        turn.Show((await card.Access.Allows(turn, id) ? await card.Show(turn, id, arg) : null) ?? EngineTexts.NothingThere);
    }

    /// <summary>Whether a link is for strangers too.</summary>
    internal bool IsForAll(string argument) => registry.Link(argument, services) is { NeedsPerson: false };

    internal async Task FollowLink(Turn turn, string argument)
    {
        if (registry.Link(argument, services) is { } link) await link.Open(turn, argument[link.Prefix.Length..]);
        else await menu.Show(turn, argument.Length == 0 ? default : Html.Text(EngineTexts.BadLink));
    }

    private async Task Command(Turn turn, string text)
    {
        await dialogs.Expire(turn);
        var (name, args) = CommandText.Read(text);
        if (name == "cancel" && await active.Cancel(turn)) return;
        if (name == "help" && await active.Help(turn) is { } help)
        {
            turn.Say(new Screen(help).Row([.. registry.HelpFor(turn.Speaker).Select(h => h.Button)]));
            return;
        }
        await RunCommand(turn, name, args);
    }

    private async Task RunCommand(Turn turn, string name, string args)
    {
        await dialogs.Leave(turn);
        var command = registry.Command(name, services);
        if (command is { NeedsPerson: false }
            || (command is not null && turn.Speaker.PersonOrNull is not null && command.For(turn.Speaker)))
        {
            await command.Run(turn, args);
            await turn.Introduce();
        }
        else if (command is null && turn.Speaker.PersonOrNull is not null)
        {
            turn.Show(HelpCommand.Screen(registry, turn.Speaker, Html.Text(EngineTexts.NoSuchCommand)));
        }
        else
        {
            await menu.Show(turn, Html.Text(EngineTexts.NotForYou));
        }
    }

    private async Task Words(Turn turn, string text)
    {
        if (await dialogs.Expire(turn)) return;
        if (active.Row is not null) await inputs.Typed(turn, text);
        else if (turn.Speaker.PersonOrNull is not null && await Find(turn, text) is { } found) turn.Show(found);
        else await menu.Show(turn);
    }

    private async Task<Screen?> Find(Turn turn, string words)
    {
        foreach (var search in services.GetServices<WordsFinder>())
        {
            if (await search.Find(turn, words) is { } found) return found;
        }
        return null;
    }

    private async Task<Screen?> Find(Turn turn, Input.Sent sent)
    {
        foreach (var search in services.GetServices<FilesFinder>())
        {
            if (await search.Find(turn, sent) is { } found) return found;
        }
        return null;
    }

    private async Task Press(Turn turn, string data)
    {
        switch (PressData.Read(data))
        {
            case PressData.OnCard press:
                await PressCard(turn, press);
                break;
            case PressData.InDialog press:
                if (!await dialogs.Expire(turn)) await inputs.Pressed(turn, press);
                break;
            case PressData.BeginFlow(var flow, var arg):
                await dialogs.Begin(turn, flow, arg);
                break;
            case PressData.BeginAfresh(var flow, var arg):
                await dialogs.Begin(turn, flow, arg, afresh: true);
                break;
            case PressData.Resume(var dialog):
                await dialogs.Resume(turn, dialog);
                break;
            case PressData.RunCommand(var name):
                await RunCommand(turn, name, "");
                break;
            default:
                turn.LeavePressedMessage();
                await menu.Show(turn, Html.Text(EngineTexts.OldButton));
                break;
        }
    }

    private async Task PressCard(Turn turn, PressData.OnCard press)
    {
        if (registry.Card(press.Card, services) is not { } card || (card.NeedsPerson && turn.Speaker.PersonOrNull is null)
            || press.Action == "show"
            || !await card.Access.Allows(turn, press.Id))
        {
            await OpenCard(turn, press.Card, press.Id, press.Arg);
            return;
        }
        var pressed = await card.Press(turn, press.Id, press.Action, press.Arg);
        await turn.Introduce();
        switch (pressed)
        {
            case Pressed.FreshCard(var arg, var toast):
                if (toast is not null) turn.Flash(toast);
                await OpenCard(turn, press.Card, press.Id, arg);
                break;
            case Pressed.OtherCard other:
                if (other.Below) turn.LeavePressedMessage();
                await OpenCard(turn, other.Card, other.Id, other.Arg);
                break;
            case Pressed.NewFlow(var flow, var arg):
                await dialogs.Begin(turn, flow, arg);
                break;
            case Pressed.InPlace(var screen, var toast):
                if (toast is not null) turn.Flash(toast);
                turn.Show(screen);
                break;
            case Pressed.Warned(var text):
                turn.Warn(text);
                await OpenCard(turn, press.Card, press.Id, press.Arg);
                break;
            case Pressed.Answered(var toast):
                if (toast is not null) turn.Flash(toast);
                break;
        }
    }

    private async Task Sent(Turn turn, Input.Sent sent)
    {
        if (sent.File is { } file && active.Row is not null && await inputs.Sent(turn, file, sent)) return;
        if (sent is { File: not null, Album: null } && active.Row is null && turn.Speaker.PersonOrNull is not null
            && await Find(turn, sent) is { } found)
            turn.Show(found);
        else if (sent.Album is { } album) await Once(turn, NoticeKey.AlbumSeen(turn.Speaker.Chat, album), EngineTexts.AlbumSeen);
        else if (active.Row is null) await menu.Show(turn, Html.Text(EngineTexts.OnlyWords));
        else await inputs.Refuse(turn);
    }

    private Task Edited(Turn turn)
    {
        turn.Say(new Screen(Html.Text(active.Row is null ? EngineTexts.EditsNotSeen : DialogTexts.EditsNotSeen)));
        return Task.CompletedTask;
    }

    private static Task Once(Turn turn, NoticeKey key, string text)
    {
        turn.Tell(new Notice(turn.Speaker.Chat, new Screen(Html.Text(text)), key));
        return Task.CompletedTask;
    }
}

/// <summary>Reads «/events@msp_bot 42».</summary>
internal static class CommandText
{
    internal static (string Name, string Args) Read(string text)
    {
        var parts = text[1..].Split([' ', '\n'], 2, StringSplitOptions.TrimEntries);
        var name = parts[0].Split('@', 2)[0].ToLowerInvariant();
        return (name, parts.Length > 1 ? parts[1] : "");
    }
}
