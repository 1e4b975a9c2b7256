using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>What stands in the way of holding seats is said, and what was answered right is kept.</summary>
public sealed class HoldingRefusalStories(TestCluster cluster)
{
    [Fact]
    public async Task Too_many_are_refused_with_the_sum_and_what_was_right_is_kept()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 6);
        await cast.Teacher.SignsUp();

        await cast.Begins("Всем школам ШНОР: 2");
        await cast.Site.Types("4");
        await cast.Site.Sees("Мест школам 8, а всего 6.");
        await cast.Site.Types("3");
        await cast.Site.Sees("Мест школам 6, а свободно 5.");
        await cast.Site.Types("ни одного");
        await cast.Site.Sees("Напишите число мест, например: 2.");
        await cast.Site.Types("2");
        await cast.Site.Sees("До какого срока");
        await cast.Site.Types("1.12 9:00");
        await cast.Site.Sees("не позже вт, 1 декабря, 07:00");
        await cast.Site.Types("завтра");
        await cast.Site.Sees("Нужны и день, и время");
        await cast.Site.Types("завтра в 15");
        await cast.Site.Sees("Мест школам 4 из 6");

        // Meanwhile two others sign up, and only three are free.
        foreach (var chat in new[] { 51L, 52 }) await (await SeminarCast.Teacher(world, chat)).SignsUp();
        await world.Sql<int>("update school set kind = 'Other' where name in ('Школа № 51', 'Школа № 52')");
        await cast.Site.Taps("Отдать школам");
        await cast.Site.Sees("Мест школам 4, а свободно 3.");
        Assert.Equal(0, await world.Sql<int>("select held from seminar"));
        await cast.Site.Taps("Изменить");
        await cast.Site.Taps("Каждой школе");
        await cast.Site.Types("1");
        await cast.Site.Sees("Мест школам 2 из 6: 2 школы по 1, до ср, 25 ноября, 15:00. Свободных останется 1.");
        await cast.Site.Taps("Отдать школам");
        await cast.Site.Sees("✅ За школами 2 места");
    }

    [Fact]
    public async Task Schools_can_be_ticked_and_more_of_them_than_there_are_seats_are_no_dead_end()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 1);
        await cast.Site.Types("/start e_1");
        await cast.Site.Taps("Места школам");
        await cast.Site.Taps("Места школам");
        await cast.Site.Taps("Выбрать школы");
        await cast.Site.Sees("Свободно 1 место");
        await cast.Site.Types("Школа № 21");
        await cast.Site.Taps("Школа № 21");
        await cast.Site.Types("Школа № 31");
        await cast.Site.Taps("Школа № 31");
        await cast.Site.Taps("Готово (2)");
        await cast.Site.Sees("не хватит даже по одному");
        await cast.Site.Taps("← Назад");
        await cast.Site.SeesButton("Готово (2)");
        await cast.Site.Types("Школа № 31");
        await cast.Site.Taps("✓ Школа № 31");
        await cast.Site.Taps("Готово (1)");
        await cast.Site.Taps("1 место");
        await cast.Site.Taps("За 3 дня");
        await cast.Site.Taps("Отдать школам");
        await cast.Head.Sees("Для вашей школы держится 1 место");
        Assert.Equal(await HeldCast.School(world, 21), await world.Sql<long>("select school_id from school_seat"));
    }

    [Theory]
    [InlineData("update seminar set state = 'Cancelled'", "Места отдают школам только в опубликованном мероприятии.")]
    [InlineData("update seminar set seats = null", "Мест здесь сколько угодно")]
    [InlineData("update seminar set starts_at = starts_at - interval '6 days 23 hours', ends_at = ends_at - interval '6 days 23 hours'",
        "До начала слишком мало времени")]
    [InlineData("update seminar set seats = 1; insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at) " +
        "select s.id, p.id, 'Confirmed', s.created_at, s.created_at from seminar s, person p where p.chat_id = 22; " +
        "insert into sign_up (seminar_id, person_id, state, created_at) " +
        "select s.id, p.id, 'Waitlisted', s.created_at from seminar s, person p where p.chat_id = 31; ",
        "их ждут те, кто в листе ожидания")]
    public async Task What_has_become_impossible_meanwhile_is_said(string meanwhile, string says)
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 30);
        await cast.Fills("Всем школам ШНОР", "2", "27.11 15:00");
        await cast.Site.Sees("Свободных останется");
        await world.Sql<int>(meanwhile);

        await cast.Site.Taps("Отдать школам");
        await cast.Site.Sees(says);
        Assert.Equal(0, await world.Sql<int>("select count(*) from school_seat"));
        Assert.DoesNotContain(cast.Head.Chat, m => m.Text.Contains("Для вашей школы", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_school_that_left_the_list_is_asked_again()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 30);
        await cast.Fills("Всем школам ШНОР: 2", "2", "27.11 15:00");
        await cast.Site.Sees("2 школы по 2");
        await world.Sql<int>("update school set confirmed_at = null where name = 'Школа № 31'");

        await cast.Site.Taps("Отдать школам");
        await cast.Site.Sees("1 школа по 2");
        await cast.Site.Taps("Отдать школам");
        await cast.Site.Sees("✅ За школами 2 места");
    }

    [Fact]
    public async Task Fewer_seats_than_are_taken_and_held_are_refused_with_both_numbers()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 10);
        await cast.Holds(each: "2");
        await cast.Teacher.SignsUp();
        await world.Idle();

        await cast.Site.Types("/start e_1");
        await cast.Site.Taps("Изменить");
        await cast.Site.Taps("Мест");
        await cast.Site.Types("3");
        await cast.Site.Sees("Уже записано 1, за школами 3. Мест не может быть меньше: укажите 4 или больше.");
        await cast.Site.Types("4");
        await cast.Site.Sees("✅ Изменено");
        Assert.Equal(4, await world.Sql<int>("select seats from seminar"));
    }
}
