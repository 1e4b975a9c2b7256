using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>What the bot sends besides words: a picture is seen whole, a PDF and a table can be saved, a link in a caption works.</summary>
[Collection("one browser at a time")]
public sealed class FileStories(Demonstration demonstration)
{
    private const long Teacher = 700_000_102;
    private const long Tutor = 700_000_012;

    [Fact]
    public async Task An_invitation_is_a_picture_in_full_view_with_a_link_that_somebody_new_may_come_by()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Head}");
        var head = tab.Pane(Townspeople.Head);
        await Tab.Type(head, "/people");
        await Tab.Tap(head, "Пригласить");
        await Tab.TapAnywhere(head, "Методист");
        await Tab.Tap(head, "Создать приглашение");
        var picture = Tab.Said(head, "Приглашение на стажировочную площадку").Locator("img.picture");
        Assert.True(await picture.EvaluateAsync<bool>("i => i.decode().then(() => i.naturalWidth > 200)"));
        await Expect(Tab.Said(head, "start=i_").Locator(".stamp")).ToBeInViewportAsync();

        var link = Tab.Said(head, "start=i_").Locator("a.link");
        var address = await link.InnerTextAsync();
        await link.ClickAsync();
        await Tab.Sees(head, "Это ваше приглашение");
        var guest = await tab.Meet("Нина", "Званова", address);
        await Tab.Sees(guest, "После регистрации откроется");
        await Tab.Register(guest, "Званова Нина Павловна", starts: false, subject: null);
        await Tab.Sees(guest, "методист");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Whoever_is_at_the_end_stays_there_also_when_a_picture_comes_before_the_scrolling_is_noticed()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Head}");
        var head = tab.Pane(Townspeople.Head);
        await Tab.Type(head, "/menu");
        await Tab.Sees(head, "Меню");
        var below = await head.Locator(".log").EvaluateAsync<double>("""
            log => {
                const picture = document.createElement("img");
                picture.style.cssText = "display: block; min-height: 900px";
                log.append(picture);
                log.dispatchEvent(new Event("scroll"));
                picture.dispatchEvent(new Event("load"));
                return log.scrollHeight - log.scrollTop - log.clientHeight;
            }
            """);
        Assert.InRange(below, -1, 1);
    }

    [Fact]
    public async Task A_certificate_is_saved_as_a_PDF_and_its_code_is_checked_by_a_stranger()
    {
        await using var tab = await demonstration.Open($"/#{Teacher}");
        var pane = tab.Pane(Teacher);
        await Tab.Type(pane, "/my");
        await Tab.Tap(pane, "Сертификаты");
        await Tab.Sees(pane, "пришлю файл для печати");
        await Tab.TapAnywhere(pane, " · ");
        await Tab.Sees(pane, "Сертификат №");
        Assert.Equal("%PDF-", await Save(tab, pane, ".pdf", 5));

        await using var command =
            demonstration.Demo.Database.CreateCommand(
            "select c.code from certificate c join person p on p.id = c.person_id where p.chat_id = 700000102");
        var stranger = await tab.Meet("Прохор", "Сверкин", $"https://t.me/msp_sandbox_bot?start=c_{await command.ExecuteScalarAsync()}");
        await Tab.Sees(stranger, "Рябова");
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_month_of_the_journal_is_saved_as_a_table()
    {
        await using var tab = await demonstration.Open($"/#{Tutor}");
        var pane = tab.Pane(Tutor);
        await Tab.Type(pane, "/journal");
        await Tab.TapAnywhere(pane, "Ноябрь 2026");
        await Tab.Tap(pane, "Месяц в Excel");
        Assert.Equal("PK", await Save(tab, pane, ".xlsx", 2));
        tab.IsQuiet();
    }

    [Fact]
    public async Task Ratings_are_a_picture_and_the_words_stand_beside()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Head}");
        var pane = tab.Pane(Townspeople.Head);
        await Tab.Type(pane, "/feedback");
        await Tab.Tap(pane, "Все отзывы");
        await Tab.TapAnywhere(pane, "·");
        await Expect(Tab.Said(pane, "ответов").Locator("img.picture")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Tab.Tap(pane, "Слова");
        await Tab.Sees(pane, "Что возьмут в работу");
        tab.IsQuiet();
    }

    /// <summary>The first letters of the newest file of the chat.</summary>
    private static async Task<string> Save(Tab tab, ILocator pane, string ending, int letters)
    {
        var file = pane.Locator("a.file").Last;
        await Expect(file).ToContainTextAsync(ending);
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => file.ClickAsync());
        Assert.EndsWith(ending, download.SuggestedFilename, StringComparison.Ordinal);
        return System.Text.Encoding.Latin1.GetString((await File.ReadAllBytesAsync(await download.PathAsync()))[..letters]);
    }
}
