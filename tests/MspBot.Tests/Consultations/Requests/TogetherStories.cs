using MspBot.Sandbox;
using MspBot.Tests.Consultations.Hours;
using MspBot.Tests.People.Roles;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>What falls due together for one person is one message; what comes later alone is told alone.</summary>
public sealed class TogetherStories(TestCluster cluster)
{
    [Fact]
    public async Task Four_requests_without_an_answer_are_one_message_to_each_who_hears_of_them_and_a_later_one_is_told_alone()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var tutor = await world.TutorWithHours(5);
        await world.TutorWithHours(6, "Белов Пётр Ильич");
        foreach (var chat in Enumerable.Range(11, 4)) await Asked(world, chat);

        await world.PassInSteps(TimeSpan.FromHours(4), TimeSpan.FromHours(1));
        var nudge = Assert.Single(tutor.Chat, m => m.Text.StartsWith('⏳'));
        Assert.StartsWith("⏳ 4 заявки ждут вашего ответа", nudge.Text, StringComparison.Ordinal);
        Assert.Equal(4, nudge.Buttons.Count);
        await tutor.TapsOn(nudge, nudge.Buttons[2][0].Label);
        await tutor.Sees("Заявка на консультацию");

        await world.PassInSteps(TimeSpan.FromHours(20), TimeSpan.FromHours(5));
        await Asked(world, 15);
        await world.PassInSteps(TimeSpan.FromHours(4), TimeSpan.FromHours(1));
        Assert.Single(tutor.Chat, m => m.Text.StartsWith("⏳ Заявка ждёт вашего ответа", StringComparison.Ordinal));

        await world.PassInSteps(TimeSpan.FromHours(20), TimeSpan.FromHours(1));
        var ask = Assert.Single(head.Chat, m => m.Text.StartsWith("⚠️", StringComparison.Ordinal));
        Assert.StartsWith("⚠️ 4 заявки без ответа", ask.Text, StringComparison.Ordinal);
        await head.TapsOn(ask, ask.Buttons[1][0].Label);
        await head.Sees("Кому назначить заявку?");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DueJobs.RunAll(world.Bot.Web.Services)));
        await world.Idle();
        Assert.DoesNotContain(head.Chat, m => m.Text.StartsWith("⚠️", StringComparison.Ordinal));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Of_more_than_a_screen_the_rest_is_behind_one_button()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        foreach (var chat in Enumerable.Range(11, 8)) await Asked(world, chat);
        await world.PassInSteps(TimeSpan.FromHours(4), TimeSpan.FromHours(1));
        var nudge = Assert.Single(tutor.Chat, m => m.Text.StartsWith('⏳'));
        Assert.StartsWith("⏳ 8 заявок ждут вашего ответа", nudge.Text, StringComparison.Ordinal);
        Assert.Contains("И ещё 2.", nudge.Text, StringComparison.Ordinal);
        Assert.Equal("Все заявки", nudge.Buttons[^1][0].Label);
    }

    [Fact]
    public async Task Reminders_that_a_weekend_held_back_come_as_one()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        await SeminarCast.Teacher(world, 11);
        // Monday, 30 November, 14:00, 15:00 and 16:00 in Moscow.
        foreach (var n in Enumerable.Range(0, 3))
        {
            var id = await world.Of("teacher", "Confirmed");
            await world.Sql<int>($"""
                update consultation set starts_at = '2026-11-30T{11 + n}:00Z', ends_at = '2026-11-30T{11 + n}:45Z',
                    confirmed_at = {world.Now}, timed_at = {world.Now} where id = {id};
                delete from consultation_time where consultation_id = {id}
                """);
        }
        await world.Sql<int>("update consultation set tutor_id = (select id from person where chat_id = 5)");
        await world.PassInSteps(TimeSpan.FromHours(6 * 24 - 2) + TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        var reminder = Assert.Single(tutor.Chat, m => m.Text.StartsWith("🔔", StringComparison.Ordinal));
        Assert.StartsWith("🔔 Сегодня у вас 3 консультации, пн, 30 ноября", reminder.Text, StringComparison.Ordinal);
        Assert.Equal(3, reminder.Buttons.Count);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Heads_hear_once_of_all_requests_a_tutor_has_left_behind()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var tutor = await world.TutorWithHours(5);
        foreach (var chat in Enumerable.Range(11, 3)) await Asked(world, chat);
        await tutor.Types("/profile");
        await tutor.Taps("Удалить мои данные");
        await tutor.Taps("Да, удалить всё обо мне");
        await world.Idle();
        var news = Assert.Single(head.Chat, m => m.Text.Contains("без тьютора", StringComparison.Ordinal));
        Assert.StartsWith("3 заявки остались без тьютора", news.Text, StringComparison.Ordinal);
        Assert.Equal(3, news.Buttons.Count);
    }

    [Fact]
    public async Task A_tutor_who_loses_the_role_reads_in_one_message_without_dead_buttons_what_is_cancelled()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor) = ((await SeminarCast.Head(world)).StartedEarlier(), await world.TutorWithHours(5));
        foreach (var n in Enumerable.Range(0, 2))
        {
            await SeminarCast.Teacher(world, 11 + n);
            await world.Confirmed(5, 11 + n, World.Morning.AddDays(2).AddHours(n));
        }
        await LosesRole(head, ConsultationCast.TutorName);
        await world.Idle();
        var told = Assert.Single(tutor.Chat, m => m.Text.StartsWith("2 консультации отменены", StringComparison.Ordinal));
        Assert.Empty(told.Buttons);
    }

    [Fact]
    public async Task A_tutor_hears_once_that_the_colleague_has_left_who_was_asked_to_take_two_requests()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor) = ((await SeminarCast.Head(world)).StartedEarlier(), await world.TutorWithHours(5));
        await world.TutorWithHours(6, "Белов Пётр Ильич");
        foreach (var chat in Enumerable.Range(11, 2)) await Asked(world, chat);
        await world.Sql<int>($"""
            insert into consultation_handover (consultation_id, from_tutor_id, to_tutor_id, state, asked_at)
            select c.id, c.tutor_id, p.id, 'Asked', {world.Now} from consultation c, person p where p.chat_id = 6
            """);
        await LosesRole(head, "Белов Пётр Ильич");
        await world.Idle();
        var told = Assert.Single(tutor.Chat, m => m.Text.Contains("Коллега не сможет взять", StringComparison.Ordinal));
        Assert.StartsWith("Коллега не сможет взять 2 заявки", told.Text, StringComparison.Ordinal);
        Assert.Equal(2, told.Buttons.Count);
    }

    [Fact]
    public async Task Who_stands_in_for_two_tutors_is_offered_what_waits_for_both_in_one_message()
    {
        await using var world = await World.Open(cluster);
        var stand = await world.TutorWithHours(7, "Козлова Вера Ильинична");
        foreach (var n in Enumerable.Range(0, 2))
        {
            await world.TutorWithHours(5 + n, n == 0 ? ConsultationCast.TutorName : "Белов Пётр Ильич");
            await Asked(world, 11 + n, 5 + n);
            await world.Sql<int>($"""
                insert into tutor_absence (tutor_id, first_day, last_day, stand_in_id)
                select t.id, '2026-11-25', '2026-11-30', s.id from person t, person s where t.chat_id = {5 + n} and s.chat_id = 7
                """);
        }
        await world.PassInSteps(TimeSpan.FromHours(24), TimeSpan.FromHours(2));
        var offer = Assert.Single(stand.Chat, m => m.Text.Contains("замещаете", StringComparison.Ordinal));
        Assert.StartsWith("Вы замещаете: 2 заявки ждут ответа", offer.Text, StringComparison.Ordinal);
        await stand.TapsOn(offer, offer.Buttons[1][0].Label);
        await stand.SeesButton("Взять себе");
    }

    private static async Task LosesRole(Visitor head, string tutor)
    {
        await RoleStories.OpensCardOf(head, tutor);
        await head.Taps("Снять роль: тьютор");
        await head.Taps("Да, снять роль");
    }

    /// <summary>A request to the tutor that waits since now.</summary>
    private static async Task Asked(World world, long chat, long tutor = 5)
    {
        await SeminarCast.Teacher(world, chat, $"Петрова {(char)(0x410 + chat - 11)}нна Ивановна");
        await world.Sql<int>($"""
            insert into consultation (kind, teacher_id, tutor_id, topic, subject, state, created_at, asked_at)
            select 'Individual', p.id, (select id from person where chat_id = {tutor}), 'Чтение графиков', 'Математика', 'Requested',
                {world.Now}, {world.Now}
            from person p where p.chat_id = {chat}
            """);
    }
}
