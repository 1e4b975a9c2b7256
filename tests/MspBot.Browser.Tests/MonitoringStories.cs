using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>The open survey of the demo, by hand: a school answers it, the head of the site accepts it and takes the summary.</summary>
[Collection("one browser at a time")]
public sealed class MonitoringStories : IAsyncLifetime
{
    /// <summary>The head of «Бережковская ООШ», which has not begun to answer the open survey.</summary>
    internal const long School = Townspeople.FirstSchoolHead + 3;

    internal const string Survey = "1 полугодие 2026/27";
    internal const string ToSurvey = "Мониторинг за " + Survey;
    private const string Card = $"Опрос «{Survey}»";
    private const string Review = "Проверьте ответы";

    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task A_school_answers_mostly_as_last_time_and_the_head_accepts_it_and_sees_the_picture()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Head},{School}");
        var (head, school) = (tab.Pane(Townspeople.Head), tab.Pane(School));

        await Opens(school);
        await Begins(school);
        await Answers(school);
        await Reviews(school);
        await Sends(school);

        const string told = "ответы отправлены.";
        await Tab.Sees(head, "Бережковская ООШ");
        await Tab.TapUnder(head, told, "Посмотреть ответы");
        await Tab.Sees(head, "18 из 80");
        await Tab.TapUnder(head, "18 из 80", "Принять");
        await Tab.Sees(head, $"{Card}: принято.");

        await Summary(head);
        await Tab.Sees(head, "Ответили 3 из 5");
        await Picture(head);
        tab.IsQuiet();
    }

    /// <summary>The card of the open survey, from /monitoring.</summary>
    internal static async Task Opens(ILocator school)
    {
        await Tab.Type(school, "/monitoring");
        await Tab.TapAnywhere(school, Survey);
        await Tab.Sees(school, ToSurvey);
    }

    /// <summary>From its card to its first question.</summary>
    internal static async Task Begins(ILocator school)
    {
        await Tab.TapUnder(school, ToSurvey, "Заполнить");
        await Tab.Sees(school, "Вопрос 1 из 5.");
    }

    /// <summary>All five questions: the second is typed, the others are as last time.</summary>
    internal static async Task Answers(ILocator school)
    {
        for (var nr = 1; nr <= 5; nr++)
        {
            var question = $"Вопрос {nr} из 5.";
            await Tab.Sees(school, question);
            if (nr == 2) await Tab.Type(school, "18 из 80");
            else await Tab.TapUnder(school, question, "Столько же");
        }
        await Tab.Sees(school, "Ответы есть на все вопросы");
    }

    internal static async Task Reviews(ILocator school)
    {
        await Tab.TapUnder(school, "Ответы есть на все вопросы", "Проверить и отправить");
        await Tab.Sees(school, Review);
    }

    internal static async Task Sends(ILocator school)
    {
        await Tab.TapUnder(school, Review, "Отправить");
        await Tab.Sees(school, "Ответы отправлены. Спасибо!");
    }

    /// <summary>From /monitoring to the card of the survey, and on: it is open, so its summary has no button of its own yet.</summary>
    internal static async Task Summary(ILocator head)
    {
        await Tab.Type(head, "/monitoring");
        await Tab.TapAnywhere(head, Survey);
        await Tab.Sees(head, Card);
        await Tab.TapUnder(head, Card, "Свод");
        await Tab.Sees(head, "По району");
    }

    internal static async Task Picture(ILocator head)
    {
        await Tab.TapUnder(head, "По району", "Картинка");
        await Expect(head.Locator("img.picture").Last).ToBeVisibleAsync();
    }
}
