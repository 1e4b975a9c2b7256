using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys;
using Xunit;

namespace MspBot.Tests.Digests.Effectiveness;

/// <summary>«Эффективность площадки»: who sees which figures of which days.</summary>
public sealed class EffectPageStories(TestCluster cluster)
{
    [Fact]
    public async Task A_methodologist_reads_the_year_so_far_and_chooses_other_days()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfSurveys();
        var me = (await world.MethodologistOfSurveys()).StartedEarlier();
        await world.Held(World.Morning.AddDays(-14), signedUp: 6, came: 5);
        await me.OnPage();
        await me.Sees("2026/27, по 24 ноября");
        await me.Sees("1 сентября – 24 ноября 2026");
        await me.Sees("Явка на мероприятия: 5 из 6 (83 %)");
        await me.Sees("Средняя оценка (из 5): нет данных");
        await me.Taps("Выбрать период");
        await me.SeesButton("Свои дни");
        Assert.Equal(["2026/27, по 24 ноября", "1 полугодие 2026/27", "4 квартал 2026", "2025/26 учебный год", "Свои дни"],
            me.Buttons().Take(5));
        await me.Taps("1 полугодие 2026/27");
        await me.Sees("1 сентября – 31 декабря 2026");
        await me.Sees("Период ещё идёт.");
        await me.Taps("Выбрать период");
        await me.Taps("2025/26 учебный год");
        await me.Sees("1 сентября 2025 – 31 августа 2026");
        await me.Sees("Пока нечего считать");
        Assert.DoesNotContain("Написать заключение", me.Buttons());
        Assert.DoesNotContain("Скачать справку", me.Buttons());
        await me.Taps("Выбрать период");
        await me.Taps("Свои дни");
        await me.Types("01.11.2026");
        await me.Types("30.10.2026");
        await me.Sees("слишком давно");
        await me.Types("10.11.2026");
        await me.Sees("1 ноября – 10 ноября 2026");
        await me.Sees("Явка на мероприятия: 5 из 6 (83 %)");
    }

    [Fact]
    public async Task A_head_and_an_observer_read_and_only_the_observer_is_spared_shares_of_few()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        await world.MethodologistOfSurveys();
        var observer = (await world.ObserverOfSurveys()).StartedEarlier();
        await world.Held(World.Morning.AddDays(-14), signedUp: 4, came: 3);
        await world.Sql<int>($"insert into effect_goal (year, figure, goal, by_person, at) select 2026, 'Attendance', 80, min(id), " +
            $"'{World.Morning.AddDays(-1):O}' from person");
        await head.OnPage();
        await head.Sees("Явка на мероприятия: 3 из 4 (75 %); цель 80 % не достигнута");
        foreach (var who in new[] { head, observer })
        {
            await who.OnPage();
            Assert.DoesNotContain("Цели на год", who.Buttons());
            Assert.DoesNotContain("Написать заключение", who.Buttons());
            Assert.Contains("Скачать справку", who.Buttons());
        }
        await observer.Sees("Явка на мероприятия: не показано: их меньше пяти; цель 80 %\n");
        Assert.DoesNotContain("3 из 4", observer.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schools_answer_in_time_until_the_end_of_the_due_day()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        await SeminarCast.Teacher(world, 8);
        await SeminarCast.Teacher(world, 9);
        await world.Sql<int>("update school set kind = 'LowResults'");
        var schools = new List<long>();
        for (var n = 0; n < 3; n++) schools.Add(await world.Sql<long>($"select id from school order by id offset {n} limit 1"));
        var risk = await world.Indicator("Риски");
        var survey = await world.Survey("1 полугодие", new(2026, 9, 1), new(2026, 11, 20), new(2026, 11, 24), schools, [risk]);
        await world.Sent(survey, schools[0]);
        await head.OnPage();
        await head.Sees("Пока нечего считать");
        await world.Pass(TimeSpan.FromHours(13) + TimeSpan.FromMinutes(50));   // 23:50
        await world.Sent(survey, schools[1]);
        await world.Pass(TimeSpan.FromMinutes(20));
        await world.Sent(survey, schools[2]);
        await head.OnPage();
        await head.Sees("Школы ответили на опросы в срок: 2 из 3 (67 %)");
    }

    [Fact]
    public async Task The_paper_is_taken_and_the_log_says_so()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        await world.Held(World.Morning.AddDays(-14), signedUp: 6, came: 5);
        await head.OnPage();
        await head.Taps("Скачать справку");
        await head.SeesFile("Справка о мониторинге МСП 2026-09-01 – 2026-11-24.docx");
        await head.Opens("c:log:0:show");
        await head.Sees("взят файл: справка о мониторинге площадки");
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_it_opens_nothing()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfSurveys();
        var teacher = (await SeminarCast.Teacher(world, 8)).StartedEarlier();
        await teacher.Types("/about");
        await teacher.Sees("площадк");
        foreach (var press in new[] { "c:ef:0:show", "c:ef:0:paper:YearToDate.20260901.20261124", "n:conclude:OwnDays.20261001.20261002" })
        {
            await teacher.TapsData(teacher.Chat.Last(m => m.FromBot), press);
            await world.Idle();
            Assert.DoesNotContain("Эффективность", teacher.Screen(), StringComparison.Ordinal);
        }
    }
}
