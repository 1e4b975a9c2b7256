using Microsoft.Playwright;
using MspBot.Domain.People.Profile;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>A school of the demo, by hand: its head looks whom the school has sent, and sends another.</summary>
[Collection("one browser at a time")]
public sealed class SchoolStories : IAsyncLifetime
{
    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task A_head_looks_whom_the_school_has_sent_and_sends_another_who_says_yes()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.FirstSchoolHead}");
        var head = tab.Pane(Townspeople.FirstSchoolHead);

        await Tab.Type(head, "/school");
        await Tab.Sees(head, "Ольховская СОШ");
        await Tab.Tap(head, "Места школы");
        await Tab.Sees(head, "ждём ответа 2");
        var sent = await Choose(head);
        await Send(head);
        tab.IsQuiet();

        await using var other = await demonstration.Open($"/#{sent}");
        var teacher = other.Pane(sent);
        await Tab.Type(teacher, "/my");
        await Tab.Sees(teacher, "вас направила школа: ответьте");
        await Tab.TapAnywhere(teacher, "❓");
        await Tab.Tap(teacher, "Участвовать");
        await Tab.Sees(teacher, "Вы записаны");
        other.IsQuiet();
    }

    /// <summary>From the school's card, or one that it leads to: the nearest meeting, and a tick; the chat of who is ticked.</summary>
    internal static async Task<long> Choose(ILocator head)
    {
        await Tab.Tap(head, "Направить учителя");
        await Tab.Sees(head, "На какое мероприятие направить?");
        await Tab.TapAnywhere(head, " · ");
        await Tab.Sees(head, "Отметьте");
        var name = await head.Locator(".keys").Last.Locator(".key").First.InnerTextAsync();
        await Tab.Tap(head, name);
        await Expect(head.Locator(".keys").Last).ToContainTextAsync("Готово (1)");
        return Townspeople.All.Single(p => p.School.Contains("Ольховская СОШ", StringComparison.Ordinal)
            && name.StartsWith(FullName.Short(p.FullName), StringComparison.Ordinal)).TelegramId;
    }

    internal static async Task Send(ILocator head)
    {
        await Tab.Tap(head, "Готово (1)");
        await Tab.Tap(head, "Пропустить");
        await Tab.Sees(head, "Направить?");
        await Tab.Tap(head, "Направить");
        await Tab.Sees(head, "Направлено: 1");
    }
}
