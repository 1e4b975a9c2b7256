using Microsoft.Playwright;
using Xunit;

namespace MspBot.Browser.Tests;

/// <summary>
/// The README's pictures. They are made into the folder that MSPBOT_PICTURES names, else into a temporary one:
/// <c>MSPBOT_PICTURES=docs/pictures dotnet run --project tests/MspBot.Browser.Tests -- -class '*Pictures'</c>
/// </summary>
[Collection("one browser at a time")]
public sealed class Pictures
{
    private const int Largest = 300_000;

    [Fact]
    public async Task A_conversation_on_a_phone_and_the_three_columns()
    {
        var folder = Environment.GetEnvironmentVariable("MSPBOT_PICTURES");
        var place = Directory.CreateDirectory(folder ?? Path.Combine(Path.GetTempPath(), $"msp-pictures-{Guid.NewGuid():N}")).FullName;

        // A demonstration of its own: the pictures are the same each time, whatever the other tests have done.
        await using var demonstration = new Demonstration();
        await demonstration.InitializeAsync();
        await Make(demonstration, place);
        Assert.All(Directory.GetFiles(place, "sandbox-*.png"), file => Assert.InRange(new FileInfo(file).Length, 5_000, Largest));
        Assert.Equal(4, Directory.GetFiles(place, "sandbox-*.png").Length);
        if (folder is null) Directory.Delete(place, recursive: true);
    }

    private static async Task Make(Demonstration demonstration, string place)
    {
        await using (var phone = await demonstration.Open(width: 390, height: 844))
        {
            await phone.Pick("Новикова");
            var pane = phone.Pane();
            await Tab.Register(pane, "Новикова Марина Олеговна");
            await Tab.Type(pane, "/events");
            await Tab.TapAnywhere(pane, "2 места");
            await Tab.Tap(pane, "Записаться");
            await Tab.Sees(pane, "Вы записаны");
            await Shoot(phone, place, "sandbox-phone");
        }

        foreach (var dark in (bool[])[false, true])
        {
            await using var desk = await demonstration.Open("/#800000001,700000001", dark: dark);
            var head = desk.Pane(700000001);
            if (!dark)
            {
                await Tab.Type(head, "/events");
                await Tab.TapAnywhere(head, "2 места");
                await Tab.Type(head, "/new");
                await Tab.Sees(head, "Что это будет");
            }

            await Shoot(desk, place, dark ? "sandbox-desktop-dark" : "sandbox-desktop");
        }

        await using var narrow = await demonstration.Open(width: 360, height: 740, dark: true);
        await Shoot(narrow, place, "sandbox-phone-list");
    }

    private static async Task Shoot(Tab tab, string place, string name)
    {
        await tab.Page.EvaluateAsync("document.activeElement?.blur()");
        await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(place, name + ".png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        tab.IsQuiet();
    }
}
