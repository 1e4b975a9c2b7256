using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>
/// The pictures of the guide, on a phone: a teacher's first minute, a school that sends a teacher, one that answers a survey,
/// somebody who takes a material, a head who writes to many. Made like
/// <see cref="Pictures"/>.
/// </summary>
[Collection("one browser at a time")]
public sealed class GuidePictures
{
    private static readonly string[] Teachers = ["guide-menu", "guide-events", "guide-signed", "guide-consultation"];
    private static readonly string[] Schools = ["guide-school", "guide-tick", "guide-sent", "guide-question"];
    private static readonly string[] Library = ["guide-library", "guide-found", "guide-material", "guide-taken"];
    private static readonly string[] Broadcasts =
        ["guide-broadcast-whom", "guide-broadcast", "guide-broadcast-waits", "guide-broadcast-got"];
    private static readonly string[] Surveys = ["guide-survey", "guide-survey-question", "guide-survey-check", "guide-survey-sent"];

    [Fact]
    public async Task A_teachers_first_minute()
    {
        await using var demonstration = new Demonstration();
        await demonstration.InitializeAsync();
        await PictureFolder.Fill(Teachers, async place =>
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

    [Fact]
    public async Task A_school_sends_a_teacher()
    {
        await using var demonstration = new Demonstration();
        await demonstration.InitializeAsync();
        await PictureFolder.Fill(Schools, async place =>
        {
            await using var phone = await demonstration.Open($"/#{Townspeople.FirstSchoolHead}", width: 360, height: 720);
            var head = phone.Pane(Townspeople.FirstSchoolHead);
            await Tab.Type(head, "/school");
            await Tab.Sees(head, "Ольховская СОШ");
            await Shoot(phone, head, place, "guide-school");
            var sent = await SchoolStories.Choose(head);
            await Shoot(phone, head, place, "guide-tick");
            await SchoolStories.Send(head);
            await Shoot(phone, head, place, "guide-sent");

            await using var other = await demonstration.Open($"/#{sent}", width: 360, height: 860);
            var teacher = other.Pane(sent);
            await Tab.Sees(teacher, "Вас направляет руководитель школы");
            await Shoot(other, teacher, place, "guide-question");
        });
    }

    [Fact]
    public async Task A_school_answers_a_survey()
    {
        await using var demonstration = new Demonstration();
        await demonstration.InitializeAsync();
        await PictureFolder.Fill(Surveys, async place =>
        {
            await using var phone = await demonstration.Open($"/#{MonitoringStories.School}", width: 360, height: 720);
            var school = phone.Pane(MonitoringStories.School);
            await MonitoringStories.Opens(school);
            await Shoot(phone, school, place, "guide-survey");
            await MonitoringStories.Begins(school);
            await Shoot(phone, school, place, "guide-survey-question");
            await MonitoringStories.Answers(school);
            await MonitoringStories.Reviews(school);
            await Shoot(phone, school, place, "guide-survey-check");
            await MonitoringStories.Sends(school);
            await Shoot(phone, school, place, "guide-survey-sent");
        });
    }

    [Fact]
    public async Task A_teacher_takes_a_material()
    {
        await using var demonstration = new Demonstration();
        await demonstration.InitializeAsync();
        await PictureFolder.Fill(Library, async place =>
        {
            await using var phone = await demonstration.Open($"/#{LibraryStories.Teacher}", width: 360, height: 720);
            var teacher = phone.Pane(LibraryStories.Teacher);
            await Tab.Type(teacher, "/materials");
            await Tab.Sees(teacher, "Библиотека");
            await Shoot(phone, teacher, place, "guide-library");
            await LibraryStories.Finds(phone, teacher);
            await Shoot(phone, teacher, place, "guide-found");
            await LibraryStories.Opens(teacher);
            await Shoot(phone, teacher, place, "guide-material");
            await LibraryStories.Takes(teacher);
            await Shoot(phone, teacher, place, "guide-taken");
        });
    }

    [Fact]
    public async Task A_head_writes_to_many()
    {
        await using var demonstration = new Demonstration();
        await demonstration.InitializeAsync();
        await PictureFolder.Fill(Broadcasts, async place =>
        {
            await using var phone = await demonstration.Open($"/#{Townspeople.Head}", width: 360, height: 860);
            var head = phone.Pane(Townspeople.Head);
            await Tab.Type(head, "/broadcast");
            await Tab.Tap(head, "Новая рассылка");
            await Tab.Sees(head, "Кому написать?");
            await Shoot(phone, head, place, "guide-broadcast-whom");
            await BroadcastStories.Writes(head);
            await Shoot(phone, head, place, "guide-broadcast");
            await BroadcastStories.Sends(head);
            await Shoot(phone, head, place, "guide-broadcast-waits");

            await using var other = await demonstration.Open($"/#{Townspeople.FirstTutor}", width: 360, height: 720);
            await using var desk = await demonstration.Open();
            await desk.Page.Locator(".top [data-hours='1']").ClickAsync();
            var tutor = other.Pane(Townspeople.FirstTutor);
            await Tab.Sees(tutor, BroadcastStories.Words);
            await Shoot(other, tutor, place, "guide-broadcast-got");
        });
    }

    private static async Task Shoot(Tab phone, ILocator pane, string place, string name)
    {
        await Expect(pane.Locator(".toast")).ToBeEmptyAsync();
        await PictureFolder.Shoot(phone, place, name);
    }
}
