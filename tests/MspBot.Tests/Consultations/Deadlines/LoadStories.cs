using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Deadlines;

/// <summary>How the head sees what tutors have to do, and gives what waits to another one.</summary>
public sealed class LoadStories(TestCluster cluster)
{
    [Fact]
    public async Task The_head_gives_an_unanswered_request_to_another_tutor_and_all_three_hear_it_once()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, other, teacher) = await Cast(world);
        var id = await world.Consultation(tutor, teacher, TimeSpan.FromDays(2), "Requested");
        await world.Sql<int>(
            $"update consultation set nudged_at = {world.Now}, teacher_told_at = {world.Now}, head_asked_at = {world.Now}");
        await head.Types("/menu");
        await head.Taps("Нагрузка тьюторов");
        await head.Sees("Открытых заявок: 1, ждут больше суток: 1");
        await head.Taps("Без ответа: 1");
        await head.Sees("ждёт 3 дня, тьютор Петрова А. И.");
        await head.Taps("Иванова · ");
        await head.Sees("Кому назначить заявку?");
        await head.Taps("Сидоров");
        await head.Sees("Заявку получит Сидоров Борис Олегович");
        await head.TapsAgain();
        await world.Idle();

        foreach (var who in (Visitor[])[other, tutor, teacher]) Assert.Single(who.Chat, m => m.FromBot);
        Assert.Equal("Requested 3 0 2", await world.Sql<string>($"""
            select state || ' ' || (select chat_id from person p where p.id = tutor_id) || ' ' || num_nonnulls(nudged_at, teacher_told_at,
                head_asked_at) || ' ' || version
            from consultation where id = {id}
            """));
    }

    [Fact]
    public async Task The_time_that_was_held_is_free_for_another_request_at_once()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, other, teacher) = await Cast(world);
        var id = await world.Consultation(tutor, teacher, TimeSpan.FromDays(2), "Requested");
        await head.Types("/menu");
        await head.TapsData(await head.SeesMessage("Меню"), $"c:ka:{id}:to:{await world.PersonOf(other)}");
        await head.Sees("Назначено");
        await world.Consultation(tutor, teacher, TimeSpan.FromDays(2), "Requested");
        Assert.Equal(2, await world.Sql<int>("select count(*) from consultation_time"));
    }

    [Fact]
    public async Task What_was_answered_meanwhile_is_left_alone()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, other, teacher) = await Cast(world);
        var id = await world.Consultation(tutor, teacher, TimeSpan.FromDays(2), "Requested");
        await head.Types("/menu");
        await head.TapsData(await head.SeesMessage("Меню"), $"c:ka:{id}:show");
        await head.SeesButton("Сидоров");
        var card = head.Chat.Last(m => m.FromBot);
        foreach (var state in (string[])["Confirmed", "Cancelled", "Held"])
        {
            await world.Sql<int>($"update consultation set state = '{state}'");
            await head.TapsOn(card, "Сидоров");
            Assert.False(string.IsNullOrEmpty(head.LastToast));
            await world.Idle();
        }
        Assert.Equal(await world.PersonOf(tutor), await world.Sql<long>("select tutor_id from consultation"));
        Assert.DoesNotContain(other.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task Nobody_but_a_head_sees_the_load_or_assigns()
    {
        await using var world = await World.Open(cluster);
        var (_, tutor, other, teacher) = await Cast(world);
        var id = await world.Consultation(tutor, teacher, TimeSpan.FromDays(2), "Requested");
        await other.Types("/menu");
        var menu = await other.SeesMessage("Меню");
        Assert.DoesNotContain(menu.Buttons.SelectMany(r => r), b => b.Label == "Нагрузка тьюторов");
        foreach (var forged in (string[])["c:load:0:show", "c:load:0:show:wait", $"c:lt:{await world.PersonOf(tutor)}:show",
            $"c:lt:{await world.PersonOf(tutor)}:xlsx:202611", $"c:ka:{id}:show", $"c:ka:{id}:to:{await world.PersonOf(other)}"])
            await other.TapsData(menu, forged);
        await world.Idle();
        Assert.Equal(await world.PersonOf(tutor), await world.Sql<long>("select tutor_id from consultation"));
        Assert.DoesNotContain(other.Chat, m => m.File is not null || m.Text.Contains(JournalStage.Topic, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_head_gets_a_tutors_month_and_figures_that_can_be_counted_again()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, _, teacher) = await Cast(world);
        await world.Entry(tutor, new(2026, 11, 3), teacher);
        await world.Consultation(tutor, teacher, TimeSpan.FromDays(-2), "Held");
        await world.Consultation(tutor, teacher, TimeSpan.FromDays(-40), "Held");
        await world.Consultation(tutor, teacher, TimeSpan.FromDays(3));
        await world.Sql<int>("update consultation set answered_at = created_at + id * interval '2 hours'");
        await head.Types("/menu");
        await head.Taps("Нагрузка тьюторов");
        var load = await head.Sees("Впереди: 1, проведено в этом месяце: 1");
        Assert.Contains("Обычно отвечает за 4 часа", load);
        Assert.Contains("За 30 дней ответов не было", load);
        await head.Taps("Журнал: Петрова А. И.");
        await head.Taps("Ноябрь 2026 · 1 запись");
        await head.SeesFile("журнал-2026-11-Петрова.xlsx");
    }

    [Theory]
    [InlineData(1, "ждёт 1 минуту,")]
    [InlineData(21, "ждёт 21 минуту,")]
    [InlineData(22, "ждёт 22 минуты,")]
    [InlineData(61, "ждёт 1 час,")]
    public async Task How_long_a_request_waits_is_said_in_good_russian(int minutes, string said)
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, _, teacher) = await Cast(world);
        await world.Consultation(tutor, teacher, TimeSpan.FromDays(2), "Requested");
        await world.Sql<int>($"update consultation set created_at = '{World.Morning.AddMinutes(-minutes):O}'");
        await head.Types("/menu");
        await head.Taps("Нагрузка тьюторов");
        await head.Taps("Без ответа: 1");
        await head.Sees(said);
    }

    [Fact]
    public async Task Seven_tutors_stand_on_two_pages_those_who_are_waited_for_first()
    {
        await using var world = await World.Open(cluster);
        var (head, _, _, teacher) = await Cast(world);
        foreach (var n in Enumerable.Range(10, 5)) await world.Tutor(n, $"Белова Вера {(char)('А' + n)}льбертовна");
        var busy = await world.Tutor(20, "Яковлева Инна Юрьевна");
        await world.Consultation(busy, teacher, TimeSpan.FromDays(2), "Requested");
        await head.Types("/menu");
        await head.Taps("Нагрузка тьюторов");
        var first = await head.SeesMessage("Яковлева И. Ю.");
        Assert.StartsWith("Журнал: Яковлева", first.Buttons[1][0].Label);
        await head.Taps("›");
        await head.Sees("Сидоров Б. О.");
        await head.Taps("‹");
        await head.Sees("Яковлева И. Ю.");
    }

    private static async Task<(Visitor Head, Visitor Tutor, Visitor Other, Visitor Teacher)> Cast(World world)
    {
        var (head, tutor, other, teacher) =
            (await world.Head(), await world.Tutor(1), await world.Tutor(3, "Сидоров Борис Олегович"), await world.Teacher(2));
        foreach (var who in (Visitor[])[tutor, other, teacher]) who.StartedEarlier();
        return (head, tutor, other, teacher);
    }
}
