using Microsoft.Playwright;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Browser.Tests;

/// <summary>Where pictures for README and guide go: the folder that MSPBOT_PICTURES names, else a temporary one.</summary>
internal static class PictureFolder
{
    private const int Largest = 300_000;

    internal static async Task Fill(string[] names, Func<string, Task> make)
    {
        var folder = Environment.GetEnvironmentVariable("MSPBOT_PICTURES");
        // The runner works in the folder of the programs; people mean the repository's.
        var place = folder is not null ? Path.Combine(Repository.Root, folder)
            : Path.Combine(Path.GetTempPath(), $"msp-pictures-{Guid.NewGuid():N}");
        Directory.CreateDirectory(place);
        await make(place);
        Assert.All(names, name => Assert.InRange(new FileInfo(Path.Combine(place, $"{name}.png")).Length, 5_000, Largest));
        if (folder is null) Directory.Delete(place, recursive: true);
    }

    internal static async Task Shoot(Tab tab, string place, string name, string part = "body")
    {
        await tab.Page.EvaluateAsync("document.activeElement?.blur()");
        await tab.Page.Mouse.MoveAsync(1, 1);
        var png = await tab.Page.Locator(part)
            .ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        await File.WriteAllBytesAsync(Path.Combine(place, name + ".png"), Png.Smaller(png));
        tab.IsQuiet();
    }
}
