using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using MspBot.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>The four things to try that the console and the README name, on a fresh start, word for word.</summary>
[Collection("one browser at a time")]
public sealed class FirstTriesStories : IAsyncLifetime
{
    private static readonly string[] Named =
        ["Марина Новикова", "СТАРТ", "Согласен", "Мероприятия", "Записаться", "Руководитель площадки", "/events", "К понедельнику 08:00"];

    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task What_the_console_and_the_README_promise_is_so()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        Assert.All(Named, word => Assert.Contains(word, Welcome.Of(demonstration.Demo), StringComparison.Ordinal));
        Assert.All(Named, word => Assert.Contains(word, readme, StringComparison.Ordinal));

        await using var tab = await demonstration.Open();
        var head = tab.Pane(Townspeople.Head);
        await Expect(head).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Руководитель площадки" })).ToBeVisibleAsync();
        await tab.Pick("Марина Новикова");
        var marina = tab.Pane();
        await Tab.Register(marina, "Новикова Марина Олеговна");
        await Tab.Tap(marina, "Мероприятия");
        await Tab.Sees(marina, "02.12");
        await Tab.TapAnywhere(marina, "02.12");
        await Tab.Tap(marina, "Записаться");
        await Tab.Sees(marina, "Вы записаны");

        await Tab.Type(head, "/events");
        await Tab.TapAnywhere(head, "02.12");
        await Tab.Tap(head, "Отменить мероприятие");
        await Tab.Sees(head, "Почему отменяем?");
        await Tab.Type(head, "Ведущий заболел");
        await head.Locator(".key.danger").Last.ClickAsync();
        await Tab.Sees(marina, "Ведущий заболел");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "К понедельнику 08:00" }).First.ClickAsync();
        await Tab.Sees(head, "Неделя 23–29 ноября");
        tab.IsQuiet();
    }
}
