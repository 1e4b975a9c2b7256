using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>Narrow windows, both themes, people who do not see the page or have no mouse.</summary>
[Collection("one browser at a time")]
public sealed class LookTests(Demonstration demonstration)
{
    [Theory]
    [InlineData(360)]
    [InlineData(400)]
    [InlineData(768)]
    public async Task Nothing_has_to_be_pushed_sideways(int width)
    {
        await using var tab = await demonstration.Open(width: width, height: 740);
        await tab.FitsSideways("the list");
        await tab.Page.Locator("#clock-face").ClickAsync();
        await tab.FitsSideways("the clock's window");
        await tab.Page.Keyboard.PressAsync("Escape");

        await tab.Pick("Соловьёва");
        var pane = tab.Pane(Townspeople.Methodologist);
        await Tab.Type(pane, "/events");
        await Tab.Sees(pane, "Мероприятия");
        await Tab.Type(pane, $"https://example.ru/{new string('я', 200)}");
        await tab.FitsSideways("a chat");
        await pane.Locator(".menu-open").ClickAsync();
        await Expect(pane.Locator(".menu.commands button").First).ToBeVisibleAsync();
        await tab.FitsSideways("the menu of commands");
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Вызовы API" }).ClickAsync();
        await tab.FitsSideways("the calls");
        tab.IsQuiet();
    }

    [Fact]
    public async Task On_a_phone_one_goes_from_the_list_to_a_chat_and_back()
    {
        await using var tab = await demonstration.Open(width: 390, height: 844);
        await Expect(tab.Pane()).ToHaveCountAsync(0);
        await tab.Pick("Соловьёва");
        await Expect(tab.Pane(Townspeople.Methodologist)).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#people")).ToBeHiddenAsync();
        await tab.Page.GoBackAsync();
        await Expect(tab.Page.Locator("#people")).ToBeVisibleAsync();
        await tab.Pick("Соловьёва");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "К списку людей" }).ClickAsync();
        await Expect(tab.Page.Locator("#people")).ToBeVisibleAsync();
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Axe_finds_nothing_serious(int width, bool dark)
    {
        await using var tab = await demonstration.Open(width: width, height: 800, dark: dark);
        await tab.AxeIsContent("the page at first");
        await tab.Pick("Ковалёва");
        var pane = tab.Pane(Townspeople.Head);
        await Tab.Type(pane, "/events");
        await Tab.Sees(pane, "Мероприятия");
        await tab.AxeIsContent("a chat");
        await pane.Locator(".menu-open").ClickAsync();
        await tab.AxeIsContent("the menu of commands");
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Locator("#clock-face").ClickAsync();
        await tab.AxeIsContent("the clock's window");
    }

    [Fact]
    public async Task The_page_can_be_used_without_a_mouse()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Methodologist}");
        await tab.Page.Locator("#people-search").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("Ковалёва");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Pane(Townspeople.Head).GetByLabel("Сообщение боту")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("/menu");
        await tab.Page.Keyboard.PressAsync("Enter");
        var key = tab.Pane(Townspeople.Head).Locator(".key").Filter(new() { HasText = "Мероприятия" }).Last;
        await key.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Tab.Sees(tab.Pane(Townspeople.Head), "Нажмите на мероприятие");

        // The message under the finger was replaced; the keyboard's place is still in it.
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.activeElement.matches('.key, .log')"));
        tab.IsQuiet();
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_somebody_chooses()
    {
        await using var tab = await demonstration.Open(dark: true);
        await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Светлая тема" }).ClickAsync();
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }
}
