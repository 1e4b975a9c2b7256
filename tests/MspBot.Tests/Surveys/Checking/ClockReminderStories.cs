using MspBot.Domain.Clock;
using MspBot.Domain.Surveys.Checking;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>The clock reminds schools: five working days before the due day, one before, and on the morning after it.</summary>
public sealed class ClockReminderStories(TestCluster cluster)
{
    private const string None = "Ответов вашей школы пока нет";

    [Fact]
    public async Task Each_of_the_three_comes_once_and_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Until(11, 27, 7, 59);   // Friday, five working days before
        Assert.Equal(0, CheckingCast.Count(cast.FirstHead, None));
        await cast.Until(11, 27, 8);
        Assert.Equal(1, CheckingCast.Count(cast.FirstHead, None));
        await cast.FirstHead.SeesButton("Заполнить");
        await world.RunJobs();
        await cast.Until(12, 2, 12);
        Assert.Equal(1, CheckingCast.Count(cast.FirstHead, None));
        await cast.Until(12, 3, 8);   // Thursday
        Assert.Equal(2, CheckingCast.Count(cast.FirstHead, None));
        await cast.FirstHead.Sees("Ответы ждут до завтра включительно.");
        await cast.Until(12, 5, 10);   // Saturday, the day after
        Assert.Equal(2, CheckingCast.Count(cast.FirstHead, None));
        await cast.Until(12, 7, 8);   // Monday
        Assert.Equal(3, CheckingCast.Count(cast.FirstHead, None));
        await cast.FirstHead.Sees("Срок прошёл 4 декабря, но опрос ещё открыт.");
        await cast.Until(12, 20, 12);
        Assert.Equal(3, CheckingCast.Count(cast.FirstHead, None));
        Assert.Equal(3, await world.Sql<int>("select count(*) from action_log where action = 'SurveyReminded' and role is null"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Who_has_sent_hears_nothing_and_who_was_returned_hears_that()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.Sends(cast.Second);
        await world.Sql<int>($"""
            update survey_school set state = 'Returned', returned_at = {world.Now}, version = version + 1 where school_id = {cast.Second}
            """);
        await cast.Until(11, 27, 9);
        Assert.Equal(0, CheckingCast.Count(cast.FirstHead, "1 полугодие"));
        await cast.SecondHead.Sees("Ответы вашей школы вернули на уточнение, исправления ещё не пришли.");
        Assert.Equal(0, await world.Sql<int>($"select count(*) from survey_reminder where school_id = {cast.First}"));
    }

    [Fact]
    public async Task It_is_tried_again_where_nobody_can_be_written_to_and_two_instances_tell_once()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.FirstHead.Blocks();
        await cast.Until(11, 27, 9);
        Assert.Equal(0, await world.Sql<int>($"select count(*) from survey_reminder where school_id = {cast.First}"));
        await cast.FirstHead.Unblocks();
        await world.Idle();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await using (var other = await world.NewBot())
            await Task.WhenAll(DueJobs.RunAll(other.Web.Services, default), DueJobs.RunAll(world.Bot.Web.Services, default));
        await world.Idle();
        Assert.Equal((1, 1), (CheckingCast.Count(cast.FirstHead, None), CheckingCast.Count(cast.SecondHead, None)));
    }

    [Fact]
    public async Task A_press_today_is_reminder_enough_and_a_later_due_day_begins_anew()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await world.Sql<int>($"""
            update survey_school set asked_at = timestamptz '2026-11-27 07:30+03' where school_id = {cast.First}
            """);
        await cast.Until(11, 27, 9);
        Assert.Equal((0, 1), (CheckingCast.Count(cast.FirstHead, None), CheckingCast.Count(cast.SecondHead, None)));
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Изменить срок");
        await cast.Head.Sees("До какого дня ждать ответы?");
        await cast.Head.Types("11 декабря");
        await cast.Head.Sees("Новый срок: пт, 11 декабря.");
        await cast.FirstHead.Sees("Срок перенесён: теперь ответы ждут до пт, 11 декабря.");
        await cast.Until(12, 3, 12);
        Assert.Equal((0, 1), (CheckingCast.Count(cast.FirstHead, None), CheckingCast.Count(cast.SecondHead, None)));
        await cast.Until(12, 4, 12);   // five working days before the new one
        Assert.Equal((1, 2), (CheckingCast.Count(cast.FirstHead, None), CheckingCast.Count(cast.SecondHead, None)));
    }

    [Theory]
    // Around the holidays of January, and a weekend.
    [InlineData("2027-01-11", "2026-12-25", "2026-12-31", "2027-01-12")]
    [InlineData("2026-12-18", "2026-12-11", "2026-12-17", "2026-12-21")]
    [InlineData("2026-12-20", "2026-12-14", "2026-12-18", "2026-12-21")]
    public void Days_are_working_days(string due, string early, string last, string after)
    {
        DateOnly Day(SurveyReminderKind kind) => SurveyReminders.DayOf(kind, Parse(due), WorkingCalendar.Plain);
        Assert.Equal((Parse(early), Parse(last), Parse(after)),
            (Day(SurveyReminderKind.Early), Day(SurveyReminderKind.Last), Day(SurveyReminderKind.After)));
    }

    [Fact]
    public void Each_day_has_one_reminder_at_most_and_late_ones_end()
    {
        var due = new DateOnly(2026, 12, 18);
        SurveyReminderKind? Of(int day) => SurveyReminders.Of(due, new(2026, 12, day), WorkingCalendar.Plain);
        Assert.Equal([null, SurveyReminderKind.Early, SurveyReminderKind.Early, SurveyReminderKind.Last, SurveyReminderKind.Last, null,
            SurveyReminderKind.After, SurveyReminderKind.After, null],
            ((int[])[10, 11, 16, 17, 18, 19, 21, 23, 24]).Select(Of));
    }

    private static DateOnly Parse(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
