using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>The clock that can be moved, in a demonstration of their own: the other tests want their Tuesday.</summary>
[Collection("one browser at a time")]
public sealed class ClockStories : IAsyncLifetime
{
    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task The_clock_is_moved_and_the_bot_lives_in_the_new_time()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Methodologist}");
        var before = demonstration.Demo.Clock.GetUtcNow();
        await tab.Page.Locator(".top [data-hours='1']").ClickAsync();
        await Expect(tab.Page.Locator("#clock-now"))
            .ToHaveAttributeAsync("datetime", new System.Text.RegularExpressions.Regex($"^{before.AddHours(1):yyyy-MM-ddTHH}"));
        Assert.InRange(demonstration.Demo.Clock.GetUtcNow() - before, TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));

        var pane = tab.Pane(Townspeople.Methodologist);
        await Tab.Type(pane, "/about");
        var moscow = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(demonstration.Demo.Clock.GetUtcNow(), "Europe/Moscow");
        await Expect(pane.Locator(".msg.own .stamp").Last).ToHaveTextAsync($"{moscow:HH:mm}");
        tab.IsQuiet();
    }

    [Fact]
    public async Task To_Monday_morning_and_to_a_day_but_never_back()
    {
        await using var tab = await demonstration.Open();
        await tab.Page.Locator(".top [data-monday]").ClickAsync();
        await Expect(tab.Page.Locator("#clock-now")).ToContainTextAsync("пн, ");
        await Expect(tab.Page.Locator("#clock-now")).ToContainTextAsync("08:00");

        var there = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(demonstration.Demo.Clock.GetUtcNow().AddDays(2), "Europe/Moscow");
        await tab.MoveTo($"{there:yyyy-MM-dd}T13:45");
        tab.IsQuiet();

        // The browser itself writes a refused request into its console.
        await tab.Page.Locator("#clock-face").ClickAsync();
        await tab.Page.GetByLabel("День и время").FillAsync("2026-01-01T10:00");
        await tab.Page.EvaluateAsync("document.querySelector('#clock-form [name=to]').removeAttribute('min')");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Перевести" }).ClickAsync();
        await Expect(tab.Page.Locator("#clock-form .error")).ToContainTextAsync("только вперёд");
    }
}
