using MspBot.Domain.Surveys.Filling;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>Two schools become one while both are asked.</summary>
public sealed class JoinedSchoolStories(TestCluster cluster)
{
    [Fact]
    public async Task A_school_that_joined_another_stays_where_it_was_asked_and_its_head_answers_for_the_other_one()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfSurveys();
        var (twelve, three, _) = await world.ThreeSchools();
        var director = await world.HeadOf(31, three);
        var risks = await world.Indicator("Обучающиеся с рисками неуспешности");
        var survey = await world.Asks(2, [twelve, three], risks);
        await world.Sends(survey, three, (risks, SurveyValue.Share(4, 40)));
        await world.Sql<int>($"""
            update person set school_id = {twelve}, leaves_school_at = {world.Now} where chat_id = 31;
            update person_role r set school_id = {twelve} from person p
            where p.id = r.person_id and p.chat_id = 31 and r.role = 'SchoolHead'
            """);

        await director.Types("/monitoring");
        await director.Taps("1 полугодие 2026/27: до");
        await director.Taps("Заполнить");
        await director.Types("6 из 60");
        await director.Sees("Ответы есть на все вопросы");
        await head.Opens($"c:mv:{survey.Value}:show");
        await head.Sees("По району: 4 из 40 (10 %)");
        await director.Taps("Проверить и отправить");
        await director.Taps("Отправить");
        await head.Opens($"c:mv:{survey.Value}:show");
        await head.Sees("По району: 10 из 100 (10 %)");
        await head.Opens($"c:ma:{survey.Value}:show:{three}");
        await head.Sees("Руководителя школы в боте нет.");
        await head.Opens($"c:mv:{survey.Value}:school:{three}");
        await head.Sees("Школа: 4 из 40 (10 %)");
    }
}
