using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>
/// The pictures of the guide, on a phone: a teacher's first minute, a school that sends a teacher, one that answers a survey. Made like
/// <see cref="Pictures"/>.
/// </summary>
[Collection("one browser at a time")]
public sealed class GuidePictures
{
    private static readonly string[] Teachers = ["guide-menu", "guide-events", "guide-signed", "guide-consultation"];
    private static readonly string[] Schools = ["guide-school", "guide-tick", "guide-sent", "guide-question"];
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

    private static async Task Shoot(Tab phone, ILocator pane, string place, string name)
    {
        await Expect(pane.Locator(".toast")).ToBeEmptyAsync();
        await PictureFolder.Shoot(phone, place, name);
    }
}
