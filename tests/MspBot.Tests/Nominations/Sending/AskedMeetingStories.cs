using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>The head of the site moves and cancels meetings to which teachers are sent and have not answered yet.</summary>
public sealed class AskedMeetingStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";
    private const string Orlov = "Орлов Б. Л.";

    [Fact]
    public async Task A_meeting_that_moves_is_asked_about_anew_in_the_news_of_it()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var boris = await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar(seats: 1);
        await NominationStories.Send(head, world, Ivanova, Orlov);
        await maria.Sees("Место за вами до чт, 26 ноября, 10:00");
        await boris.Sees("Мест пока нет");
        await world.Pass(TimeSpan.FromHours(24.1));
        await maria.Sees("а ответа пока нет");

        await Moves(world, "27.11 16:00");
        var told = await maria.SeesMessage("Изменилось время");
        Assert.Contains("Место за вами до чт, 26 ноября, 16:00", told.Text, StringComparison.Ordinal);
        Assert.Contains("Мест пока нет", (await boris.SeesMessage("Изменилось время")).Text, StringComparison.Ordinal);
        await world.RunJobs();
        await head.Sees("ждём ответа до чт, 26 ноября, 16:00");
        // The first reminder shows the card by now; halfway to the new due there is another, once the night is over.
        await maria.DoesNotSee("а ответа пока нет");
        await world.Pass(TimeSpan.FromHours(16));
        await world.Pass(TimeSpan.FromHours(6));
        await maria.Sees("а ответа пока нет. Ответьте до чт, 26 ноября, 16:00");
        await maria.TapsOn(told, "Участвовать");
        await maria.Sees("Вы записаны");
    }

    [Fact]
    public async Task A_reminder_of_the_old_due_is_taken_back_by_a_move()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(startsIn: TimeSpan.FromHours(64));   // due on Thursday at 02:00, so halfway is Wednesday, 06:00
        await NominationStories.Send(head, world, Ivanova);
        await world.Pass(TimeSpan.FromHours(20.5));
        Assert.Equal(1, await world.Sql<int>("select count(*) from outbox where dedup like 'nomination:%:waits:%' and waiting"));

        await Moves(world, "10.12 16:00");
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where dedup like 'nomination:%:waits:%' and waiting"));
        await world.Pass(TimeSpan.FromHours(2));
        await maria.SeesMessage("Изменилось время");
        await maria.DoesNotSee("а ответа пока нет");
    }

    [Fact]
    public async Task A_meeting_that_is_cancelled_asks_nothing_any_more()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar();
        await NominationStories.Send(head, world, Ivanova);
        var question = await maria.SeesMessage("Вас направляет");
        var id = await world.Sql<long>("select id from nomination");
        await Cancels(world);
        await maria.Sees("Мероприятие отменено");
        await world.Idle();
        Assert.DoesNotContain(maria.Chat.SelectMany(m => m.Buttons).SelectMany(row => row), b => b.Label == "Участвовать");

        foreach (var press in (string[])["yes", "no", "no:Lesson"])
        {
            await maria.TapsData(question, $"c:na:{id}:{press}");
            Assert.Equal("Мероприятие отменено, отвечать не нужно.", maria.LastAlert);
        }
        Assert.Equal("Asked", await world.StateOf(2));
        await world.Pass(TimeSpan.FromHours(49));
        await maria.DoesNotSee("а ответа пока нет");
    }

    [Fact]
    public async Task An_answer_to_a_meeting_that_has_begun_is_refused_with_its_card()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(startsIn: TimeSpan.FromHours(5));
        await NominationStories.Send(head, world, Ivanova);
        var question = await maria.SeesMessage("Вас направляет");
        await world.Pass(TimeSpan.FromHours(5.1));
        await maria.TapsOn(question, "Участвовать");
        Assert.Equal("Мероприятие уже началось: ответ больше не нужен.", maria.LastAlert);
        await maria.Sees("Вы записаны");
        Assert.Equal("Asked", await world.StateOf(2));
    }

    internal static async Task Moves(World world, string to)
    {
        var boss = world.Visitor(World.HeadId).StartedEarlier();
        await boss.Changes("Дата и время");
        await boss.Types(to);
        await boss.Taps("Всё верно");
        await boss.Sees("Изменено");
        await world.Idle();
    }

    internal static async Task Cancels(World world)
    {
        var boss = world.Visitor(World.HeadId).StartedEarlier();
        await boss.Types("/events");
        await boss.Taps(SeminarCast.Label);
        await boss.Taps("Отменить мероприятие");
        await boss.Taps("Пропустить");
        await boss.Taps("Да, отменить мероприятие");
        await boss.Sees("Мероприятие отменено");
        await world.Idle();
    }
}
