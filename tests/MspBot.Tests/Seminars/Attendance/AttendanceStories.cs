using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Attendance;

/// <summary>Getting in, the code word, who was there, and who was not.</summary>
public sealed class AttendanceStories(TestCluster cluster)
{
    private const string Link = "https://meet.example.org/j/42";
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    [Fact]
    public async Task The_link_is_given_in_time_and_getting_in_is_attendance()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(startsIn: TwoHours);
        await anna.SignsUp();
        await anna.Sees("Подключиться можно будет с 11:45");
        await anna.Taps("Подключиться");
        Assert.Equal("Ещё рано: подключиться можно будет вт, 24 ноября, 11:45.", anna.LastAlert);
        await anna.DoesNotSee(Link);

        await world.Pass(TwoHours - TimeSpan.FromMinutes(15));
        await anna.Taps("Подключиться");
        await anna.Sees($"Ссылка: {Link}");
        await anna.SeesButton("Открыть встречу");
        await anna.TapsAgain();
        await anna.Types("/my");
        await anna.Taps(SeminarCast.Label);
        await anna.Sees($"Ссылка: {Link}");
        Assert.Equal("Joined true 24 08:45", await Evidence(world));

        await world.Pass(TimeSpan.FromHours(3));
        await anna.Types("/my");
        await anna.Taps("Прошедшие");
        await anna.Taps(SeminarCast.Label);
        await anna.DoesNotSee(Link);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_last_reminder_lets_in()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(startsIn: TwoHours);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.PassInSteps(TwoHours - TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5));
        await anna.TapsOn(anna.Chat[^1], "Подключиться");
        await anna.Sees($"Ссылка: {Link}");
        Assert.Equal(1, await world.Sql<int>("select count(*) from sign_up where came"));
    }

    [Fact]
    public async Task After_a_meeting_on_the_last_day_of_the_year_nobody_is_asked_anything_before_the_holidays_are_over()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = ((await world.Head()).StartedEarlier(), await world.Teacher(1));
        // Thursday, 31 December, 18:00 to 19:30.
        await world.Seminar(startsIn: TimeSpan.FromDays(37) + TimeSpan.FromHours(8));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        var boris = await world.Teacher(2, "Сидоров Борис Олегович");
        await boris.SignsUp();
        await boris.Sees("Вы записаны");
        await world.Sql<int>("update sign_up set came = true where person_id = (select id from person where chat_id = 2)");
        await world.Pass(TimeSpan.FromDays(37) + TimeSpan.FromHours(14));
        await world.PassInSteps(TimeSpan.FromDays(10), TimeSpan.FromHours(3));
        await anna.DoesNotSee("вас не было");
        await boris.DoesNotSee("Оцените");
        await head.DoesNotSee("Мероприятие закончилось");
        await world.Pass(TimeSpan.FromHours(10));
        await head.Sees("Мероприятие закончилось");
        await anna.Sees("вас не было");
        await boris.Sees("Оцените мероприятие");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Those_without_a_seat_hear_why_there_is_no_link()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris, vera) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"), await world.Teacher(3));
        var id = await world.Seminar(seats: 1, startsIn: TwoHours);
        await boris.SignsUp();
        await boris.Sees("Вы записаны");
        await anna.SignsUp("В лист ожидания");
        await anna.Sees("место в очереди: 1");
        await vera.Types("/events");
        await world.Pass(TwoHours - TimeSpan.FromMinutes(10));
        var card = boris.Chat.Last(m => m.Text.Contains("Вы записаны", StringComparison.Ordinal));
        await boris.GivesBack(card);
        await boris.SeesButton("В лист ожидания");

        foreach (var (who, said) in ((Visitor, string)[])[(anna, "Вы пока в листе ожидания"),
            (boris, "Вашей записи на это мероприятие нет"), (vera, "Вашей записи")])
        {
            await who.TapsData(who.Chat[^1], $"c:s:{id}:enter");
            Assert.Contains(said, who.LastAlert);
            await who.DoesNotSee(Link);
        }
        await world.Pass(TimeSpan.FromHours(3));
        await anna.TapsData(anna.Chat[^1], $"c:s:{id}:enter");
        Assert.Contains("уже закончилось", anna.LastAlert);
        await world.Sql<int>("update seminar set state = 'Cancelled'");
        await anna.TapsData(anna.Chat[^1], $"c:s:{id}:enter");
        Assert.Contains("отменено", anna.LastAlert);
        Assert.Equal(0, await world.Sql<int>("select count(*) from evidence"));
    }

    [Fact]
    public async Task A_code_word_said_aloud_is_typed_by_those_who_came_another_way()
    {
        await using var world = await World.Open(cluster);
        var (leader, anna) = ((await world.Teacher(5, "Котова Раиса Олеговна", "Tutor")).StartedEarlier(), await world.Teacher(1));
        var id = await world.Seminar(startsIn: TwoHours);
        await world.Seminar(startsIn: TwoHours, title: "Соседняя встреча");
        await world.Sql<int>("""
            update seminar set code_word = case title when 'Соседняя встреча' then 'маяк 11' else 'сосна 47' end;
            update seminar set leader_id = (select id from person where chat_id = 5) where title <> 'Соседняя встреча'
            """);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        Assert.DoesNotContain("сосна", string.Concat(anna.Chat.Select(m => m.Text)));
        await leader.Types($"/start e_{id}");
        await leader.Sees("Кодовое слово: сосна 47");
        await leader.Sees(Link);

        await world.Pass(TwoHours + TimeSpan.FromMinutes(30));
        await anna.Types("/my");
        await anna.Taps(SeminarCast.Label);
        await anna.Taps("Отметиться кодом");
        await anna.Sees("Какой код назвал ведущий?");
        await anna.Types("сосна 48");
        await anna.Sees("Такого кода нет");
        await anna.Taps("Ввести ещё раз");
        await anna.Types("Маяк 11");
        await anna.Sees("Это код другого мероприятия: «Соседняя встреча»");
        await anna.Taps("Ввести ещё раз");
        await anna.Types(" СОСНА  47. ");
        await anna.Sees("Отметили: вы были на этом мероприятии");
        Assert.Equal("Code true 24 09:30", await Evidence(world));
        await anna.TapsData(anna.Chat[^1], $"n:code:{id}00");
        await anna.Sees("Этого больше нет");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task After_the_end_the_leader_gets_the_list_and_corrects_it()
    {
        await using var world = await World.Open(cluster);
        var leader = (await world.Teacher(5, "Котова Раиса Олеговна", "Tutor")).StartedEarlier();
        Visitor[] all = [await world.Teacher(1, "Арбузова Анна Ивановна"), await world.Teacher(2, "Белов Борис Львович"),
            await world.Teacher(3, "Волков Иван Ильич")];
        var id = await world.Seminar(seats: 5, startsIn: TwoHours);
        await world.Sql<int>("update seminar set leader_id = (select id from person where chat_id = 5)");
        foreach (var one in all)
        {
            await one.SignsUp();
            await one.Sees("Вы записаны");
        }
        await all[0].TapsData(all[0].Chat[^1], $"c:at:{id}:show");
        await all[0].Sees("Этого больше нет");
        await world.Pass(TwoHours);
        await all[0].TapsData(all[0].Chat[^1], $"c:s:{id}:enter");
        await world.Pass(TimeSpan.FromMinutes(90));
        await world.RunJobs();

        Assert.Single(leader.Chat, m => m.Text.Contains("Мероприятие закончилось. Кто был: 1 из 3", StringComparison.Ordinal));
        await leader.Taps("Кто был");
        await leader.Sees("✅ 1. Арбузова Анна Ивановна · по кнопке");
        await leader.Taps("2. Был(а): Белов");
        await leader.Sees("✅ 2. Белов Борис Львович · вручную");
        await leader.TapsAgain();
        await world.Idle();
        Assert.Equal(2, await world.Sql<int>("select count(*) from sign_up where came"));
        await leader.Taps("1. Не было: Арбузова");
        await leader.Sees("— 1. Арбузова Анна Ивановна · вручную");
        Assert.Equal(["Joined true", "ByHand false"], (await Rows(world, 1)).Take(2));

        await all[2].TapsData(all[2].Chat[^1], $"c:at:{id}:came:0.3");
        Assert.Equal(1, await world.Sql<int>("select count(*) from sign_up where came"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Those_who_did_not_come_get_one_question_the_next_morning()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris, vera) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"), await world.Teacher(3));
        var id = await world.Seminar(seats: 5, startsIn: TwoHours);
        await world.Seminar(startsIn: TimeSpan.FromHours(4), title: "Вторая");
        foreach (var one in (Visitor[])[anna, boris, vera])
        {
            await one.SignsUp();
            await one.Sees("Вы записаны");
        }
        await anna.Types("/events");
        await anna.Taps("Вторая");
        await anna.Taps("Записаться");
        await anna.Sees("Вы записаны");
        await vera.Types("/profile");
        await vera.Taps("Выключить напоминания");
        await world.Pass(TwoHours);
        await boris.TapsData(boris.Chat[^1], $"c:s:{id}:enter");

        await world.PassInSteps(TimeSpan.FromHours(20.5), TimeSpan.FromHours(2));   // to 08:30
        await anna.DoesNotSee("Жаль");
        await world.Pass(TimeSpan.FromHours(0.5));
        var asked = Assert.Single(anna.Chat, m => m.Text.Contains("Жаль, что вас не было", StringComparison.Ordinal));
        await anna.TapsOn(asked, "Не было связи");
        await anna.Sees("Спасибо, учтём. Причина: Не было связи");
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(6));
        foreach (var other in (Visitor[])[boris, vera]) Assert.DoesNotContain(other.Chat,
            m => m.Text.Contains("Жаль", StringComparison.Ordinal));
        Assert.DoesNotContain(anna.Chat, m => m.Id > asked.Id && m.FromBot);
        Assert.Equal("NoConnection", await world.Sql<string>("select string_agg(reason, ',') from missed_question"));
        var signUp = await world.Sql<long>("select sign_up_id from missed_question where reason is not null");
        await boris.TapsData(boris.Chat[^1], $"c:ms:{signUp}:Forgot");
        await boris.Sees("Этого больше нет");
        Assert.Equal("NoConnection", await world.Sql<string>("select string_agg(reason, ',') from missed_question"));
    }

    private static Task<string?> Evidence(World world) =>
        world.Sql<string>(
        "select string_agg(concat_ws(' ', kind, case when came then 'true' else 'false' end, to_char(at at time zone 'UTC', 'DD " +
        "HH24:MI')), ', ') from evidence");

    private static async Task<IReadOnlyList<string>> Rows(World world, long chat) => (await world.Sql<string>($"""
        select string_agg(e.kind || ' ' || e.came, ',' order by e.id)
        from evidence e join sign_up m on m.id = e.sign_up_id join person p on p.id = m.person_id
        where p.chat_id = {chat}
        """))!.Split(',');
}
