using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>«Свод» over several half-years: who counts, what is compared, and who may see whom.</summary>
public sealed class SummaryStories(TestCluster cluster)
{
    private const string Risks = "Обучающиеся с рисками неуспешности";

    [Fact]
    public async Task Only_schools_that_answered_both_times_are_compared_and_those_missing_are_named()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfSurveys();
        var (twelve, three, five) = await world.ThreeSchools();
        var (risks, staff, words) = (await world.Indicator(Risks), await world.Indicator("Вакансии", IndicatorKind.Number),
            await world.Indicator("Что мешает", IndicatorKind.Words));
        var spring = await world.Asks(1, [twelve, three, five], risks, staff);
        await world.Sends(spring, twelve, (risks, SurveyValue.Share(20, 40)), (staff, SurveyValue.Number(3)));
        await world.Sends(spring, three, (risks, SurveyValue.Share(10, 20)), (staff, SurveyValue.Number(1)));
        await world.Closes(spring);
        await world.Pass(TimeSpan.FromDays(3));
        var autumn = await world.Asks(2, [twelve, three, five], risks, staff, words);
        await world.Sends(autumn, twelve, (risks, SurveyValue.Share(16, 40)), (staff, SurveyValue.Number(5)),
            (words, SurveyValue.Said("Нет учителя физики")));
        await world.Sends(autumn, five, (risks, SurveyValue.Share(5, 50)), (staff, SurveyValue.None(MissingReason.NotHeld)),
            (words, SurveyValue.None(MissingReason.Other)));
        // Filled in and not sent: it counts nowhere.
        await world.Value(autumn, three, risks, SurveyValue.Share(1, 1));

        await head.Opens($"c:mv:{autumn.Value}:show");
        var text = await head.Sees("Ответили 2 из 3. Не ответили: МОУ «СОШ № 3».");
        Assert.Contains("Опрос ещё открыт", text, StringComparison.Ordinal);
        Assert.Contains($"1. {Risks}\nПо району: 21 из 90 (23 %)\n▼ на 10 п. п. меньше, прошлый раз: 2 полугодие 2025/26. "
            + "Сравнили 1 школу: лучше у 1, хуже у 0", text, StringComparison.Ordinal);
        Assert.Contains("2. Вакансии\nПо району: всего 5 уч.\n▲ на 2 уч. больше, прошлый раз: 2 полугодие 2025/26. "
            + "Сравнили 1 школу: лучше у 0, хуже у 1", text, StringComparison.Ordinal);
        Assert.Contains("3. Что мешает\nСловами ответили: 1 школа", text, StringComparison.Ordinal);

        await head.Taps("По школам");
        await head.Sees("Выберите школу");
        await head.Taps("МОУ «Лицей № 5»");
        var school = await head.Sees("Школа: 5 из 50 (10 %)");
        Assert.Contains("Школа: нет данных: не проводилось", school, StringComparison.Ordinal);
        Assert.DoesNotContain("▼", school, StringComparison.Ordinal);
        await head.Taps("По школам");
        await head.Taps("нет ответа · МОУ «СОШ № 3»");
        await head.Sees("Школа не отправила ответы на этот опрос.");
        await head.Taps("По школам");
        await head.Taps("МОУ «СОШ № 12»");
        await head.Sees("Школа: 16 из 40 (40 %), было 20 из 40 (50 %), ▼ на 10 п. п. меньше, лучше");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_means_something_else_now_is_a_break_and_never_a_jump()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfSurveys();
        var school = await world.School();
        var (risks, staff) = (await world.Indicator(Risks), await world.Indicator("Вакансии", IndicatorKind.Number));
        var first = await world.Asks(0, [school], risks, staff);
        await world.Sends(first, school, (risks, SurveyValue.Share(20, 40)), (staff, SurveyValue.Number(3)));
        await world.Closes(first);
        var (other, reworded) = (await world.Redefined(risks, "Риски, 5–9 классы", breaks: true),
            await world.Redefined(staff, "Вакансии, ставок", breaks: false));
        var second = await world.Asks(1, [school], other, reworded);
        await world.Sends(second, school, (other, SurveyValue.Share(1, 40)), (reworded, SurveyValue.Number(2)));
        await world.Closes(second);
        await head.Opens($"c:mv:{second.Value}:show");
        var text = await head.Sees("1. Риски, 5–9 классы\nПо району: 1 из 40 (3 %)\nПоказатель изменён, сравнивать нельзя");
        Assert.Contains("2. Вакансии, ставок\nПо району: всего 2 уч.\n▼ на 1 уч. меньше", text, StringComparison.Ordinal);

        // From the period after the break on it is compared again.
        var third = await world.Asks(2, [school], other);
        await world.Sends(third, school, (other, SurveyValue.Share(3, 40)));
        await head.Opens($"c:mv:{third.Value}:show");
        await head.Sees("▲ на 5 п. п. больше, прошлый раз: 2 полугодие 2025/26");
    }

    [Fact]
    public async Task An_observer_reads_what_was_closed_and_no_share_of_fewer_than_five()
    {
        await using var world = await World.Open(cluster);
        var (head, observer) = (await world.HeadOfSurveys(), await world.ObserverOfSurveys());
        var (twelve, three, five) = await world.ThreeSchools();
        var risks = await world.Indicator(Risks);
        var survey = await world.Asks(2, [twelve, three, five], risks);
        await world.Sends(survey, twelve, (risks, SurveyValue.Share(1, 4)));
        await world.Sends(survey, three, (risks, SurveyValue.Share(2, 20)));
        await world.Sends(survey, five, (risks, SurveyValue.Share(5, 50)));
        await observer.Types("/monitoring");
        await observer.Sees("Сводов пока нет: они появятся, когда опрос закроют.");
        await observer.Opens($"c:mv:{survey.Value}:show");
        await observer.Sees("Этого больше нет или оно вам недоступно.");

        await world.Closes(survey);
        await observer.Types("/monitoring");
        await observer.Taps("Свод: 1 полугодие 2026/27");
        await observer.Sees("По району: 8 из 74 (11 %)");
        await observer.Taps("По школам");
        await observer.Taps("МОУ «СОШ № 12»");
        await observer.Sees("Школа: скрыто: малые числа");
        await world.HasNoButton(observer, "Написать рекомендацию");
        await observer.Taps("По школам");
        // Otherwise 8 of 74 without the two others would say it.
        await observer.Taps("МОУ «СОШ № 3»");
        await observer.Sees("Школа: скрыто: малые числа");
        await observer.Taps("По школам");
        await observer.Taps("МОУ «Лицей № 5»");
        await observer.Sees("Школа: 5 из 50 (10 %)");
        await head.Opens($"c:mv:{survey.Value}:school:{twelve}");
        await head.Sees("Школа: 1 из 4 (25 %)");
    }

    [Fact]
    public async Task The_head_of_a_school_sees_their_own_beside_the_district_and_no_other_school()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfSurveys();
        var (twelve, three, five) = await world.ThreeSchools();
        var (director, stranger) = (await world.HeadOf(31, twelve), await world.HeadOf(32, await world.School("МОУ «СОШ № 77»")));
        var risks = await world.Indicator(Risks);
        var spring = await world.Asks(1, [twelve, three], risks);
        await world.Sends(spring, twelve, (risks, SurveyValue.Share(20, 40)));
        await world.Closes(spring);
        var survey = await world.Asks(2, [twelve, three, five], risks);
        await world.Sends(survey, twelve, (risks, SurveyValue.Share(10, 40)));
        await world.Sends(survey, three, (risks, SurveyValue.Share(2, 20)));
        await director.Opens($"c:mv:{survey.Value}:show");
        await director.Sees("Этого больше нет или оно вам недоступно.");
        await world.Closes(survey);

        await director.Types("/monitoring");
        await director.Taps("Свод: 1 полугодие 2026/27");
        var text = await director.Sees("Ваша школа: 10 из 40 (25 %), было 20 из 40 (50 %), ▼ на 25 п. п. меньше, лучше");
        Assert.Contains("По району: 12 из 60 (20 %)", text, StringComparison.Ordinal);
        Assert.Contains("Ответили 2 из 3 школ.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("№ 3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Лицей", text, StringComparison.Ordinal);
        foreach (var forged in new[] { "schools", $"school:{three}", "xlsx", "docx", "pic" })
        {
            await director.TapsData(director.Chat.Last(m => m.Buttons.Count > 0), $"c:mv:{survey.Value}:{forged}");
            await world.Idle();
        }
        Assert.DoesNotContain(director.Chat, message => message.FromBot && (message.File is not null
            || message.Text.Contains("Лицей", StringComparison.Ordinal) || message.Text.Contains("№ 3", StringComparison.Ordinal)));
        await stranger.Opens($"c:mv:{survey.Value}:show");
        await stranger.Sees("Этого больше нет или оно вам недоступно.");
        await director.Taps("Прежние своды");
        await director.Taps("2 полугодие 2025/26");
        await director.Sees("Ваша школа: 20 из 40 (50 %)");
    }

    [Fact]
    public async Task What_was_put_right_after_a_closing_stands_in_the_next_summary()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfSurveys();
        var (twelve, three, five) = await world.ThreeSchools();
        var risks = await world.Indicator(Risks);
        var survey = await world.Asks(2, [twelve, three, five], risks);
        await world.Sends(survey, twelve, (risks, SurveyValue.Share(4, 40)));
        await world.Sends(survey, five, (risks, SurveyValue.Share(5, 50)));
        await world.Closes(survey);
        await world.Pass(TimeSpan.FromDays(1));
        await world.Reopens(survey);
        await world.Pass(TimeSpan.FromHours(1));
        await world.PutsRight(survey, twelve, risks, 6);
        await world.Pass(TimeSpan.FromHours(1));
        await world.PutsRight(survey, twelve, risks, 8);
        await world.Sends(survey, three, (risks, SurveyValue.Share(2, 20)));
        await world.Closes(survey);
        await head.Opens($"c:mv:{survey.Value}:show");
        var text = await head.Sees("После прошлого закрытия исправили:");
        Assert.Contains("МОУ «СОШ № 12», показатель 1: было 4 из 40 (10 %), стало 8 из 40 (20 %)", text, StringComparison.Ordinal);
        Assert.Contains("МОУ «СОШ № 3», показатель 1: ответа не было, стало 2 из 20 (10 %)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Лицей № 5», показатель", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_that_was_renamed_or_left_the_list_stays_where_it_was_asked()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfSurveys();
        var school = await world.School();
        var risks = await world.Indicator(Risks);
        var survey = await world.Asks(2, [school], risks);
        await world.Sends(survey, school, (risks, SurveyValue.Share(4, 40)));
        await world.Sql<int>($"update school set name = 'МОУ «Гимназия № 12»', kind = 'Other' where id = {school}");
        await head.Opens($"c:mv:{survey.Value}:show");
        await head.Sees("Ответили 1 из 1.");
        await head.Taps("По школам");
        await head.Taps("МОУ «Гимназия № 12»");
        await head.Sees("Школа: 4 из 40 (10 %)");
    }

    [Fact]
    public async Task Its_files_are_taken_by_who_reads_it_and_logged()
    {
        await using var world = await World.Open(cluster);
        var (head, observer) = (await world.HeadOfSurveys(), await world.ObserverOfSurveys());
        var (twelve, three, _) = await world.ThreeSchools();
        var risks = await world.Indicator(Risks);
        var survey = await world.Asks(2, [twelve, three], risks);
        await world.Sends(survey, twelve, (risks, SurveyValue.Share(1, 4)));
        await world.Closes(survey);
        foreach (var who in new[] { head, observer })
        {
            await who.Opens($"c:mv:{survey.Value}:show");
            await who.Taps("Картинка");
            await who.SeesFile("Свод 1 полугодие 2026-27, 1.png");
            await who.Opens($"c:mv:{survey.Value}:show");
            await who.Taps("Excel");
            var book = string.Join(' ', Files.Tables.Workbooks.Words((await who.SeesFile("Свод 1 полугодие 2026-27.xlsx")).Bytes.ToArray())
                .SelectMany(row => row));
            Assert.Contains(Risks, book, StringComparison.Ordinal);
            Assert.Equal(who == observer, book.Contains("скрыто: малые числа", StringComparison.Ordinal));
            await who.Opens($"c:mv:{survey.Value}:show");
            await who.Taps("Справка (Word)");
            var paper = PaperText.Of((await who.SeesFile("Справка 1 полугодие 2026-27.docx")).Bytes.ToArray());
            Assert.Contains("Ответили 1 из 2 школ. Не ответили: МОУ «СОШ № 3».", paper, StringComparison.Ordinal);
            Assert.Equal(who == head, paper.Contains("1 из 4", StringComparison.Ordinal));
            Assert.Equal(who == observer, paper.Contains("скрыто: малые числа", StringComparison.Ordinal));
        }
        Assert.Equal("SurveySummary,SurveySummary,SurveyReport,SurveySummary,SurveySummary,SurveyReport", await world.Sql<string>(
            "select string_agg(detail ->> 'file', ',' order by id) from action_log where action = 'FileTaken'"));
        Assert.Empty(world.Telegram.Violations);
    }
}
