using Microsoft.Playwright;
using MspBot.Sandbox;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>What people do by hand in the page.</summary>
[Collection("one browser at a time")]
public sealed class PageStories(Demonstration demonstration)
{
    [Fact]
    public async Task Somebody_new_registers_and_signs_up_by_hand()
    {
        await using var tab = await demonstration.Open();
        var pane = await tab.Meet("Вера", "Ручкина");
        await Tab.Register(pane, "Ручкина Вера Игоревна");
        await Tab.Type(pane, "/events");
        await Tab.TapAnywhere(pane, "02.12");
        await Tab.Tap(pane, "Записаться");
        await Tab.Sees(pane, "Вы записаны");
        await Tab.Type(pane, "/my");
        await Tab.Sees(pane, "Мои записи");
        await Expect(tab.Page.Locator(".person").Filter(new() { HasText = "Ручкина Вера Игоревна" })).ToBeVisibleAsync();
        await tab.OpenCalls();
        await Expect(tab.Page.Locator("#calls-list .call-method").First).ToBeVisibleAsync();
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_freed_place_is_seen_at_once_in_the_chat_beside()
    {
        var full = demonstration.NextFull();
        await using var tab = await demonstration.Open($"/#{full.Seated[0]},{full.Waiting[0]}");
        var (seated, waits) = (tab.Pane(full.Seated[0]), tab.Pane(full.Waiting[0]));
        await Tab.Type(seated, $"/start e_{await demonstration.NumberOf(full)}");
        // A reminder of another seminar, sent at any moment of this story, has that button as well.
        await Tab.TapUnder(seated, full.Theme.Title, "Отменить запись");
        // Somebody waits: the bot asks first.
        await Tab.TapUnder(seated, "вернуть его не получится", "Отменить запись");
        await Expect(seated.Locator(".toast")).ToContainTextAsync("Запись отменена");
        await Tab.Sees(waits, "Освободилось место");
        var (left, right) = ((await seated.BoundingBoxAsync())!, (await waits.BoundingBoxAsync())!);
        Assert.True(left.X + left.Width <= right.X + 1 && left.Y == right.Y, "the chats do not stand side by side");
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_link_in_a_chat_opens_there_and_a_newcomer_may_come_by_it()
    {
        var number = await demonstration.NumberOf(demonstration.NextUnlimited());
        await using var tab = await demonstration.Open();
        var pane = await tab.Meet("Пётр", "Ссылкин", $"https://t.me/msp_sandbox_bot?start=e_{number}");
        await Tab.Sees(pane, "После регистрации откроется");
        await Tab.Register(pane, "Ссылкин Пётр Олегович", starts: false);
        await Tab.Tap(pane, "Записаться");
        await Tab.Tap(pane, "Позвать коллегу");
        await Tab.Said(pane, "t.me/").Locator(".link, .key").First.ClickAsync();
        await Expect(pane.Locator(".msg.own").Last).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"/start e_{number}"));
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_calendar_file_can_be_saved()
    {
        var full = demonstration.NextFull();
        await using var tab = await demonstration.Open($"/#{full.Seated[1]}");
        var pane = tab.Pane(full.Seated[1]);
        await Tab.Type(pane, $"/start e_{await demonstration.NumberOf(full)}");
        await Tab.Sees(pane, full.Theme.Title);
        await Tab.Tap(pane, "В календарь");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => pane.Locator("a.file").Last.ClickAsync());
        Assert.EndsWith(".ics", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VCALENDAR", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        tab.IsQuiet();
    }

    [Fact]
    public async Task What_people_type_is_never_markup()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Methodologist}");
        var pane = tab.Pane(Townspeople.Methodologist);
        const string Nasty = "<img src=x onerror=alert(1)><b>жирно</b> & \"кавычки\"";
        await Tab.Type(pane, Nasty);
        await Expect(pane.Locator(".msg.own .text").Last).ToHaveTextAsync(Nasty);
        Assert.Equal(0, await pane.Locator(".msg.own img, .msg.own b").CountAsync());
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_reload_keeps_the_chat_and_a_lost_line_is_caught_up_with()
    {
        await using var tab = await demonstration.Open();
        var pane = await tab.Meet("Рената", "Связная");
        await Tab.Register(pane, "Связная Рената Львовна");
        await tab.Page.ReloadAsync();
        await Tab.Sees(pane, "Вы зарегистрированы");

        await tab.Page.Context.SetOfflineAsync(true);
        var id = long.Parse((await pane.GetAttributeAsync("data-chat"))!, System.Globalization.CultureInfo.InvariantCulture);
        var visitor = demonstration.Demo.Api.Visitor(id);
        await visitor.Types("/about");
        await visitor.Sees("117-р");
        await tab.Page.Context.SetOfflineAsync(false);
        await Tab.Sees(pane, "117-р");
    }

    [Fact]
    public async Task The_bot_can_be_blocked_and_let_in_again()
    {
        await using var tab = await demonstration.Open();
        var pane = await tab.Meet("Борис", "Молчун");
        await Tab.Register(pane, "Молчун Борис Павлович");
        await pane.GetByRole(AriaRole.Button, new() { Name = "Что ещё можно" }).ClickAsync();
        await pane.GetByRole(AriaRole.Button, new() { Name = "Заблокировать бота" }).ClickAsync();
        await pane.GetByRole(AriaRole.Button, new() { Name = "РАЗБЛОКИРОВАТЬ БОТА" }).ClickAsync();
        await pane.GetByRole(AriaRole.Button, new() { Name = "Что ещё можно" }).ClickAsync();
        await pane.GetByRole(AriaRole.Button, new() { Name = "Поделиться контактом" }).ClickAsync();
        await Expect(pane.Locator(".msg.own").Last).ToContainTextAsync("Контакт");
        tab.IsQuiet();
    }

    [Fact]
    public async Task The_menu_of_commands_is_the_one_of_this_chat_and_works_by_keyboard()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Head}");
        var pane = tab.Pane(Townspeople.Head);
        await pane.GetByLabel("Сообщение боту").FillAsync("/n");
        await Expect(pane.Locator(".menu.commands button")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("/new")]);
        await pane.GetByLabel("Сообщение боту").PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(pane.Locator(".msg.own").Last).ToContainTextAsync("/new");
        await Expect(pane.Locator(".msg.bot").Last).ToBeVisibleAsync();
        await Tab.Type(pane, "/cancel");
        tab.IsQuiet();
    }
}
