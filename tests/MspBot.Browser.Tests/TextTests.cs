using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>Links and moments inside a text.</summary>
[Collection("one browser at a time")]
public sealed class TextTests(Demonstration demonstration)
{
    private const long Chat = Townspeople.Head + 120;

    [Fact]
    public async Task A_link_flows_with_the_text_around_it()
    {
        await using var tab = await demonstration.Open($"/#{Chat}", width: 360, height: 740);
        const string Long = "https://t.me/msp_sandbox_bot?start=e_1234567890_1234567890_1234567890_1234567890";
        await demonstration.Say(Chat,
            $"Смотрите <a href=\"{Long}\">открыть карточку этой встречи прямо здесь, в нашем чате</a>, или {Long}, или /help");
        var text = Tab.Said(tab.Pane(Chat), "Смотрите").Locator(".text");

        await Expect(text.Locator(".link")).ToHaveCountAsync(3);

        // A block of its own would have one rectangle, and would begin at the left.
        var links = await text.Locator(".link")
            .EvaluateAllAsync<int[
][]>("all => all.map(a => [a.getClientRects().length, a.getClientRects()[0].left - " +
            "a.parentElement.getBoundingClientRect().left])");
        Assert.All(links[..2], link => Assert.True(link[0] > 1, "a link stands in a block of its own"));
        Assert.True(links[0][1] > 20, "a link does not begin where the words before it end");
        Assert.All(await text.Locator(".link").EvaluateAllAsync<string[]>("all => all.map(a => getComputedStyle(a).textAlign)"),
            align => Assert.Contains(align, "start left"));
        await tab.FitsSideways("a long link");
        await text.Locator(".link").Last.ClickAsync();
        await Expect(tab.Pane(Chat).Locator(".msg.own").Last).ToContainTextAsync("/help");
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_moment_tells_its_time_where_the_person_is()
    {
        // The browser is in Vladivostok, seven hours ahead of the site.
        await using var tab = await demonstration.Open($"/#{Chat + 1}");
        var at = new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.FromHours(3)).ToUnixTimeSeconds();
        await demonstration.Say(Chat + 1,
            $"<b>Когда:</b> <tg-time unix=\"{at}\">вт, 24 ноября, 15:00</tg-time>, это <tg-time unix=\"{at}\" format=\"wDt\">в " +
            $"срок</tg-time>");
        var moments = Tab.Said(tab.Pane(Chat + 1), "Когда").Locator(".moment");
        await Expect(moments.First).ToHaveTextAsync("вт, 24 ноября, 15:00");
        await Expect(moments.First).ToHaveAttributeAsync("title", "У вас это вт, 24 ноября, 22:00");
        await Expect(moments.Last).ToContainTextAsync("22:00");
        await moments.First.ClickAsync();
        await Expect(tab.Pane(Chat + 1).Locator(".toast")).ToHaveTextAsync("У вас это вт, 24 ноября, 22:00");
        await tab.AxeIsContent("a moment");
        tab.IsQuiet();
    }
}
