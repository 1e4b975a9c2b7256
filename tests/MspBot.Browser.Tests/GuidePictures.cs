using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>The pictures of «Учителю за минуту» in the guide, on a phone; made like <see cref="Pictures"/>.</summary>
[Collection("one browser at a time")]
public sealed class GuidePictures
{
    private static readonly string[] Made = ["guide-menu", "guide-events", "guide-signed", "guide-consultation"];

    [Fact]
    public async Task A_teachers_first_minute()
    {
        await using var demonstration = new Demonstration();
        await demonstration.InitializeAsync();
        await PictureFolder.Fill(Made, async place =>
        {
            await using var phone = await demonstration.Open(width: 360, height: 720);
            await phone.Pick("Новикова");
            var pane = phone.Pane();
            await Tab.Register(pane, "Новикова Марина Олеговна", subject: "Начальные классы");
            await Shoot(phone, pane, place, "guide-menu");
            await Tab.Tap(pane, "Мероприятия");
            await Tab.Sees(pane, "02.12");
            await Shoot(phone, pane, place, "guide-events");
            await Tab.TapAnywhere(pane, "02.12");
            await Tab.Tap(pane, "Записаться");
            await Tab.Sees(pane, "Вы записаны");
            await Shoot(phone, pane, place, "guide-signed");
            await ConsultationStories.Ask(pane, "Смысловое чтение во 2 классе");
            await Shoot(phone, pane, place, "guide-consultation");
        });
    }

    private static async Task Shoot(Tab phone, ILocator pane, string place, string name)
    {
        await Expect(pane.Locator(".toast")).ToBeEmptyAsync();
        await PictureFolder.Shoot(phone, place, name);
    }
}
