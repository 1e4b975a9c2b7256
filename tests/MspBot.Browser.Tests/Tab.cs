using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>A window of the browser that notes what a good page never does: errors in its console, requests to anywhere else.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    internal Tab(IPage page, Uri home)
    {
        Page = page;
        page.SetDefaultTimeout(15_000);
        SetDefaultExpectTimeout(15_000);
        page.PageError += (_, error) => Note(error);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") Note($"{message.Type}: {message.Text}"); };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != home.Authority)
                Note($"a request to {url}");
        };
    }

    internal IPage Page { get; }

    internal static ILocator Said(ILocator pane, string part) => pane.Locator(".msg.bot").Filter(new() { HasText = part }).Last;

    internal ILocator Pane(long chat) => Page.Locator($".pane[data-chat='{chat}']");

    internal ILocator Pane() => Page.Locator(".pane").First;

    /// <summary>Picks a person in the list at the left.</summary>
    internal Task Pick(string name) => Page.Locator(".person").Filter(new() { HasText = name }).First.ClickAsync();

    /// <summary>Somebody nobody has met yet; their chat is open.</summary>
    internal async Task<ILocator> Meet(string firstName, string lastName, string link = "")
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Новый человек" }).ClickAsync();
        await Page.GetByLabel("Имя", new() { Exact = true }).FillAsync(firstName);
        await Page.GetByLabel("Фамилия").FillAsync(lastName);
        await Page.GetByLabel("Пришёл по ссылке").FillAsync(link);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Открыть чат" }).ClickAsync();
        var pane = Page.GetByRole(AriaRole.Article, new() { Name = $"Чат: {firstName} {lastName}" });
        await pane.WaitForAsync();
        return Pane(long.Parse((await pane.GetAttributeAsync("data-chat"))!, System.Globalization.CultureInfo.InvariantCulture));
    }

    internal static async Task Type(ILocator pane, string text)
    {
        await pane.GetByLabel("Сообщение боту").FillAsync(text);
        await pane.GetByLabel("Сообщение боту").PressAsync("Enter");
    }

    /// <summary>The newest button of the chat that begins with these words.</summary>
    internal static Task Tap(ILocator pane, string label) =>
        pane.Locator(".key").Filter(new() { HasTextRegex = new($"^{Regex.Escape(label)}") }).Last.ClickAsync();

    /// <summary>The button that begins with these words under the newest message that says this, whatever came after it.</summary>
    internal static Task TapUnder(ILocator pane, string said, string label) =>
        Said(pane, said).Locator(".key").Filter(new() { HasTextRegex = new($"^{Regex.Escape(label)}") }).First.ClickAsync();

    /// <summary>The first button of the newest message with buttons that has these words anywhere.</summary>
    internal static Task TapAnywhere(ILocator pane, string part) =>
        pane.Locator(".keys").Last.Locator(".key").Filter(new() { HasText = part }).First.ClickAsync();

    internal static Task Sees(ILocator pane, string part) => Expect(Said(pane, part)).ToBeVisibleAsync();

    /// <summary>From «СТАРТ» to the menu, by hand.</summary>
    internal static async Task Register(ILocator pane, string name, bool starts = true, string? subject = "Математика")
    {
        if (starts) await pane.GetByRole(AriaRole.Button, new() { Name = "СТАРТ" }).ClickAsync();
        await Tap(pane, "Согласен");
        await Sees(pane, "Как вас зовут?");
        await Type(pane, name);
        await Sees(pane, "Где вы работаете?");
        await TapAnywhere(pane, "Бережковская");
        await Sees(pane, "Кем вы работаете?");
        await TapAnywhere(pane, "Учитель");
        // Who was invited to a role without lessons is not asked.
        if (subject is not null)
        {
            await Sees(pane, "Что вы преподаёте?");
            await Tap(pane, subject);
            await Tap(pane, "Готово");
        }
        await Sees(pane, "всё ли верно");
        await Tap(pane, "Всё верно");
        await Sees(pane, "Вы зарегистрированы");
    }

    internal async Task OpenCalls()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Вызовы API" }).ClickAsync();
        await Expect(Page.Locator("#calls")).ToBeVisibleAsync();
    }

    /// <summary>The clock goes on to this moment of the site's zone.</summary>
    internal async Task MoveTo(string moment)
    {
        await Page.Locator("#clock-face").ClickAsync();
        await Page.GetByLabel("День и время").FillAsync(moment);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Перевести" }).ClickAsync();
        await Expect(Page.Locator("#clock-now")).ToContainTextAsync(moment[11..]);
    }

    /// <summary>Nothing sticks out to the right of the window, and the window cannot be pushed sideways.</summary>
    internal async Task FitsSideways(string where)
    {
        var wide = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body *')]
              .filter(e => { const b = e.getBoundingClientRect(); return b.width && b.height && !e.closest('.sr, svg')
                && getComputedStyle(e).visibility !== 'hidden' && (b.right > innerWidth + 0.5 || b.left < -0.5); })
              .map(e => `${e.tagName}.${e.className}`).concat(document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : [])
            """);
        Assert.True(wide.Length == 0, $"{where}: wider than the window: {string.Join(", ", wide)}");
    }

    /// <summary>Axe finds nothing serious.</summary>
    internal async Task AxeIsContent(string where)
    {
        var found = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var serious = found.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v =>
                $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(4).Select(n => $"{n.Html} {string.Join(
                    ' ', n.Any.Select(a => a.Message))}"))}");
        Assert.True(!serious.Any(), $"{where}:\n{string.Join('\n', serious)}");
    }

    internal void IsQuiet()
    {
        lock (complaints) Assert.Empty(complaints);
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Note(string complaint)
    {
        lock (complaints) complaints.Add(complaint);
    }
}
