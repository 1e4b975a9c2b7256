using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Feedback;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

/// <summary>
/// A leader's role is taken away: the head decides in the same breath who leads the coming meetings, and names of past ones are closed.
/// </summary>
public sealed class LeaderLosingStories(TestCluster cluster)
{
    private const string Gone = "Этого больше нет или оно вам недоступно.";

    [Fact]
    public async Task The_head_is_told_what_hangs_on_the_role_and_leads_the_meetings_themselves()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, boris, coming, past) = await Stage(world);
        await world.Request(2, 1, state: "Waiting");
        await world.Sql<int>(
            $"insert into tutoring_assignment (tutor_id, teacher_id, since, made_by) select t.id, b.id, '2026-11-01', t.id from person " +
            $"t, person b where t.chat_id = 1 and b.chat_id = 2");

        var question = await AsksToTake(world, head);
        Assert.Contains("ведёт ближайшие встречи: 2", question.Text, StringComparison.Ordinal);
        Assert.Contains("заявки без ответа: 1", question.Text, StringComparison.Ordinal);
        Assert.Contains("закрепления: 1", question.Text, StringComparison.Ordinal);
        await head.TapsData(question, $"c:person:{await Id(world, 1)}:take:Tutor");   // a button of an earlier version decides nothing
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from person_role where role = 'Tutor'"));

        await head.Taps("Снять роль, встречи веду я");
        await tutor.Sees("Ваши ближайшие встречи (2) проведёт Смирнова В. П.");
        await boris.Sees("Смирнова");
        Assert.Equal(2,
            await world.Sql<int>(
            $"select count(*) from seminar where leader_id = {await Id(world, World.HeadId)} and ends_at > {world.Now}"));
        foreach (var press in new[] { $"c:sp:{coming}:show", $"c:sp:{past}:show", $"c:at:{past}:show", $"c:fv:{past}:show",
            $"n:attach:{past}" })
            Assert.Equal(Gone, await Meets(world, tutor, press));
        Assert.DoesNotContain("Кодовое слово", await Meets(world, tutor, $"c:s:{coming}:show"), StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Left_with_a_meeting_one_leads_it_to_its_end_and_the_head_sees_who_came()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, _, coming, past) = await Stage(world);
        await AsksToTake(world, head);
        await head.Taps("Снять роль, встречи оставить");
        await tutor.Sees("Ближайшие встречи по-прежнему ведёте вы: 2");
        Assert.Contains("Сидоров", await Meets(world, tutor, $"c:sp:{coming}:show"), StringComparison.Ordinal);
        Assert.Equal(Gone, await Meets(world, tutor, $"c:sp:{past}:show"));

        await world.Pass(TimeSpan.FromDays(8));
        await head.Sees("Отметьте, кто был");
        Assert.Equal(Gone, await Meets(world, tutor, $"c:at:{coming}:show"));
        Assert.DoesNotContain(tutor.Chat, m => m.Text.Contains("кто был", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Meetings_go_to_another_leader_who_hears_of_it()
    {
        await using var world = await World.Open(cluster);
        var (head, _, _, coming, _) = await Stage(world);
        var vera = (await SeminarCast.Teacher(world, 3, "Козлова Вера Ильинична", "Methodologist")).StartedEarlier();
        var question = await AsksToTake(world, head);
        await head.TapsData(question, $"c:person:{await Id(world, 1)}:take:Tutor.{await Id(world, 2)}");   // a teacher leads no meetings
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from person_role where role = 'Tutor'"));
        await head.Taps("Снять роль, встречи — другому");
        await head.Taps("Козлова Вера Ильинична");
        Assert.Equal("Роль снята", head.LastToast);
        await vera.Sees("Читательская грамотность");
        Assert.Contains("Сидоров", await Meets(world, vera, $"c:sp:{coming}:show"), StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>("select count(*) from person_role where role = 'Tutor'"));
    }

    [Fact]
    public async Task A_meeting_at_whose_time_the_new_leader_leads_another_stays_and_the_head_is_told_which()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, _, coming, _) = await Stage(world);
        await world.Sql<int>($"update seminar set title = 'Та же пора' where id = {coming}");
        var own = await world.Seminar();
        await world.Leads(own, World.HeadId);
        await AsksToTake(world, head);
        await head.Taps("Снять роль, встречи веду я");
        var kept = await head.SeesMessage("Эти мероприятия остались у прежнего ведущего");
        Assert.Contains("• Та же пора", kept.Text, StringComparison.Ordinal);
        var told = await tutor.SeesMessage("с вас снята");
        Assert.Contains("встречи (1) проведёт Смирнова", told.Text, StringComparison.Ordinal);
        Assert.Contains("по-прежнему ведёте вы: 1", told.Text, StringComparison.Ordinal);
        Assert.Equal(await Id(world, 1), await world.Sql<long>($"select leader_id from seminar where id = {coming}"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task With_another_role_to_lead_in_nothing_is_asked_and_nothing_is_lost()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, _, _, past) = await Stage(world);
        await world.Grant(1, Domain.People.Role.Methodologist);
        Assert.DoesNotContain("ближайшие встречи", (await AsksToTake(world, head)).Text, StringComparison.Ordinal);
        await head.Taps("Да, снять роль");
        await tutor.Sees("с вас снята");
        Assert.Contains("Сидоров", await Meets(world, tutor, $"c:sp:{past}:show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heads_hear_of_meetings_whose_leader_was_erased()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, boris, coming, _) = await Stage(world);
        await boris.Types($"/start e_{coming}");
        var card = await boris.SeesMessage("Ведёт: Петрова Анна Игоревна");
        await tutor.Types("/profile");
        await tutor.Taps("Удалить мои данные");
        await tutor.Taps("Да, удалить");
        await head.Sees("остались без ведущего");
        await world.Idle();
        var now = boris.Chat.Single(m => m.Id == card.Id).Text;
        Assert.Contains("✅ Вы записаны", now, StringComparison.Ordinal);
        Assert.DoesNotContain("Петрова", now, StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>($"select count(*) from seminar where leader_id is not null and ends_at > {world.Now}"));
    }

    /// <summary>A tutor leads two meetings to come and one that is over, with Boris in each.</summary>
    private static async Task<(Visitor Head, Visitor Tutor, Visitor Boris, long Coming, long Past)> Stage(World world)
    {
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var tutor = (await SeminarCast.Teacher(world, 1, "Петрова Анна Игоревна", "Tutor")).StartedEarlier();
        var boris = (await SeminarCast.Teacher(world, 2, "Сидоров Борис Олегович")).StartedEarlier();
        var (past, other, coming) = (await world.Seminar(startsIn: TimeSpan.FromDays(-2)),
            await world.Seminar(startsIn: TimeSpan.FromDays(14)), await world.Seminar());
        foreach (var seminar in (long[])[past, other, coming])
        {
            await world.Leads(seminar, 1);
            await world.Came(seminar, seminar == past ? true : null, 2);
        }
        return (head, tutor, boris, coming, past);
    }

    private static async Task<ChatMessage> AsksToTake(World world, Visitor head)
    {
        await head.LooksAround();
        await head.TapsData(head.Chat.Last(m => m.FromBot), $"c:person:{await Id(world, 1)}:ask:Tutor");
        return await head.SeesMessage("Снять роль «тьютор»?");
    }

    private static async Task<string> Meets(World world, Visitor who, string press)
    {
        await world.Idle();
        await who.LooksAround();
        await who.TapsData(who.Chat.Last(m => m.FromBot), press);
        await world.Idle();
        return who.Chat[^1].Text;
    }

    private static Task<long> Id(World world, long chat) => world.Sql<long>($"select id from person where chat_id = {chat}");
}
