using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>
/// The README's pictures. They are made into the folder that MSPBOT_PICTURES names, else into a temporary one:
/// <c>MSPBOT_PICTURES=docs/pictures dotnet run --project tests/MspBot.Browser.Tests -- -class '*Pictures'</c>
/// </summary>
[Collection("one browser at a time")]
public sealed class Pictures
{
    private static readonly string[] Made = ["phone", "page", "page-dark", "phone-list", "consultation", "plan", "monitoring", "library"];

    [Fact]
    public async Task A_conversation_on_a_phone_and_the_three_columns()
    {
        // A demonstration of its own: the pictures are the same each time, whatever the other tests have done.
        await using var demonstration = new Demonstration();
        await demonstration.InitializeAsync();
        await PictureFolder.Fill(Made, place => Make(demonstration, place));
    }

    private static async Task Make(Demonstration demonstration, string place)
    {
        await using (var phone = await demonstration.Open(width: 390, height: 844))
        {
            await phone.Pick("Новикова");
            var pane = phone.Pane();
            await Tab.Register(pane, "Новикова Марина Олеговна", subject: "Начальные классы");
            await Tab.Type(pane, "/events");
            await Tab.TapAnywhere(pane, "02.12");
            await Tab.Tap(pane, "Записаться");
            await Tab.Sees(pane, "Вы записаны");
            await Expect(pane.Locator(".toast")).ToBeEmptyAsync();
            await PictureFolder.Shoot(phone, place, "phone");
        }

        foreach (var dark in (bool[])[false, true])
        {
            await using var desk = await demonstration.Open("/#800000001,700000001", dark: dark);
            var head = desk.Pane(700000001);
            await desk.OpenCalls();
            if (!dark)
            {
                await Tab.Type(head, "/events");
                await Tab.TapAnywhere(head, "01.12");
                await Tab.Type(head, "/new");
                await Tab.Sees(head, "Что это будет");
            }

            await PictureFolder.Shoot(desk, place, dark ? "page-dark" : "page");
        }

        // Two phones side by side: the tutor has confirmed, the teacher has it at once.
        await using (var pair = await demonstration.Open("/#700000101,700000011", width: 1100, height: 800))
        {
            var (teacher, tutor) = (pair.Pane(700000101), pair.Pane(700000011));
            await ConsultationStories.Ask(teacher, "Смысловое чтение в 6 классе", "Русский язык");
            await Tab.Tap(tutor, "Подтвердить");
            await Tab.Sees(teacher, "Тьютор подтвердил консультацию");
            await Expect(tutor.Locator("a.file")).ToBeVisibleAsync();
            await Expect(tutor.Locator(".toast")).ToBeEmptyAsync();
            await PictureFolder.Shoot(pair, place, "consultation", ".chats");
        }

        // How the year stands, for the head; beside it, what the methodologist is to decide next.
        await using (var pair = await demonstration.Open($"/#{Townspeople.Head},{Townspeople.Methodologist}", width: 1100, height: 900))
        {
            var (head, methodologist) = (pair.Pane(Townspeople.Head), pair.Pane(Townspeople.Methodologist));
            await Tab.Type(head, "/plan");
            await Tab.Sees(head, "просрочен");
            await Tab.Type(methodologist, "/plan");
            await Tab.Tap(methodologist, "Рассмотреть план");
            await Tab.Sees(methodologist, "Рассмотрено");
            await Expect(methodologist.Locator(".toast")).ToBeEmptyAsync();
            await PictureFolder.Shoot(pair, place, "plan", ".chats");
        }

        // A school answers, the last value beside the question; the head of the site looks what the schools have answered.
        await using (var pair = await demonstration.Open($"/#{MonitoringStories.School},{Townspeople.Head}", width: 1100, height: 900))
        {
            var (school, head) = (pair.Pane(MonitoringStories.School), pair.Pane(Townspeople.Head));
            await MonitoringStories.Opens(school);
            await MonitoringStories.Begins(school);
            await MonitoringStories.Summary(head);
            await MonitoringStories.Picture(head);
            await Expect(head.Locator(".toast")).ToBeEmptyAsync();
            await PictureFolder.Shoot(pair, place, "monitoring", ".chats");
        }

        // A teacher has found and taken a material; the head sees the message to many as it will look, before it goes.
        await using (var pair = await demonstration.Open($"/#{LibraryStories.Teacher},{Townspeople.Head}", width: 1100, height: 900))
        {
            var (teacher, head) = (pair.Pane(LibraryStories.Teacher), pair.Pane(Townspeople.Head));
            await LibraryStories.Finds(pair, teacher);
            await LibraryStories.Opens(teacher);
            await LibraryStories.Takes(teacher);
            await BroadcastStories.Composes(head);
            await Expect(head.Locator(".toast")).ToBeEmptyAsync();
            await PictureFolder.Shoot(pair, place, "library", ".chats");
        }

        await using var narrow = await demonstration.Open(width: 360, height: 740, dark: true);
        await PictureFolder.Shoot(narrow, place, "phone-list");
    }
}
