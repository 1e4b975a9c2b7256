using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>Buttons under messages as Telegram draws them: one line, colours, copying, sharing.</summary>
[Collection("one browser at a time")]
public sealed class KeyTests(Demonstration demonstration)
{
    private const long Chat = Townspeople.Head + 115;

    [Theory]
    [InlineData(360)]
    [InlineData(400)]
    [InlineData(1440)]
    public async Task A_long_label_is_cut_on_one_line_and_what_a_label_may_have_is_seen_whole(int width)
    {
        await using var tab = await demonstration.Open($"/#{Chat}", width: width, height: 740);
        await demonstration.Say(Chat, "Что выбрать?",
            Press("02.12 14:30 · Объединение учителей начальных классов: диагностика чтения и письма в пятых классах"),
            Press("Сообщить, когда появится время ок"),
            (object[])[Press("Подтвердить всё"), Press("Передать коллеге, который свободен")], Press("Да"));
        var keys = tab.Pane(Chat).Locator(".keys").Last.Locator(".key");
        await Expect(keys).ToHaveCountAsync(5);

        var cut =
            await keys.EvaluateAllAsync<bool[
]>("all => all.map(k => { const l = k.querySelector('.key-label'); return l.scrollWidth > l.clientWidth; })");
        Assert.Equal([true, false, false, true, false], cut);
        Assert.Equal("ellipsis", await keys.First.Locator(".key-label").EvaluateAsync<string>("l => getComputedStyle(l).textOverflow"));
        var boxes = await Task.WhenAll((await keys.AllAsync()).Select(key => key.BoundingBoxAsync()));
        Assert.Single(boxes.Select(box => box!.Height).Distinct());
        Assert.Equal(boxes[2]!.Width, boxes[3]!.Width, 0.6f);
        await tab.FitsSideways("the buttons");
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Red_green_and_blue_are_told_apart_and_can_be_read(bool dark)
    {
        await using var tab = await demonstration.Open($"/#{Chat + 1}", dark: dark);
        await demonstration.Say(Chat + 1, "Отменить встречу?", Press("Отменить", "danger"), Press("Всё верно", "success"),
            Press("Ещё", "primary"), Press("Назад"));
        var keys = tab.Pane(Chat + 1).Locator(".keys").Last.Locator(".key");
        await Expect(keys).ToHaveCountAsync(4);
        var colours = await keys.EvaluateAllAsync<string[]>("all => all.map(k => getComputedStyle(k).backgroundColor)");
        Assert.Equal(4, colours.Distinct().Count());
        Assert.Equal([true, false, false], colours.Take(3).Select(c => Parts(c) is var (r, g, b) && r > g + b));
        Assert.Equal([false, true, false], colours.Take(3).Select(c => Parts(c) is var (r, g, b) && g > r && g > b));
        await tab.AxeIsContent("coloured buttons");
    }

    [Fact]
    public async Task A_copy_button_copies_and_says_so()
    {
        await using var tab = await demonstration.Open($"/#{Chat + 2}");
        await tab.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await demonstration.Say(Chat + 2, "Кодовое слово", new { text = "Скопировать слово", copy_text = new { text = "маяк 42" } });
        await Tab.Tap(tab.Pane(Chat + 2), "Скопировать");
        await Expect(tab.Pane(Chat + 2).Locator(".toast")).ToHaveTextAsync("Скопировано");
        Assert.Equal("маяк 42", await tab.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_share_button_shows_what_is_sent_and_somebody_new_comes_by_it()
    {
        var number = await demonstration.NumberOf(demonstration.NextUnlimited());
        var link = $"https://t.me/msp_sandbox_bot?start=e_{number}";
        await using var tab = await demonstration.Open($"/#{Chat + 3}");
        await demonstration.Say(Chat + 3, "Позовите коллегу",
            new
            {
                text = "Переслать",
                url = $"https://t.me/share/url?url={Uri.EscapeDataString(link)}&text={Uri.EscapeDataString("Идём вместе: чтение")}"
            });
        await Tab.Tap(tab.Pane(Chat + 3), "Переслать");
        await Expect(tab.Page.Locator("#share-text")).ToHaveTextAsync($"{link}\nИдём вместе: чтение");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Скопировать", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("#share-form [role=status]")).ToHaveTextAsync("Скопировано");
        await Expect(tab.Page.Locator("#share-form .error")).ToBeEmptyAsync();
        await tab.Page.Locator("#share-new").ClickAsync();
        await Expect(tab.Page.GetByLabel("Пришёл по ссылке")).ToHaveValueAsync(link);
        await tab.Page.GetByLabel("Имя", new() { Exact = true }).FillAsync("Зоя");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Открыть чат" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Article, new() { Name = "Чат: Зоя" }).Locator(".msg.own"))
            .ToContainTextAsync($"/start e_{number}");
        tab.IsQuiet();
    }

    private static object Press(string text, string style = "") => new { text, callback_data = "menu", style };

    private static (int R, int G, int B) Parts(string colour) =>
        colour.Split('(', ',', ')') is [_, var r, var g, var b, ..] ? (Number(r), Number(g), Number(b)) : throw new FormatException(colour);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
