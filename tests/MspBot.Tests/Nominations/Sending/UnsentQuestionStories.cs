using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>A question that waits for the morning is not asked once the nomination is over; nor is its end told.</summary>
public sealed class UnsentQuestionStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";
    private const string Orlov = "Орлов Б. Л.";

    [Fact]
    public async Task Who_is_withdrawn_at_night_hears_nothing()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await AtNight(world);
        await head.Taps("❓ Иванова М. П.");
        await head.Taps("Отозвать направление");
        await head.Taps("Да, отозвать");
        await head.Sees("направление отозвано");
        await HearsNothingInTheMorning(world, maria);
    }

    [Fact]
    public async Task Who_is_replaced_at_night_hears_nothing_and_the_other_is_asked()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await AtNight(world);
        var boris = await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await head.Taps("❓ Иванова М. П.");
        await head.Taps("Заменить");
        await head.Taps(Orlov);
        await head.Sees("Направлен другой учитель, место за ним");
        await HearsNothingInTheMorning(world, maria);
        await boris.Sees("Вас направляет");
    }

    [Fact]
    public async Task Who_answers_at_night_is_not_asked_in_the_morning_and_hears_when_it_is_withdrawn()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await AtNight(world);
        await maria.Types("/my");
        await maria.Sees("❓ вас направила школа: ответьте");
        await maria.Taps("01.12 10:00");
        await maria.Taps("Участвовать");
        await maria.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromHours(10.1));
        await maria.DoesNotSee("Вас направляет");

        await head.Taps("✅ Иванова М. П.");
        await head.Taps("Отозвать направление");
        await head.Taps("Да, отозвать");
        await maria.Sees("Руководитель школы отозвал направление");
    }

    [Fact]
    public async Task Who_moves_up_at_night_is_asked_once_and_about_the_place()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1);
        await stranger.SignsUp();
        await stranger.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromHours(12));
        await NominationStories.Send(head, world, Ivanova);
        await stranger.GivesBack();
        await world.Idle();
        Assert.Equal("Confirmed", await world.PlaceOf(2));

        await world.Pass(TimeSpan.FromHours(10.1));
        await maria.Sees("Место за вами до пт, 27 ноября, 08:00");
        Assert.Single(maria.Chat);
        await maria.DoesNotSee("Освободилось место");
    }

    [Fact]
    public async Task Who_is_to_be_asked_about_a_meeting_that_moves_at_night_is_asked_once_and_in_time()
    {
        await using var world = await World.Open(cluster);
        var (_, maria) = await AtNight(world);
        await AskedMeetingStories.Moves(world, "25.11 08:30");
        await world.Pass(TimeSpan.FromHours(7.6));   // three hours before it
        await maria.Sees("ср, 25 ноября, 08:30–10:00");
        await maria.DoesNotSee("Изменилось время");
        Assert.Contains("Место за вами", Assert.Single(maria.Chat).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_to_be_asked_about_a_meeting_that_is_cancelled_at_night_hears_nothing_of_it()
    {
        await using var world = await World.Open(cluster);
        var (_, maria) = await AtNight(world);
        var stranger = await world.Stranger(4);
        await stranger.SignsUp("В лист ожидания");
        await AskedMeetingStories.Cancels(world);
        await HearsNothingInTheMorning(world, maria);
        await stranger.Sees("Мероприятие отменено");
    }

    [Fact]
    public async Task Who_has_been_asked_by_day_hears_that_the_meeting_is_cancelled_also_when_it_moved_at_night_before()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar();
        await NominationStories.Send(head, world, Ivanova);
        await maria.Sees("Вас направляет");
        await world.Pass(TimeSpan.FromHours(12));
        await AskedMeetingStories.Moves(world, "10.12 16:00");
        await AskedMeetingStories.Cancels(world);
        await world.Pass(TimeSpan.FromHours(10.1));
        await maria.Sees("Мероприятие отменено");
    }

    [Fact]
    public async Task Who_leads_a_meeting_hears_that_it_is_cancelled_although_their_schools_question_still_waits()
    {
        await using var world = await World.Open(cluster);
        var (_, maria) = await AtNight(world);
        await world.Sql<int>("update seminar set leader_id = (select id from person where chat_id = 2)");
        await AskedMeetingStories.Cancels(world);
        await world.Pass(TimeSpan.FromHours(10.1));
        Assert.Contains("Мероприятие отменено", Assert.Single(maria.Chat).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_erases_themselves_at_night_is_not_asked_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await AtNight(world);
        await maria.Types("/profile");
        await maria.Taps("Удалить мои данные");
        await maria.Taps("Да, удалить всё обо мне");
        await maria.Sees("ваших данных у нас больше нет");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where dedup like 'nomination:_' and done_at is null"));
        await world.Pass(TimeSpan.FromHours(10.1));
        await maria.DoesNotSee("Вас направляет");
        await head.Sees("не сможет");
        Assert.Equal("Declined", await world.Sql<string>("select state from nomination"));
    }

    [Fact]
    public async Task A_reminder_that_waits_for_the_morning_is_taken_back_by_the_answer()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(startsIn: TimeSpan.FromHours(64));   // due on Thursday at 02:00, so halfway is Wednesday, 06:00
        await NominationStories.Send(head, world, Ivanova);
        await maria.Sees("Место за вами до чт, 26 ноября, 02:00");
        await world.Pass(TimeSpan.FromHours(20.5));
        await maria.Taps("Участвовать");
        await maria.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromHours(2));
        await maria.DoesNotSee("а ответа пока нет");
    }

    [Fact]
    public async Task Who_stops_the_bot_after_the_question_makes_way_and_is_not_written_to()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1);
        await NominationStories.Send(head, world, Ivanova);
        await maria.Sees("Вас направляет");
        await maria.Blocks();
        await stranger.SignsUp("В лист ожидания");
        await world.Pass(TimeSpan.FromHours(48.1));
        await stranger.Sees("Освободилось место, вы записаны");
        await head.Sees("Иванова М. П.: ответа не было");

        await maria.Unblocks();
        await world.Idle();
        await maria.DoesNotSee("место передано тем, кто ждал");
        Assert.Equal(("Lapsed", "Cancelled"), (await world.StateOf(2), await world.PlaceOf(2)));
        Assert.Empty(world.Telegram.Violations);
    }

    /// <summary>Tuesday, 22:00, and Ivanova is sent to a meeting in a week.</summary>
    private static async Task<(Visitor Head, Visitor Teacher)> AtNight(World world)
    {
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(seats: 1);
        await world.Pass(TimeSpan.FromHours(12));
        await NominationStories.Send(head, world, Ivanova);
        await world.Idle();
        Assert.Empty(maria.Chat);
        return (head, maria);
    }

    private static async Task HearsNothingInTheMorning(World world, Visitor teacher)
    {
        await world.Pass(TimeSpan.FromHours(10.1));
        Assert.Empty(teacher.Chat);
    }
}
