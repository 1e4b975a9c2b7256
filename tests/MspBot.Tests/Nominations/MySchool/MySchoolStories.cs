using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.MySchool;

/// <summary>What the head of a school sees of it, and nobody else does.</summary>
public sealed class MySchoolStories(TestCluster cluster)
{
    [Fact]
    public async Task The_card_says_how_many_teachers_there_are_who_took_part_and_who_is_going()
    {
        await using var world = await World.Open(cluster);
        var (school, head) = await Ours(world);
        await SeminarCast.Head(world);
        await world.TeacherOf(2, school);
        await world.TeacherOf(3, school, "Петрова Анна Ивановна");
        var past = await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(-3), title: "Смысловое чтение");
        await world.Seat(past, 2, came: true);
        await world.Seat(past, 3, came: false);
        var old = await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(-40));
        await world.Seat(old, 3, came: true);
        var coming = await world.Seminar();
        await world.Seat(coming, 2);
        await world.Seat(coming, 3, state: "Waitlisted");

        await head.Types("/menu");
        await head.Taps("Моя школа");
        await head.Sees("Учителей в боте 3, за месяц участвовали 1; впереди 1 запись; в листе ожидания 1.");
        await head.Taps("Мои учителя");
        var list = await head.Sees("Мои учителя: 3");
        Assert.Contains("Иванова Мария Петровна\nвпереди 1 · посещений 1 · пропусков 0 · сертификатов 0", list, StringComparison.Ordinal);
        Assert.Contains("Петрова Анна Ивановна\nвпереди 0 · посещений 1 · пропусков 1 · сертификатов 0", list, StringComparison.Ordinal);
        await head.Taps("Петрова Анна Ивановна");
        var card = await head.Sees("Прошло:");
        Assert.Contains("Читательская грамотность, в листе ожидания", card, StringComparison.Ordinal);
        Assert.Contains("— 21 ноября — Смысловое чтение: не был(а)", card, StringComparison.Ordinal);
        Assert.Contains("✅ 15 октября — Читательская грамотность: был(а)", card, StringComparison.Ordinal);
        await head.Taps("← К учителям");
        await head.Taps("← Моя школа");
        await head.Taps("Кто был");
        await head.Sees("21 ноября: пришли — 1 из 2");
        await head.Taps("21.11 · Смысловое чтение");
        var who = await head.Sees("Из вашей школы пришли — 1 из 2.");
        Assert.Contains("1. Иванова Мария Петровна: ✅ был(а)\n2. Петрова Анна Ивановна: не был(а)", who, StringComparison.Ordinal);
        await head.Taps("← К мероприятиям");
        await head.Sees("15 октября: пришли — 1 из 1");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_school_without_other_teachers_hears_what_to_do_next_and_a_head_without_a_school_whom_to_ask()
    {
        await using var world = await World.Open(cluster);
        var (school, head) = await Ours(world);
        await head.Types("/school");
        await head.Sees("Кроме вас, в боте пока нет учителей вашей школы");
        await world.HasNoButton(head, "Направить учителя");
        await head.Taps("Пригласить учителей");
        await head.SeesButton("Одной ссылкой");
        await head.Types("/school");
        await head.Taps("Тьюторы школы");
        await head.Sees("тьютор пока не закреплён");
        await world.Sql<int>($"update person_role set school_id = null where school_id = {school}");
        await head.Types("/school");
        await head.Sees("За вами в боте пока не закреплена школа");
    }

    [Fact]
    public async Task A_meeting_that_nobody_has_marked_says_so()
    {
        await using var world = await World.Open(cluster);
        var (school, head) = await Ours(world);
        await SeminarCast.Head(world);
        await world.TeacherOf(2, school);
        await world.Seat(await world.Seminar(seats: null, startsIn: TimeSpan.FromHours(-3)), 2);
        await head.Types("/school");
        await head.Taps("Кто был");
        await head.Sees("записано 1; кто был, пока не отмечено");
        await head.Taps("24.11 · Читательская");
        await head.Sees("1. Иванова Мария Петровна");
        await head.Types("/school");
        await head.Taps("Мои учителя");
        await head.Sees("впереди 0 · посещений 0 · пропусков 0");
    }

    [Fact]
    public async Task Who_moves_takes_what_is_coming_along_and_leaves_what_is_over()
    {
        await using var world = await World.Open(cluster);
        var (school, head) = await Ours(world);
        var other = await world.School("МОУ «СОШ № 7»");
        var theirs = await world.HeadOf(4, other, "Козлова Вера Ильинична");
        await SeminarCast.Head(world);
        await world.TeacherOf(2, school);
        await world.Seat(await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(-3), title: "Смысловое чтение"), 2, came: true);
        await world.Seat(await world.Seminar(), 2);
        await world.Moves(2, other);

        await head.Types("/school");
        await head.Sees("Кроме вас, в боте пока нет учителей");
        await head.Taps("Кто был");
        await head.Taps("21.11 · Смысловое чтение");
        await head.Sees("1. Иванова Мария Петровна: ✅ был(а)");
        await theirs.Types("/school");
        await theirs.Sees("Учителей в боте 2, за месяц участвовали 0; впереди 1 запись.");
        await theirs.Taps("Мои учителя");
        await theirs.Sees("Иванова Мария Петровна\nвпереди 1 · посещений 0 · пропусков 0 · сертификатов 0");
        await theirs.Taps("← Моя школа");
        await theirs.Taps("Кто был");
        await theirs.Sees("Здесь появятся прошедшие мероприятия");
    }

    [Fact]
    public async Task Who_has_erased_their_data_was_there_without_a_name()
    {
        await using var world = await World.Open(cluster);
        var (school, head) = await Ours(world);
        await SeminarCast.Head(world);
        var anna = await world.TeacherOf(2, school);
        await world.Seat(await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(-3)), 2, came: true);
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await anna.Sees("ваших данных у нас больше нет");

        await head.Types("/school");
        await head.Taps("Кто был");
        await head.Taps("21.11 · Читательская");
        await head.Sees("1. данные удалены: ✅ был(а)");
    }

    [Fact]
    public async Task A_school_of_120_teachers_is_read_in_pages_and_searched()
    {
        await using var world = await World.Open(cluster);
        var (school, head) = await Ours(world);
        await world.Sql<int>($"""
            with p as (
                insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
                select 1000 + n, 'Иванова Мария ' || chr(1040 + n / 30) || chr(1072 + n % 30) || 'евна', {school}, 'учитель', {world.Now},
                    {world.Now} from generate_series(1, 119) n returning id
            )
            insert into person_role (person_id, role, granted_at) select id, 'Teacher', {world.Now} from p
            """);
        await head.Types("/school");
        await head.Sees("Учителей в боте 120");
        await head.Taps("Мои учителя");
        await head.Sees("Мои учителя: 120");
        await world.HasNoButton(head, "‹");
        for (var page = 1; page < 20; page++) await head.Taps("›");
        await head.SeesButton("Сидорова Алла Петровна");
        await world.HasNoButton(head, "›");
        await head.Taps("Сидорова Алла Петровна");
        await head.Taps("← К учителям");
        await head.SeesButton("Сидорова Алла Петровна");

        await head.Taps("Найти учителя");
        await head.Types("сидор");
        await head.Taps("Сидорова Алла Петровна");
        await head.Sees("Впереди записей нет.");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Another_schools_head_a_teacher_and_the_sites_head_open_nothing_by_a_forged_press()
    {
        await using var world = await World.Open(cluster);
        var (school, _) = await Ours(world);
        var stranger = await world.HeadOf(4, await world.School("МОУ «СОШ № 7»"), "Козлова Вера Ильинична");
        var siteHead = (await SeminarCast.Head(world)).StartedEarlier();
        var anna = await world.TeacherOf(2, school);
        var seminar = await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(-3));
        await world.Seat(seminar, 2, came: true);
        var person = await world.Sql<long>("select id from person where chat_id = 2");
        foreach (var who in (Visitor[])[stranger, siteHead, anna])
        {
            foreach (var press in (string[])[$"c:schp:{person}:show", $"c:schp:{person}:show:0.0", $"c:schm:{seminar}:show"])
            {
                await who.Types("/about");
                await world.Idle();
                await who.TapsData(who.Chat.Last(m => m.FromBot), press);
                await who.Sees("Этого больше нет или оно вам недоступно.");
                await who.DoesNotSee("Иванова");
            }
        }
        foreach (var who in (Visitor[])[siteHead, anna])
        {
            foreach (var press in (string[])["c:sch:0:show", "c:scht:0:show", "c:schw:0:show", "c:schu:0:show", "c:schh:0:show"])
            {
                await who.Types("/about");
                await world.Idle();
                await who.TapsData(who.Chat.Last(m => m.FromBot), press);
                await who.Sees("Вы больше не руководитель этой школы");
                await who.DoesNotSee("Иванова");
            }
        }
        await anna.Types("/menu");
        await world.HasNoButton(anna, "Моя школа");
        await anna.Types("/help");
        await anna.DoesNotSee("/school");
    }

    [Fact]
    public async Task Who_loses_the_role_or_the_school_between_two_taps_hears_so()
    {
        await using var world = await World.Open(cluster);
        var (school, head) = await Ours(world);
        var other = await world.School("МОУ «СОШ № 7»");
        await world.TeacherOf(2, school);
        await head.Types("/help");
        await head.Sees("/school — Моя школа: учителя, кто был, тьюторы");
        await head.Types("/school");
        var card = await head.SeesMessage("Учителей в боте 2");
        await head.Taps("Мои учителя");
        var list = await head.SeesMessage("Мои учителя: 2");

        // Another school now: what was shown of the first one opens nothing.
        await world.Sql<int>($"update person_role set school_id = {other} where school_id = {school}");
        await head.TapsOn(list, "Иванова Мария Петровна");
        await head.Sees("Этого больше нет или оно вам недоступно.");
        await head.Types("/school");
        await head.Sees("МОУ «СОШ № 7»");

        await world.Sql<int>("delete from person_role where role = 'SchoolHead'");
        await head.Taps("Кто был");
        await head.Sees("Вы больше не руководитель этой школы");
        await head.SeesButton("Меню");
        await head.Types("/school");
        await head.SeesButton("Мои записи");
        Assert.NotNull(card);
    }

    private static async Task<(long School, Visitor Head)> Ours(World world)
    {
        var school = await world.School();
        return (school, await world.HeadOf(1, school));
    }
}
