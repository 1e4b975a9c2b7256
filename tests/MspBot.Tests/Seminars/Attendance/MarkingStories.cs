using MspBot.Host.Seminars;
using MspBot.Sandbox;
using MspBot.Tests.Feedback;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Attendance;

/// <summary>A meeting of which nothing is noted is not marked: its leader is asked, those who had a seat are not, until it is.</summary>
public sealed class MarkingStories(TestCluster cluster)
{
    private const long LeaderChat = 5;
    private static readonly TimeSpan ToTheEnd = TimeSpan.FromMinutes(210);   // begins in two hours, takes 90 minutes

    [Fact]
    public async Task Twenty_five_people_who_all_came_are_marked_in_one_press_from_the_reminder_and_in_two_from_the_menu()
    {
        await using var world = await World.Open(cluster);
        var (leader, id) = await Meeting(world, people: 25);
        await world.Pass(ToTheEnd);
        await leader.Sees("Мероприятие закончилось. Отметьте, кто был: записано 25 человек");
        await leader.Taps("Отметить всех");
        await leader.Sees("Кто был: 25 из 25");
        Assert.Equal(25, await world.Sql<int>("select count(*) from sign_up where came"));
        await leader.TapsAgain();
        await world.Idle();
        Assert.Equal(25, await world.Sql<int>("select count(*) from evidence"));

        await leader.Taps("Вернуть как было");
        await leader.Sees("Кто был: пока не отмечено");
        await leader.TapsAgain();
        await world.Idle();
        Assert.Equal((0, 0), (await world.Sql<int>("select count(*) from evidence"),
            await world.Sql<int>("select count(*) from sign_up where came is not null")));

        await leader.Types("/menu");
        await leader.Sees("Отметьте, кто был: Читательская грамотность");
        await leader.Taps("Отметьте, кто был");
        await leader.Taps("Отметить всех");
        await leader.Sees("Кто был: 25 из 25");
        await leader.Types("/menu");
        await world.Idle();
        Assert.DoesNotContain("Отметьте", leader.Chat[^1].Text, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_was_said_of_one_person_stays_when_the_rest_are_marked_and_taken_back()
    {
        await using var world = await World.Open(cluster);
        var (leader, id) = await Meeting(world, people: 3);
        await world.Pass(TimeSpan.FromHours(2));
        var first = world.Visitor(1_000, "Анна");
        await first.Types("/my");
        await world.Idle();
        await first.TapsData(first.Chat[^1], $"c:s:{id}:enter");
        await first.Sees("Вы отмечены");
        await world.Pass(TimeSpan.FromMinutes(90));
        await leader.Taps("Кто был");
        await leader.Sees("Кто был: 1 из 3");
        await leader.Taps("2. Был(а)");
        await leader.Sees("Кто был: 2 из 3");
        await leader.Taps("2. Не было");
        await leader.Sees("Кто был: 1 из 3");
        await leader.Taps("Отметить остальных");
        await leader.Sees("Кто был: 2 из 3");
        Assert.Equal("true,false,true", await Marks(world));
        await leader.Taps("Вернуть как было");
        await leader.Sees("Кто был: 1 из 3");
        Assert.Equal("true,false,?", await Marks(world));
    }

    [Fact]
    public async Task That_nobody_came_can_be_said_and_is_a_mark()
    {
        await using var world = await World.Open(cluster);
        var (leader, _) = await Meeting(world, people: 2);
        await world.Pass(ToTheEnd);
        await leader.Taps("Кто был");
        await leader.Taps("Никто не пришёл");
        await leader.Sees("Кто был: 0 из 2");
        Assert.Equal("false,false", await Marks(world));
        await leader.Types("/menu");
        await world.Idle();
        Assert.DoesNotContain("Отметьте", leader.Chat[^1].Text, StringComparison.Ordinal);
        await world.PassInSteps(TimeSpan.FromHours(22), TimeSpan.FromHours(1));
        Assert.Single(Asked(world, 1_000));
        await leader.DoesNotSee("Всё ещё не отмечено");
    }

    [Fact]
    public async Task While_nothing_is_marked_the_leader_is_asked_twice_and_nobody_who_had_a_seat_hears_that_they_were_missed()
    {
        await using var world = await World.Open(cluster);
        var (leader, _) = await Meeting(world, people: 2);
        await world.Pass(ToTheEnd);
        await world.PassInSteps(TimeSpan.FromDays(4), TimeSpan.FromHours(1));
        Assert.Single(leader.Chat, m => m.Text.Contains("Мероприятие закончилось. Отметьте, кто был", StringComparison.Ordinal));
        var again = Assert.Single(leader.Chat, m => m.Text.Contains("Всё ещё не отмечено, кто был", StringComparison.Ordinal));
        Assert.Empty(Asked(world, 1_000));

        // Saturday: the mark is made, the question comes on Monday morning, to the one who was not there.
        await leader.TapsOn(again, "Кто был");
        await leader.Taps("1. Был(а)");
        await leader.Sees("Кто был: 1 из 2");
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(1));
        Assert.Empty(Asked(world, 1_000));
        Assert.Single(Asked(world, 1_001));
    }

    [Fact]
    public async Task While_a_leader_is_still_marking_nobody_is_asked_before_the_next_morning()
    {
        await using var world = await World.Open(cluster);
        var (leader, _) = await Meeting(world, people: 2);
        await world.Pass(ToTheEnd);
        await world.Pass(TimeSpan.FromHours(21));   // 10:30 on Wednesday
        await leader.Taps("Кто был");
        await leader.Taps("1. Был(а)");
        await leader.Sees("Кто был: 1 из 2");
        await world.PassInSteps(TimeSpan.FromHours(9), TimeSpan.FromMinutes(30));
        Assert.Empty(Asked(world, 1_001));
        await world.PassInSteps(TimeSpan.FromHours(14), TimeSpan.FromHours(1));
        Assert.Single(Asked(world, 1_001));
    }

    [Fact]
    public async Task Who_was_there_says_so_which_counts_until_the_leader_takes_it_back()
    {
        await using var world = await World.Open(cluster);
        var (leader, id) = await Meeting(world, people: 3);
        await world.Pass(ToTheEnd);
        await leader.Taps("Кто был");
        await leader.Taps("1. Был(а)");
        await leader.Sees("Кто был: 1 из 3");
        await world.PassInSteps(TimeSpan.FromHours(22), TimeSpan.FromHours(1));

        var second = world.Visitor(1_001, "Анна");
        await second.TapsOn(Asked(world, 1_001).Single(), "Я был(а)");
        await second.Sees("Отметили: вы были на этом мероприятии");
        await second.TapsAgain();
        await leader.TapsData(leader.Chat[^1], $"c:at:{id}:show");
        await leader.Sees("✅ 2. Петрова Анна Бгоревна · со своих слов");
        Assert.Equal("true,true,?", await Marks(world));
        Assert.Equal(1, await world.Sql<int>("select count(*) from evidence where kind = 'OwnWord'"));

        await leader.Taps("2. Не было");
        await leader.Sees("— 2. Петрова Анна Бгоревна · вручную · говорит, что был(а)");
        var signUp = await world.Sql<long>("select sign_up_id from evidence where kind = 'OwnWord'");
        await second.TapsData(second.Chat[^1], $"c:ms:{signUp}:there");
        await second.Sees("Ведущий отметил, что вас не было");
        Assert.Equal("true,false,?", await Marks(world));

        // Another's question is nobody else's.
        var third = world.Visitor(1_002, "Анна");
        await third.TapsData(third.Chat[^1], $"c:ms:{signUp}:there");
        Assert.Equal(1, await world.Sql<int>("select count(*) from evidence where kind = 'OwnWord'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Two_meetings_that_end_in_the_evening_are_one_message_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (leader, _) = await Meeting(world, people: 1);
        var other = await world.Seminar(seats: null, startsIn: TimeSpan.FromHours(11), title: "Вечерняя");
        await world.Sql<int>(
            "update seminar set starts_at = starts_at + interval '6.9 hours', ends_at = ends_at + interval '6.9 hours' where title <> " +
            "'Вечерняя'");
        await world.Sql<int>($"update seminar set leader_id = (select id from person where chat_id = {LeaderChat})");
        await world.Came(other, came: null, 1_000);
        await world.PassInSteps(TimeSpan.FromHours(22), TimeSpan.FromMinutes(30));   // 08:00
        var told = Assert.Single(leader.Chat, m => m.Text.Contains("Отметьте, кто был", StringComparison.Ordinal));
        Assert.Contains("Вечерняя: не отмечено", told.Text, StringComparison.Ordinal);
        await leader.TapsOn(told, "Вечерняя");
        await leader.Taps("Отметить всех");
        await leader.Sees("Кто был: 1 из 1");
    }

    [Fact]
    public async Task Marks_that_were_all_corrected_since_are_not_offered_to_be_taken_back()
    {
        await using var world = await World.Open(cluster);
        var (leader, _) = await Meeting(world, people: 1);
        await world.Pass(ToTheEnd);
        await leader.Taps("Отметить всех");
        await leader.SeesButton("Вернуть как было");
        await leader.Taps("1. Не было");
        await leader.Sees("Кто был: 0 из 1");
        Assert.DoesNotContain(leader.Chat[^1].Buttons.SelectMany(r => r), b => b.Label == "Вернуть как было");
    }

    [Theory]
    [InlineData("undo:")]
    [InlineData("undo:x")]
    [InlineData("undo:99999999999999999999")]
    [InlineData("came:0")]
    [InlineData("missed:0.x")]
    public async Task A_button_that_names_no_mark_takes_none_back_and_says_so_of_none(string forged)
    {
        await using var world = await World.Open(cluster);
        var (leader, id) = await Meeting(world, people: 2);
        await world.Pass(ToTheEnd);
        await leader.Taps("Отметить всех");
        await leader.Sees("Кто был: 2 из 2");
        await leader.TapsData(leader.Chat.Last(m => m.FromBot), $"c:{SeminarLinks.Attendance}:{id}:{forged}");
        await world.Idle();
        Assert.Equal("true,true", await Marks(world));
        Assert.True(string.IsNullOrEmpty(leader.LastToast), leader.LastToast);
    }

    /// <summary>Led by a tutor, with so many who have signed up; they have chats from 1,000 on.</summary>
    private static async Task<(Visitor Leader, long Id)> Meeting(World world, int people)
    {
        var leader = (await world.Teacher(LeaderChat, "Котова Раиса Олеговна", "Tutor")).StartedEarlier();
        var id = await world.Seminar(seats: null, startsIn: TimeSpan.FromHours(2));
        await world.Sql<int>($"update seminar set leader_id = (select id from person where chat_id = {LeaderChat})");
        for (var n = 0; n < people; n++) (await world.Teacher(1_000 + n, $"Петрова Анна {(char)('А' + n)}горевна")).StartedEarlier();
        await world.Came(id, came: null, [.. Enumerable.Range(1_000, people).Select(n => (long)n)]);
        return (leader, id);
    }

    private static IReadOnlyList<ChatMessage> Asked(World world, long chat) =>
        [.. world.Visitor(chat, "Анна").Chat.Where(m => m.FromBot
            && m.Text.Contains("вас не было на мероприятии", StringComparison.Ordinal))];

    private static Task<string?> Marks(World world) =>
        world.Sql<string>("select string_agg(coalesce(came::text, '?'), ',' order by id) from sign_up");
}
