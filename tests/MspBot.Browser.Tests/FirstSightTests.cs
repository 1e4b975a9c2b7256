using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>What one meets first: on a phone, by keyboard, as somebody who is no developer.</summary>
[Collection("one browser at a time")]
public sealed class FirstSightTests(Demonstration demonstration)
{
    [Theory]
    [InlineData(360)]
    [InlineData(400)]
    public async Task On_a_phone_the_clock_shows_the_day_and_that_it_can_be_moved(int width)
    {
        await using var tab = await demonstration.Open(width: width, height: 740);
        var face = tab.Page.Locator("#clock-face");
        await Expect(face).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"(пн|вт|ср|чт|пт|сб|вс), \d+ "),
            new() { UseInnerText = true });
        await Expect(face.Locator(".clock-more")).ToBeVisibleAsync();
        Assert.NotEqual("rgba(0, 0, 0, 0)", await face.EvaluateAsync<string>("f => getComputedStyle(f).backgroundColor"));
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Изменить время" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator(".people-note")).ToBeVisibleAsync();
        await tab.FitsSideways("the top");
        Assert.InRange((await tab.Page.Locator(".top").BoundingBoxAsync())!.Height, 40, 56);
        tab.IsQuiet();
    }

    [Fact]
    public async Task The_calls_are_closed_until_somebody_opens_them_and_then_stay_open()
    {
        await using var tab = await demonstration.Open();
        await Expect(tab.Page.Locator("#calls")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#calls-switch")).ToHaveAttributeAsync("aria-expanded", "false");
        await tab.OpenCalls();
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator("#calls")).ToBeVisibleAsync();
        tab.IsQuiet();
    }

    [Fact]
    public async Task The_first_stop_of_the_tab_key_leads_past_everything_to_the_chat()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Methodologist}");
        await tab.Page.Keyboard.PressAsync("Tab");
        await Expect(tab.Page.Locator("#skip")).ToBeFocusedAsync();
        await Expect(tab.Page.Locator("#skip")).ToBeInViewportAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Pane(Townspeople.Methodologist).GetByLabel("Сообщение боту")).ToBeFocusedAsync();
        Assert.EndsWith($"#{Townspeople.Methodologist}", tab.Page.Url, StringComparison.Ordinal);
        tab.IsQuiet();
    }

    [Fact]
    public async Task The_list_of_people_is_one_stop_and_the_arrows_go_through_it()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Methodologist}");
        var people = tab.Page.Locator(".person");
        Task<int> Stops() => tab.Page.Locator(".person[tabindex='0']").CountAsync();
        Assert.Equal(1, await Stops());

        await tab.Page.Locator("#new-person").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Tab");
        await Expect(tab.Page.Locator($".person[data-id='{Townspeople.Methodologist}']")).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Home");
        await Expect(people.First).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(people.Nth(1)).ToBeFocusedAsync();
        Assert.Equal(1, await Stops());

        // One more Tab leaves the list; back again is where one was.
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.False(await tab.Page.EvaluateAsync<bool>("document.activeElement.matches('.person')"));
        await tab.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(people.Nth(1)).ToBeFocusedAsync();

        await tab.Page.Locator("#people-search").FillAsync("Ковалёва");
        await Expect(people).ToHaveCountAsync(1);
        Assert.Equal(1, await Stops());
        tab.IsQuiet();
    }
}
