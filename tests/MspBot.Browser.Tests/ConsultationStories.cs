using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>A consultation from the question to the feedback, by hand, in a demonstration whose clock is moved.</summary>
[Collection("one browser at a time")]
public sealed class ConsultationStories : IAsyncLifetime
{
    private const long Teacher = 700_000_101;
    private const long Tutor = 700_000_011;

    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task A_teacher_asks_a_tutor_confirms_they_meet_and_both_have_their_say()
    {
        await using var tab = await demonstration.Open($"/#{Teacher},{Tutor}");
        var (teacher, tutor) = (tab.Pane(Teacher), tab.Pane(Tutor));

        await Ask(teacher, "Смысловое чтение в 6 классе", "Русский язык");
        await Tab.Sees(tutor, "Новая заявка на консультацию");
        await Tab.Tap(tutor, "Подтвердить");
        await Expect(tutor.Locator(".toast")).ToContainTextAsync("напишу педагогу");
        await Tab.Sees(teacher, "Тьютор подтвердил консультацию");
        var calendar = await tab.Page.RunAndWaitForDownloadAsync(() => tutor.Locator("a.file").Last.ClickAsync());
        Assert.EndsWith(".ics", calendar.SuggestedFilename, StringComparison.Ordinal);

        // The first free time is tomorrow at 14:00, 45 minutes.
        await tab.MoveTo("2026-11-25T15:00");
        await Tab.Sees(tutor, "Консультация состоялась?");
        await Tab.Tap(tutor, "Состоялась");
        await Tab.Tap(tutor, "45 минут");
        await Tab.Sees(tutor, "Что вы порекомендовали?");
        await Tab.Type(tutor, "Начать с коротких текстов");
        await Tab.Sees(tutor, "Что записать для себя?");
        await Tab.Tap(tutor, "Пропустить");
        await Tab.Sees(tutor, "Были ученики?");
        await Tab.Tap(tutor, "Пропустить");
        await Tab.Tap(tutor, "Всё верно");
        await Tab.Sees(tutor, "Записано в журнал");
        await Tab.Sees(teacher, "Начать с коротких текстов");

        await tab.MoveTo("2026-11-25T15:30");
        await Tab.Sees(teacher, "Оцените консультацию");
        await Tab.Tap(teacher, "5");
        await Tab.Sees(teacher, "Ваша оценка: 5");
        await Tab.Tap(teacher, "4");
        await Tab.Sees(teacher, "Спасибо, отзыв принят");
        tab.IsQuiet();
    }

    /// <summary>«Консультация» from its command to «Заявка отправлена», at the first free time.</summary>
    /// <param name="pane">Of the teacher.</param>
    /// <param name="topic">What about.</param>
    /// <param name="subject">Null: they have one, and are not asked.</param>
    /// <param name="tutor">Null: they have their own, and are not asked.</param>
    internal static async Task Ask(ILocator pane, string topic, string? subject = null, string? tutor = null)
    {
        await Tab.Type(pane, "/consult");
        await Tab.Sees(pane, "О чём хотите посоветоваться?");
        await Tab.Type(pane, topic);
        if (subject is not null)
        {
            await Tab.Sees(pane, "По какому предмету?");
            await Tab.TapAnywhere(pane, subject);
        }
        await Tab.TapAnywhere(pane, "Индивидуально");
        if (tutor is not null) await Tab.TapAnywhere(pane, tutor);
        await Tab.Sees(pane, "Когда вам удобно?");
        await Tab.TapAnywhere(pane, "ноября");
        await Tab.Sees(pane, "Во сколько?");
        await Tab.TapAnywhere(pane, ":");
        await Tab.Tap(pane, "Всё верно");
        await Tab.Sees(pane, "Заявка отправлена");
    }
}
