using MspBot.Sandbox;
using MspBot.Tests.Consultations.Hours;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Deadlines;

/// <summary>A tutor is away, a colleague stands in.</summary>
public sealed class StandInStories(TestCluster cluster)
{
    private const string Colleague = "Козлова Вера Ильинична";

    [Fact]
    public async Task What_comes_meanwhile_goes_to_the_colleague_and_everybody_knows_in_whose_place()
    {
        await using var world = await World.Open(cluster);
        var (tutor, colleague, anna) =
            (await world.TutorWithHours(5), await world.TutorWithHours(6, Colleague), await SeminarCast.Teacher(world, 1));
        await Away(world, "2026-11-20", "2026-11-30");

        await anna.AsksUpToDay("Соколова И. О. · отпуск до 30.11");
        await anna.Sees("Соколова И. О. в отпуске до 30 ноября, замещает Козлова В. И.: заявку без времени или на эти дни получит коллега");
        await anna.SeesButton("ср, 2 декабря");
        await anna.Taps("Сообщить, когда появится время");
        await anna.Sees("Отправить заявку? Её получит Козлова В. И.: Соколова И. О. в эти дни в отпуске.");
        await anna.Taps("Всё верно");
        var sent = await anna.SeesMessage("Заявка отправлена");
        Assert.Contains("Тьютор: Козлова Вера Ильинична\nВместо тьютора: Соколова И. О.", sent.Text);
        Assert.Contains("Вместо тьютора: Соколова И. О.", (await colleague.SeesMessage("Новая заявка на консультацию")).Text);
        await world.Idle();
        Assert.DoesNotContain(tutor.Chat, m => m.Text.Contains("Новая заявка", StringComparison.Ordinal));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_time_within_the_absence_is_the_colleagues_one_after_it_the_tutors()
    {
        await using var world = await World.Open(cluster);
        var (tutor, colleague, anna) =
            (await world.TutorWithHours(5), await world.TutorWithHours(6, Colleague), await SeminarCast.Teacher(world, 1));
        await Away(world, "2026-11-26", "2026-11-30");

        await Proposes(anna, "27.11 19:00");
        await colleague.Sees("Вместо тьютора: Соколова И. О.");
        await colleague.Taps("Подтвердить");
        await anna.Sees("Тьютор подтвердил консультацию");

        await Proposes(anna, "2.12 19:00");
        await tutor.Sees("Новая заявка на консультацию");
        await world.Idle();
        Assert.Equal("6 5",
            await world.Sql<string>(
            "select string_agg(p.chat_id::text, ' ' order by c.id) from consultation c join person p on p.id = c.tutor_id"));
    }

    [Fact]
    public async Task When_the_absence_begins_what_waits_without_a_time_is_offered_to_the_colleague_once()
    {
        await using var world = await World.Open(cluster);
        var (tutor, colleague, anna) =
            (await world.TutorWithHours(5), await world.TutorWithHours(6, Colleague), await SeminarCast.Teacher(world, 1));
        var boris = await SeminarCast.Teacher(world, 2, "Орлов Борис Львович");
        await Waits(anna);
        await boris.AsksUpToDay();
        await boris.Taps("›");
        await boris.Taps("ср, 2 декабря");
        await boris.Sees("Во сколько?");
        await boris.Taps("14:00");
        await boris.Sees("Отправить заявку?");
        await boris.Taps("Всё верно");
        await boris.Sees("Заявка отправлена");
        await Away(world, "2026-11-25", "2026-11-30");
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(0, Offers(colleague));

        await world.PassInSteps(TimeSpan.FromHours(24), TimeSpan.FromHours(2));
        Assert.Equal(1, Offers(colleague));
        await colleague.Taps("Взять себе");
        await colleague.Sees("Педагог: Петрова Анна Ивановна");
        await tutor.Sees("Заявку взял ваш коллега");
        await anna.Sees("Вашу заявку взял другой тьютор");
        await world.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal("Accepted", await world.Sql<string>("select string_agg(state, ' ') from consultation_handover"));
        Assert.Equal("6 5",
            await world.Sql<string>(
            "select string_agg(p.chat_id::text, ' ' order by c.id) from consultation c join person p on p.id = c.tutor_id"));
        Assert.Equal(0,
            await world.Sql<int>(
            "select count(*) from consultation where answered_at is not null and tutor_id = (select id from person where chat_id = 5)"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Going_away_today_offers_what_waits_at_once_and_a_no_leaves_it_with_the_tutor()
    {
        await using var world = await World.Open(cluster);
        var (tutor, colleague, anna) =
            (await world.TutorWithHours(5), await world.TutorWithHours(6, Colleague), await SeminarCast.Teacher(world, 1));
        await Waits(anna);
        await tutor.Types("/hours");
        await tutor.Taps("Выходной");
        await tutor.Sees("В какой день вас не будет?");
        await tutor.Types("сегодня");
        await tutor.Sees("Кто вас заменит?");
        await tutor.Taps(Colleague);
        await tutor.Sees("Всё верно?");
        await tutor.Taps("Всё верно");
        await tutor.Sees("Записал: вас нет");

        await world.Pass(TimeSpan.FromMinutes(1));
        await colleague.Sees("Вы замещаете коллегу");
        await colleague.Taps("Не могу взять");
        await tutor.Sees("Коллега не сможет взять заявку");
        Assert.Equal(1,
            await world.Sql<int>(
            "select count(*) from consultation where state = 'Waiting' and tutor_id = (select id from person where chat_id = 5)"));
    }

    [Fact]
    public async Task A_colleague_who_is_away_as_well_gets_nothing()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await world.TutorWithHours(6, Colleague);
        await Away(world, "2026-11-26", "2026-11-30");
        await world.Sql<int>(
            "insert into tutor_absence (tutor_id, first_day, last_day) select id, '2026-11-27', '2026-11-27' " +
            "from person where chat_id = 6");
        await Proposes(anna, "27.11 19:00");
        await tutor.Sees("Новая заявка на консультацию");
    }

    [Fact]
    public async Task A_whole_holiday_is_typed_in_one_line()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await anna.Types("/hours");
        await anna.Taps("Выходной");
        await anna.Types("7-11 декабря");
        await anna.Sees("Это несколько дней, а здесь нужен один");
        await anna.Types("/hours");
        await anna.Taps("Отпуск");
        await anna.Types("11 декабря - 7 декабря");
        await anna.Sees("раньше, чем");
        await anna.Types("7-11 декабря");
        await anna.Sees("Последний день: пятница, 11 декабря 2026");
        await anna.Taps("Всё верно");
        await anna.Sees("Вас нет: пн, 7 декабря – пт, 11 декабря");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Who_stands_in_is_told_and_told_again_when_it_is_off()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.TutorAtOnce(1), await world.TutorAtOnce(2, "Орлов Борис Львович"));
        await anna.Types("/hours");
        await anna.Taps("Отпуск");
        await anna.Types("30.11");
        await anna.Types("29.11");
        await anna.Sees("Выберите день не раньше: пн, 30 ноября");
        await anna.Types("4.12");
        await anna.Taps("Орлов Борис Львович");
        await anna.Taps("Всё верно");
        await anna.Sees("Вас нет: пн, 30 ноября – пт, 4 декабря, заменяет Орлов Б. Л.");
        await boris.Sees("Петрова А. И. отсутствует: пн, 30 ноября – пт, 4 декабря");

        await anna.Taps("Отпуск");
        await anna.Types("3.12");
        await anna.Types("7.12");
        await anna.Taps("Никто");
        await anna.Taps("Всё верно");
        await anna.Sees("уже записан выходной или отпуск, он остался как был");
        await anna.Taps("Отмена");
        await anna.Types("/hours");
        await anna.Taps("Отменить выходной или отпуск");
        await anna.Taps("Отменить 30.11–04.12");
        await boris.Sees("Замена не нужна");
        await anna.TapsAgain();
        Assert.Equal("Этого выходного уже нет.", anna.LastToast);
        Assert.Equal(0, await world.Sql<int>("select count(*) from tutor_absence"));
    }

    private static Task<int> Away(World world, string first, string last) => world.Sql<int>($"""
        insert into tutor_absence (tutor_id, first_day, last_day, stand_in_id)
        select a.id, '{first}', '{last}', b.id from person a, person b where a.chat_id = 5 and b.chat_id = 6
        """);

    private static async Task Waits(Visitor teacher)
    {
        await teacher.AsksUpToDay();
        await teacher.Taps("Сообщить, когда появится время");
        await teacher.Sees("Отправить заявку?");
        await teacher.Taps("Всё верно");
        await teacher.Sees("Заявка отправлена");
    }

    private static async Task Proposes(Visitor teacher, string time)
    {
        await teacher.AsksUpToDay();
        await teacher.Taps("Предложить своё время");
        await teacher.Sees("Какое время вам удобно?");
        await teacher.Types(time);
        await teacher.Sees("Ещё?");
        await teacher.Taps("Достаточно");
        await teacher.Sees("Отправить заявку?");
        await teacher.Taps("Всё верно");
        await teacher.Sees("Заявка отправлена");
    }

    private static int Offers(Visitor colleague) =>
        colleague.Chat.Count(m => m.Text.Contains("Вы замещаете коллегу", StringComparison.Ordinal));
}
