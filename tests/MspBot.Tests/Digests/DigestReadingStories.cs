using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>/digest, earlier ones, corrections, and what a decision's button does.</summary>
public sealed class DigestReadingStories(TestCluster cluster)
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours((6 * 24) - 2);

    [Fact]
    public async Task This_week_so_far_is_shown_now_with_its_files()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Held(World.Morning.AddHours(-3), signedUp: 4, came: 3);
        await head.Types("/digest");
        var text = await head.Sees("📊 Неделя 23–29 ноября 2026");
        Assert.Contains("Мероприятий: 1", text, StringComparison.Ordinal);
        Assert.Contains("Пришли: 3 из 4, 75\u00A0%", text, StringComparison.Ordinal);
        Assert.Contains("Оценка: нет данных", text, StringComparison.Ordinal);
        await head.Taps("Картинка и файлы");
        await head.SeesFile(".xlsx");
        await world.Idle();
        Assert.Equal(["text", "picture", ".xlsx"], head.Digests());
    }

    [Fact]
    public async Task The_files_of_a_week_that_was_shown_while_it_ran_are_that_weeks_also_when_it_is_over()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await head.Types("/digest");
        await head.SeesButton("Картинка и файлы");
        world.Clock.Advance(ToMonday);
        await head.Taps("Картинка и файлы");
        await head.SeesFile(".xlsx");
        await world.Idle();
        Assert.All(head.Chat.Where(m => m.File is not null), m => Assert.Contains("2026-W48", m.File!.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_earlier_digest_stays_as_it_was_sent_and_the_next_tells_of_the_correction()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var seminar = await world.Held(World.Morning.AddHours(3), signedUp: 4, came: 3);
        await world.LongAgo();
        await world.Pass(ToMonday);
        var sent = await head.Sees("📊 Неделя 23–29 ноября 2026");
        Assert.Contains("Пришли: 3 из 4", sent, StringComparison.Ordinal);

        await world.Sql<int>($"update sign_up set came = true where seminar_id = {seminar}");
        await world.Pass(TimeSpan.FromDays(7));
        Assert.Contains("Уточнение за 23–29 ноября: пришли — было 3, стало 4", await head.Sees("📊 Неделя 30 ноября – 6 декабря 2026"),
            StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromDays(7));
        Assert.DoesNotContain("Уточнение", await head.Sees("📊 Неделя 7–13 декабря 2026"), StringComparison.Ordinal);

        await head.Types("/digest");
        await head.Taps("Прежние сводки");
        await head.Taps("Неделя 23–29 ноября 2026");
        await world.Idle();
        Assert.Equal(2, head.Chat.Count(m => m.FromBot && m.Text == sent));
    }

    [Fact]
    public async Task An_observer_reads_and_decides_nothing_a_teacher_gets_the_menu_and_a_forged_press_nothing()
    {
        await using var world = await cluster.Digests();
        await world.Readers();
        var observer = await SeminarCast.Teacher(world, 8, "Белова Анна Олеговна", nameof(Role.Observer));
        var teacher = await SeminarCast.Teacher(world, 9, "Козлова Вера Ильинична");
        await world.LongAgo();
        await observer.Types("/digest");
        Assert.Contains("30 дней не участвуют", await observer.Sees("Нужно решить"), StringComparison.Ordinal);
        Assert.DoesNotContain(observer.Chat[^1].Buttons.SelectMany(r => r),
            b => b.Label.Contains("Школы не участвуют", StringComparison.Ordinal));
        await teacher.Types("/digest");
        await world.Idle();
        var menu = teacher.Chat.Last(m => m.FromBot);
        Assert.DoesNotContain("📊", menu.Text, StringComparison.Ordinal);
        foreach (var forged in (string[])["c:dg:0:show", "c:dg:0:files", "c:dg:1:show", "c:dg:0:want", "c:dgd:1:show", "c:dgu:1:show",
            "c:dgs:1:show", "c:dgs:1:send", "c:dgl:0:show", "c:dgl:0:show:SilentSchool"])
        {
            await teacher.TapsData(menu, forged);
            await world.Idle();
        }
        Assert.DoesNotContain(teacher.Chat, m => m.FromBot
            && (m.File is not null || m.Text.Contains("📊", StringComparison.Ordinal)
                || m.Text.Contains("Здравствуйте", StringComparison.Ordinal)));
        Assert.Equal(0, await world.Sql<int>("select count(*) from digest_wish"));
    }

    [Fact]
    public async Task Reminding_schools_tells_each_head_of_a_school_once_however_often_it_is_pressed()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        var director = await SeminarCast.Teacher(world, 8, "Громова Анна Олеговна", nameof(Role.SchoolHead));
        director.StartedEarlier();
        await world.Seminar(seats: 20, startsIn: TimeSpan.FromDays(3));
        await head.Types("/digest");
        Assert.Contains("записались 0 из 20", await head.Sees("Нужно решить"), StringComparison.Ordinal);
        await head.Taps("Напомнить школам");
        await head.Taps("Отправить 1 руководителю");
        await head.Sees("получит 1 руководитель школы");
        await head.TapsAgain();
        await methodologist.Types("/digest");
        await methodologist.Taps("Напомнить школам");
        await methodologist.Taps("Отправить 1 руководителю");
        await world.Idle();
        Assert.Single(director.Chat, m => m.FromBot && m.Text.Contains("Приглашаем педагогов вашей школы", StringComparison.Ordinal));
        await director.Taps("Открыть мероприятие");
        await director.SeesButton("Записаться");
    }

    [Fact]
    public async Task A_seminar_that_was_called_off_since_is_not_advertised()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var director = await SeminarCast.Teacher(world, 8, "Громова Анна Олеговна", nameof(Role.SchoolHead));
        director.StartedEarlier();
        await world.Seminar(seats: 20, startsIn: TimeSpan.FromDays(3));
        await head.Types("/digest");
        await head.Taps("Напомнить школам");
        await head.SeesButton("Отправить 1 руководителю");
        await world.Sql<int>($"update seminar set state = 'Cancelled', cancelled_at = {world.Now}");
        await head.Taps("Отправить 1 руководителю");
        await head.Sees("уже не записаться");
        await world.Idle();
        Assert.DoesNotContain(director.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task A_silent_school_and_an_unreachable_person_have_texts_ready_to_be_sent_on()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await SeminarCast.Teacher(world, 9, "Козлова Вера Ильинична");
        await world.LongAgo();
        var seminar = await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(2));
        await world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at) select {seminar}, id, 'Confirmed',
                '{World.Morning:O}', '{World.Morning:O}' from person where chat_id = 9;
            update person set reachable = false where chat_id = 9
            """);
        await head.Types("/digest");
        await head.Taps("Через школу: Козлова В. И.");
        Assert.Contains("есть запись на «Читательская грамотность»", await head.Sees("не получает сообщений от бота площадки"),
            StringComparison.Ordinal);
        await head.Types("/digest");
        await head.Taps("Школы не участвуют");
        await head.Sees("30 дней никто не участвует");
        await head.Taps("МОУ «");
        await head.Sees("уже 30 дней не участвуют");
    }

    [Fact]
    public async Task Whoever_was_erased_is_in_no_digest_by_name_not_even_in_one_that_was_sent()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var seminar = await world.Held(World.Morning.AddHours(3), signedUp: 1, came: 1);
        var leader = await SeminarCast.Teacher(world, 8, "Редкая Фамилия Тьюторовна", nameof(Role.Tutor));
        await world.Sql<int>($"update seminar set leader_id = (select id from person where chat_id = 8) where id = {seminar}");
        await world.Pass(ToMonday);
        Assert.Equal(0, await world.Sql<int>("select count(*) from digest where body::text like '%Редкая%'"));
        Assert.True(Holds(head.Chat.Last(m => m.File?.Name.EndsWith(".xlsx", StringComparison.Ordinal) == true), "Редкая"));
        await leader.Types("/profile");
        await leader.Taps("Удалить мои данные");
        await leader.Taps("Да, удалить всё обо мне");
        await leader.Sees("больше нет");
        await head.TapsOn(head.Chat.Last(m => m.Text.StartsWith("📊", StringComparison.Ordinal)), "Картинка и файлы");
        await world.Idle();
        var again = head.Chat.Last(m => m.File?.Name.EndsWith(".xlsx", StringComparison.Ordinal) == true);
        Assert.False(Holds(again, "Редкая"));
        Assert.True(Holds(again, "данные удалены"));
    }

    [Fact]
    public async Task The_nights_audit_is_one_line_and_says_what_it_found()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var teacher = await SeminarCast.Teacher(world, 9);
        await world.Pass(TimeSpan.FromHours(24));
        await head.Types("/digest");
        await head.Sees("Данные проверены, нарушений нет.");
        await world.Sql<int>($"""
            insert into consultation (kind, teacher_id, topic, state, created_at, asked_at)
            select 'Individual', id, 'Чтение', 'Requested', '{World.Morning.AddDays(-3):O}', '{World.Morning.AddDays(-3):O}' from person
                where chat_id = {teacher.Id};
            insert into outbox (chat_id, payload, priority, not_before, free_at, created_at)
            values (5, '{"{}"}', 1, '{World.Morning:O}', clock_timestamp() + interval '5 minutes', clock_timestamp() - interval '2 hours')
            """);
        world.Clock.Advance(TimeSpan.FromHours(24));
        await DueJobs.RunAll(world.Bot.Web.Services);
        await head.Types("/digest");
        var digest = await head.SeesMessage("Проверка данных:");
        Assert.Contains("сообщений ждут отправки больше часа — 1.", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Заявка: Петрова А. И. («Чтение») ждёт 5 дней, тьютора нет", digest.Text, StringComparison.Ordinal);
        await head.TapsOn(digest, "Назначить");
        await head.SeesButton("Меню");
    }

    [Fact]
    public async Task An_audit_that_is_not_todays_says_of_which_day_it_is()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Pass(TimeSpan.FromHours(24));
        world.Clock.Advance(TimeSpan.FromDays(3));
        await head.Types("/digest");
        await head.Sees("Данные проверены 25 ноября, нарушений нет.");
    }

    private static bool Holds(ChatMessage message, string words)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(message.File!.Bytes.ToArray()));
        return archive.Entries.Any(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd().Contains(words, StringComparison.Ordinal);
        });
    }
}
