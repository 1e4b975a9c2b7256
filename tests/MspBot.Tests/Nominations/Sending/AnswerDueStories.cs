using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>By when a teacher answers: from when they can read the question, and from when they have a place.</summary>
public sealed class AnswerDueStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";

    [Fact]
    public async Task What_is_asked_at_night_is_due_from_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar();
        await world.Pass(TimeSpan.FromHours(12));   // Tuesday, 22:00
        await NominationStories.Choose(head, world);
        await head.TicksToSend(Ivanova);
        await head.Taps("Пропустить");
        await head.Sees("Ответа ждём до пт, 27 ноября, 08:00");
        await head.Taps("Направить");
        await head.Sees("ждём ответа до пт, 27 ноября, 08:00");
        await world.Idle();
        Assert.Empty(maria.Chat);

        await world.Pass(TimeSpan.FromHours(10.1));
        await maria.Sees("Место за вами до пт, 27 ноября, 08:00");
        await world.Pass(TimeSpan.FromHours(23.8));
        await maria.DoesNotSee("а ответа пока нет");
        await world.Pass(TimeSpan.FromHours(0.2));   // halfway from the morning
        await maria.Sees("а ответа пока нет. Ответьте до пт, 27 ноября, 08:00");
    }

    [Fact]
    public async Task A_place_does_not_go_before_the_question_has_been_read_for_two_hours()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(30));
        await world.Pass(TimeSpan.FromHours(12));   // 22:00; it begins tomorrow at 16:00
        await NominationStories.Send(head, world, Ivanova);
        await stranger.SignsUp("В лист ожидания");
        await world.PassInSteps(TimeSpan.FromHours(11.9), TimeSpan.FromHours(1));
        await maria.Sees("Место за вами до ср, 25 ноября, 10:00");
        Assert.Equal(("Asked", "Confirmed"), (await world.StateOf(2), await world.PlaceOf(2)));

        await world.Pass(TimeSpan.FromHours(0.2));
        await stranger.Sees("Освободилось место, вы записаны");
        Assert.Equal("Lapsed", await world.StateOf(2));
        await maria.Sees("место передано тем, кто ждал");
        Assert.All(maria.Chat.Where(m => m.FromBot).SelectMany(m => m.Buttons).SelectMany(row => row),
            button => Assert.NotEqual("Участвовать", button.Label));
    }

    [Fact]
    public async Task A_place_goes_on_at_night_and_all_hear_of_it_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(64));   // due on Thursday at 02:00
        await NominationStories.Send(head, world, Ivanova);
        await stranger.SignsUp("В лист ожидания");
        await stranger.Sees("место в очереди: 1");
        await world.Pass(TimeSpan.FromHours(40.1));
        Assert.Equal(("Lapsed", "Confirmed"), (await world.StateOf(2), await world.PlaceOf(4)));
        await stranger.DoesNotSee("Освободилось место");
        await maria.DoesNotSee("место передано");

        await world.Pass(TimeSpan.FromHours(6));
        await stranger.Sees("Освободилось место, вы записаны");
        await maria.Sees("место передано тем, кто ждал");
        await head.Sees("Иванова М. П.: ответа не было");
    }

    [Fact]
    public async Task Who_waited_answers_from_when_they_get_a_place()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var (seated, next) = await InLine(world, head);
        await world.Pass(TimeSpan.FromHours(24.1));
        await maria.Sees("а ответа пока нет. Ответьте, сможете ли.");
        await world.Pass(TimeSpan.FromHours(47.9));   // Friday, 10:00: the first due was on Thursday
        await maria.Types("/menu");
        await maria.Sees("»: ответьте, сможете ли");

        await seated.GivesBack();
        await maria.SeesMessage("Освободилось место, вы записаны");
        await maria.Sees("Место за вами до пн, 30 ноября, 10:00");
        await head.Sees("ждём ответа до пн, 30 ноября, 10:00");
        await world.Pass(TimeSpan.FromMinutes(2));
        await world.Pass(TimeSpan.FromHours(3));
        Assert.Equal(("Asked", "Confirmed"), (await world.StateOf(2), await world.PlaceOf(2)));

        await world.Pass(TimeSpan.FromHours(66));
        await maria.Sees("а ответа пока нет. Ответьте до пн, 30 ноября, 10:00");
        await world.Pass(TimeSpan.FromHours(3.1));
        await next.Sees("Освободилось место, вы записаны");
        Assert.Equal("Lapsed", await world.StateOf(2));
    }

    [Fact]
    public async Task Who_is_asked_anew_until_the_same_moment_is_reminded_anew()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var (seated, _) = await InLine(world, head, startsIn: TimeSpan.FromHours(34));   // due today at 20:00, a day before
        await world.Pass(TimeSpan.FromHours(5.1));
        await maria.Sees("а ответа пока нет. Ответьте, сможете ли.");

        await seated.GivesBack();
        await maria.Sees("Место за вами до вт, 24 ноября, 20:00");
        await world.Pass(TimeSpan.FromHours(2.6));
        await maria.Sees("а ответа пока нет. Ответьте до вт, 24 ноября, 20:00");
    }

    [Fact]
    public async Task Who_could_not_be_told_of_their_place_and_gets_one_later_answers_from_then_on()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var (seated, next) = await InLine(world, head);
        await maria.Sees("Мест пока нет");
        maria.Person.HasBlocked = true;
        await seated.GivesBack();
        await world.RunJobs();
        await next.Sees("Освободилось место, вы записаны");
        Assert.Equal(("Asked", "Waitlisted"), (await world.StateOf(2), await world.PlaceOf(2)));

        await world.Pass(TimeSpan.FromHours(72));   // Friday, 10:00
        await maria.Unblocks();
        await maria.SeesMessage("С возвращением");
        await next.GivesBack();
        await maria.SeesMessage("Освободилось место, вы записаны");
        await maria.Sees("Место за вами до пн, 30 ноября, 10:00");
        await world.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(("Asked", "Confirmed"), (await world.StateOf(2), await world.PlaceOf(2)));
    }

    [Fact]
    public async Task Once_the_due_is_over_the_cards_say_so_and_the_answer_is_still_welcome()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(seats: 1);
        await NominationStories.Send(head, world, Ivanova);
        await world.Pass(TimeSpan.FromHours(48.1));

        await maria.Types("/menu");
        await maria.Sees("срок ответа прошёл: ответьте, сможете ли");
        await maria.Taps("Ответить");
        await maria.Sees("Срок ответа прошёл. Место за вами, пока его никто не ждёт");
        await head.Taps("❓ Иванова М. П.");
        await head.Sees("срок ответа прошёл чт, 26 ноября, 10:00, место пока за учителем");
        await maria.Taps("Участвовать");
        await maria.Sees("Вы записаны");
        Assert.Equal("Accepted", await world.StateOf(2));
    }

    [Fact]
    public async Task Shortly_before_the_start_the_place_stays_theirs_without_an_answer()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(4));
        await NominationStories.Send(head, world, Ivanova);
        await stranger.SignsUp("В лист ожидания");
        await world.Pass(TimeSpan.FromHours(2.5));
        Assert.Equal("Confirmed", await world.PlaceOf(2));
        await maria.Types("/my");
        await maria.Taps("24.11 14:00");
        await maria.Sees("Срок ответа прошёл, место за вами. Сможете?");
    }

    [Fact]
    public async Task Who_takes_a_seat_that_is_offered_late_has_said_yes()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(5));
        await stranger.SignsUp();
        await stranger.Sees("Вы записаны");
        await NominationStories.Choose(head, world);
        await head.Nominates(Ivanova);
        await world.Pass(TimeSpan.FromHours(2.5));
        await stranger.GivesBack();
        await maria.Taps("Беру место");
        await maria.Sees("Вы записаны");
        await head.Sees("Иванова М. П.: ✅ придёт");
        Assert.Equal(("Accepted", "Confirmed"), (await world.StateOf(2), await world.PlaceOf(2)));
    }

    /// <summary>The only seat is a stranger's; behind them wait the teacher whom the head has sent, and another stranger.</summary>
    private static async Task<(Visitor Seated, Visitor Next)> InLine(World world, Visitor head, TimeSpan? startsIn = null)
    {
        var (seated, next) = (await world.Stranger(4), await world.Stranger(5));
        await world.Seminar(seats: 1, startsIn: startsIn);
        await seated.SignsUp();
        await seated.Sees("Вы записаны");
        await NominationStories.Send(head, world, Ivanova);
        await next.SignsUp("В лист ожидания");
        await next.Sees("место в очереди: 2");
        return (seated, next);
    }
}
