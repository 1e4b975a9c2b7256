using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>What is left when the sandbox was stopped and started again.</summary>
[Collection("one browser at a time")]
public sealed class RestartStories : IAsyncLifetime
{
    private const long Teacher = 700_000_101;
    private const long Tutor = 700_000_011;

    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task What_was_said_is_there_again_old_cards_still_change_and_nothing_fails()
    {
        await using (var before = await demonstration.Open($"/#{Teacher},{Tutor}"))
        {
            await ConsultationStories.Ask(before.Pane(Teacher), "Смысловое чтение в 6 классе", "Русский язык");
            await Tab.Sees(before.Pane(Tutor), "Новая заявка на консультацию");
            await before.Pane(Teacher).GetByRole(AriaRole.Button, new() { Name = "Отправить файл" }).WaitForAsync();
            await before.Pane(Teacher).Locator("input[type=file]")
                .SetInputFilesAsync(new FilePayload { Name = "план.txt", MimeType = "text/plain", Buffer = "план"u8.ToArray() });
            await Expect(before.Pane(Teacher).Locator(".msg.own a.file")).ToBeVisibleAsync();
            await demonstration.Demo.Api.Idle();
        }

        await demonstration.Restart();

        await using var tab = await demonstration.Open($"/#{Teacher},{Tutor}");
        var (teacher, tutor) = (tab.Pane(Teacher), tab.Pane(Tutor));
        await Tab.Sees(teacher, "Заявка отправлена");
        await Expect(teacher.Locator(".msg.own").Filter(new() { HasText = "Смысловое чтение" })).ToBeVisibleAsync();
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => teacher.Locator(".msg.own a.file").ClickAsync());
        Assert.Equal("план", await File.ReadAllTextAsync(await download.PathAsync()));

        // The old card takes the press, and the other old card changes by it.
        await Tab.Tap(tutor, "Подтвердить");
        await Tab.Sees(teacher, "Тьютор подтвердил консультацию");
        await demonstration.Demo.Api.Idle();
        Assert.Empty(demonstration.Demo.Api.Journal.Entries.Where(call => call.Status >= 400)
            .Select(call => $"{call.Method} {call.Answer}"));
        await tab.OpenCalls();
        await Expect(tab.Page.Locator(".call.failed")).ToHaveCountAsync(0);
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_guest_who_has_not_registered_yet_is_still_there_once_and_who_blocked_the_bot_still_blocks_it()
    {
        await using (var before = await demonstration.Open())
        {
            var guest = await before.Meet("Пётр", "Ждущий");
            await guest.GetByRole(AriaRole.Button, new() { Name = "СТАРТ" }).ClickAsync();
            await Expect(guest.Locator(".key").First).ToBeVisibleAsync();
            await demonstration.Demo.Api.Visitor(Teacher).Blocks();
            await demonstration.Demo.Api.Idle();
        }

        await demonstration.Restart();

        Assert.True(demonstration.Demo.Api.Visitor(Teacher).Person.HasBlocked);
        await using var tab = await demonstration.Open();
        await Expect(tab.Page.Locator(".person").Filter(new() { HasText = "Ждущий" })).ToHaveCountAsync(1);
        await Expect(tab.Page.Locator(".person").Filter(new() { HasText = "Новикова" })).ToHaveCountAsync(1);
        await tab.Pick("Ждущий");
        await Tab.Tap(tab.Pane(), "Согласен");
        tab.IsQuiet();
    }
}
