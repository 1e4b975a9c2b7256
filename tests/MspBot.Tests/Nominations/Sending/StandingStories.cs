using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>How those who were sent stand, on the cards of their head: as it is, whatever became of the meeting.</summary>
public sealed class StandingStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";
    private const string Orlov = "Орлов Б. Л.";

    [Fact]
    public async Task Cards_of_a_cancelled_meeting_speak_of_no_answer_to_come()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar();
        await NominationStories.Send(head, world, Ivanova, Orlov);
        await maria.Taps("Участвовать");
        await maria.Sees("Вы записаны");
        var nominee = await world.Opened(head, $"c:nn:{await Nomination(world, 3)}:show");
        var meeting = await world.Opened(head, "c:nm:1:show");

        await Cancels(world);
        Assert.Contains("Иванова М. П.: ответ был «да»", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Орлов Б. Л.: ответа не было", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Орлов Б. Л.: ответа не было", nominee.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Buttons(meeting), label => label.StartsWith('❓'));
    }

    [Fact]
    public async Task A_meeting_that_is_over_leads_to_who_was_there_and_invites_nobody()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var other = await world.HeadAt(5);
        await world.Seminar(startsIn: TimeSpan.FromHours(5));
        await NominationStories.Send(head, world, Ivanova);
        await maria.Taps("Участвовать");
        await maria.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromHours(9));

        var none = await world.Opened(other, "c:nm:1:show");
        Assert.DoesNotContain("ещё никого не направили", none.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Кто был", Buttons(none));
        var meeting = await world.Opened(head, "c:nm:1:show");
        Assert.Contains("ответ был «да»", meeting.Text, StringComparison.Ordinal);
        await head.TapsOn(meeting.Message, "Кто был");
        await head.Sees("Иванова");
        await world.Idle();
        Assert.Contains("← К мероприятиям", Buttons(meeting));
    }

    [Fact]
    public async Task A_yes_from_the_line_promises_no_seat()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        var boris = await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar(seats: 1);
        await NominationStories.Send(head, world, Ivanova, Orlov);
        await boris.Sees("Мест пока нет");
        await boris.Taps("Участвовать");
        await world.Idle();
        Assert.Equal("Запомнили: освободится место — вы записаны", boris.LastToast);
        await head.Sees("Орлов Б. Л.: придёт, если освободится место");
        await head.SeesButton("⏳ Орлов Б. Л.");
    }

    [Fact]
    public async Task A_withdrawal_says_what_becomes_of_the_place_before_and_after()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar(seats: 1);
        await NominationStories.Send(head, world, Ivanova, Orlov);
        var meeting = head.Chat.Last(m => m.FromBot).Id;
        await head.Taps("❓ Орлов Б. Л.");
        await head.Taps("Отозвать направление");
        await head.Sees("Место в листе ожидания освободится.");
        await head.Taps("Да, отозвать");
        await head.Sees("Место в листе ожидания освободилось.");

        await head.Taps("← К направлениям");
        await head.Taps("❓ Иванова М. П.");
        await head.Taps("Отозвать направление");
        await head.Sees("Место пока останется за школой.");
        await head.Taps("Да, отозвать");
        await head.Sees("Место остаётся за школой до ср, 25 ноября, 10:00: можно направить другого.");
        await world.Idle();
        Assert.Contains("направление отозвано", head.Chat.Single(m => m.Id == meeting).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_declined_and_came_in_by_themselves_is_not_said_to_stay_away_only()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar();
        await NominationStories.Send(head, world, Ivanova);
        await maria.Taps("Не могу");
        await maria.Taps("Урок");
        await head.Sees("не сможет");
        var meeting = await world.Opened(head, "c:nm:1:show");
        Assert.Contains("❌ Иванова М. П.", Buttons(meeting));
        await maria.SignsUp();
        await maria.Sees("Вы записаны");

        meeting = await world.Opened(head, "c:nm:1:show");
        Assert.Contains("Иванова М. П.: не сможет: урок; теперь есть своя запись", meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("❌ Иванова М. П.", Buttons(meeting));
    }

    [Fact]
    public async Task A_later_page_stays_where_it_is_and_follows_the_answers()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        var last = await world.Colleague(19, of: 2, "Яковлев Егор Ильич");
        await world.Seminar(seats: 30);
        for (var nr = 10; nr < 20; nr++)
        {
            if (nr < 19) await world.Colleague(nr, of: 2, $"Орлов{(char)('а' + nr - 10)} Борис Львович");
            await world.Nominated(1, nr, by: 1);
        }
        var first = await world.Opened(head, "c:nm:1:show");
        await head.LooksAround();
        await world.Idle();
        var message = head.Chat.Last(m => m.FromBot);
        await head.TapsData(message, "c:nm:1:show:1");
        await world.Idle();
        var second = new ShownCard(head, message.Id);
        Assert.Contains("Яковлев Е. И.: ждём ответа", second.Text, StringComparison.Ordinal);
        var before = Buttons(first);

        var own = await world.Opened(last, "c:s:1:show");
        await last.TapsOn(own.Message, "Участвовать");
        await last.Sees("Вы записаны");
        await world.Idle();
        Assert.Contains("Яковлев Е. И.: ✅ придёт", second.Text, StringComparison.Ordinal);
        Assert.Equal(before, Buttons(first));
    }

    private static string[] Buttons(ShownCard card) => [.. card.Message.Buttons.SelectMany(row => row).Select(b => b.Label)];

    private static Task<long> Nomination(World world, long chat) =>
        world.Sql<long>($"select n.id from nomination n join person p on p.id = n.person_id where p.chat_id = {chat}");

    private static async Task Cancels(World world)
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
