using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>A teacher finds a material in the demo's library, on a phone, and saves its file.</summary>
[Collection("one browser at a time")]
public sealed class LibraryStories : IAsyncLifetime
{
    internal const long Teacher = Townspeople.FirstTeacher;
    internal const string Name = "Проценты в магазине, 6 класс";
    internal const string About = "Урок-игра: чеки, скидки и кэшбэк.";

    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task A_teacher_finds_a_material_by_a_word_and_saves_its_file()
    {
        await using var phone = await demonstration.Open($"/#{Teacher}", width: 360, height: 720);
        var teacher = phone.Pane(Teacher);
        await Finds(phone, teacher);
        await Opens(teacher);
        await Takes(teacher);
        var file = teacher.Locator("a.file").Last;
        var download = await phone.Page.RunAndWaitForDownloadAsync(() => file.ClickAsync());
        Assert.Equal($"{Name}.docx", download.SuggestedFilename);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(await download.PathAsync()))[..2]);
        await phone.FitsSideways("the library");
        phone.IsQuiet();
    }

    /// <summary>From /materials to what was found.</summary>
    internal static async Task Finds(Tab phone, ILocator teacher)
    {
        await Tab.Type(teacher, "/materials");
        await Tab.Sees(teacher, "Библиотека");
        await Tab.Tap(teacher, "Найти");
        await Tab.Sees(teacher, "Что найти в библиотеке?");
        await Tab.Type(teacher, "процентами");
        await Tab.Sees(teacher, "По запросу «процентами»");
        await phone.FitsSideways("what was found");
    }

    internal static async Task Opens(ILocator teacher)
    {
        await Tab.TapUnder(teacher, "По запросу «процентами»", "Проценты в магазине");
        await Tab.Sees(teacher, About);
    }

    internal static async Task Takes(ILocator teacher)
    {
        await Tab.TapUnder(teacher, About, "Скачать");
        await Expect(teacher.Locator("a.file").Last).ToContainTextAsync(".docx");
    }
}
