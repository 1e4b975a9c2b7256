using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>Cards that stand in chats of heads tell of seats for schools, and of whom they sent, what is so today.</summary>
public sealed class ShownSchoolCardStories(TestCluster cluster)
{
    [Fact]
    public async Task A_move_a_new_title_and_a_cancellation_are_on_every_card_of_the_schools()
    {
        await using var world = await World.Open(cluster);
        var (cast, cards) = await Sent(world);

        await cast.Site.Changes("Дата и время");
        await cast.Site.Types("02.12 16:00");
        await cast.Site.Taps("Всё верно");
        await cast.Site.Sees("Изменено");
        await world.Idle();
        foreach (var card in cards.All) Assert.Contains("ср, 2 декабря, 16:00", card.Text, StringComparison.Ordinal);

        await cast.Site.Taps("Отменить мероприятие");
        await cast.Site.Taps("Пропустить");
        await cast.Site.Taps("Да, отменить мероприятие");
        await cast.Site.Sees("Мероприятие отменено. ");
        await world.Idle();
        foreach (var card in (ShownCard[])[cards.Meeting, cards.Nominee, cards.Held])
            Assert.Contains("Мероприятие отменено", card.Text, StringComparison.Ordinal);
        Assert.Contains("Сейчас таких нет", cards.School.Text, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Seats_without_a_limit_free_what_was_held_and_the_heads_hear_of_it_once()
    {
        await using var world = await World.Open(cluster);
        var (cast, cards) = await Sent(world);
        var other = await world.Opened(cast.OtherHead, "c:np:0:show");
        Assert.Contains("держатся 2", other.Text, StringComparison.Ordinal);

        await cast.Site.Changes("Места");
        await cast.Site.Taps("Без ограничения");
        await cast.Site.Sees("Изменено");
        await world.Idle();
        await world.RunJobs();

        Assert.DoesNotContain("держ", cards.Meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("держ", cards.School.Text, StringComparison.Ordinal);
        Assert.Contains("Места без ограничений", cards.Held.Text, StringComparison.Ordinal);
        Assert.Contains("Сейчас таких нет", other.Text, StringComparison.Ordinal);
        Assert.Single(cast.Head.Chat, m => m.Text.Contains("Мест теперь сколько угодно", StringComparison.Ordinal));
        Assert.Single(cast.OtherHead.Chat, m => m.Text.Contains("Мест теперь сколько угодно", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_clock_frees_is_on_the_cards_and_no_news()
    {
        await using var world = await World.Open(cluster);
        var (cast, cards) = await Sent(world);
        var before = cast.Head.Chat.Count;
        await world.Pass(TimeSpan.FromDays(3.4));
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select held from seminar"));

        Assert.DoesNotContain("держ", cards.Meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("держ", cards.School.Text, StringComparison.Ordinal);
        Assert.Contains("За школами 0 из 10", cards.Held.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(cast.Head.Chat.Skip(before), m => m.Text.Contains("для всех", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_head_of_the_site_frees_is_on_the_cards_and_the_school_hears_of_it_once()
    {
        await using var world = await World.Open(cluster);
        var (cast, cards) = await Sent(world);
        var again = await world.Opened(cast.Site, "c:nh:1:show");
        await cast.Site.TapsOn(again.Message, "Освободить 1: Школа № 21");
        await cast.Site.Taps("Да, освободить");
        await cast.Head.Sees("Место, которое держалось для вашей школы, теперь свободно для всех.");
        await world.Idle();
        await world.RunJobs();

        Assert.DoesNotContain("держ", cards.Meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("держ", cards.School.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Школа № 21: 1 до", cards.Held.Text, StringComparison.Ordinal);
        Assert.Single(cast.Head.Chat, m => m.Text.Contains("теперь свободно для всех", StringComparison.Ordinal));
        Assert.DoesNotContain(cast.OtherHead.Chat, m => m.Text.Contains("теперь свободн", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_teacher_who_takes_the_last_held_seat_is_counted_on_the_cards()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 10);
        await cast.Holds(each: "1");
        var school = await world.Opened(cast.Head, "c:np:0:show");
        var held = await world.Opened(cast.Site, "c:nh:1:show");
        Assert.Contains("держится 1", school.Text, StringComparison.Ordinal);

        await cast.Teacher.SignsUp();
        await cast.Teacher.Sees("Вы записаны");
        await world.Idle();
        Assert.Contains("Сейчас таких нет", school.Text, StringComparison.Ordinal);
        Assert.Contains("За школами 1 из 10, записано 1", held.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_withdrawals_and_substitutes_are_on_the_cards_of_both_heads()
    {
        await using var world = await World.Open(cluster);
        var (cast, cards) = await Sent(world);
        await world.Colleague(23, of: 22, "Белова Вера Олеговна");
        await cast.Teacher.Taps("Не могу");
        await cast.Teacher.Taps("Урок");
        await world.Idle();
        Assert.Contains("не сможет: урок", cards.Nominee.Text, StringComparison.Ordinal);
        Assert.Contains("отказались: 1", cards.School.Text, StringComparison.Ordinal);
        Assert.Contains("Школа № 21: 2 до пт, 27 ноября, 15:00; записано 0", cards.Held.Text, StringComparison.Ordinal);

        await cast.Head.Taps("Заменить");
        await cast.Head.Taps("Белова В. О.");
        await cast.Head.Sees("Направлен другой учитель");
        await world.Idle();
        Assert.Contains("направлено 1 (ждём ответа 1)", cards.School.Text, StringComparison.Ordinal);
        Assert.Contains("записано 1", cards.Held.Text, StringComparison.Ordinal);

        await cast.Head.Taps("❓ Белова В. О.");
        await cast.Head.Taps("Отозвать направление");
        await cast.Head.Taps("Да, отозвать");
        await world.Idle();
        Assert.Contains("Белова В. О.: направление отозвано", cards.Meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("направлено", cards.School.Text, StringComparison.Ordinal);
        Assert.Contains("записано 0", cards.Held.Text, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_a_teacher_does_is_drawn_once_on_the_cards_of_their_school_and_on_no_other()
    {
        await using var world = await World.Open(cluster);
        var (cast, cards) = await Sent(world);
        await world.Opened(cast.OtherHead, "c:nm:1:show");
        await world.Opened(cast.OtherHead, "c:np:0:show");
        await world.Colleague(23, of: 22, "Белова Вера Олеговна");
        // The answers to both forms show cards as well; that of a nomination tells of nobody else.
        var all = cards.All.Length + 2;
        var seen = await Drawn();

        await cast.Teacher.Taps("Участвовать");
        Assert.Equal((all, 0), await DrawnNow());
        await cast.Teacher.Taps("Отменить запись");
        await cast.Head.Sees("не сможет");
        Assert.Equal((all, 0), await DrawnNow());
        var visitor = world.Visitor(23).StartedEarlier();
        await visitor.SignsUp();
        await visitor.Sees("Вы записаны");
        Assert.Equal((all - 1, 0), await DrawnNow());
        Assert.Empty(world.Telegram.Violations);

        async Task<(long Ours, long Theirs)> DrawnNow()
        {
            var now = await Drawn();
            (var before, seen) = (seen, now);
            return (now.Ours - before.Ours, now.Theirs - before.Theirs);
        }

        async Task<(long Ours, long Theirs)> Drawn()
        {
            await world.Idle();
            return (await Edits($"in (21, {World.HeadId})"), await Edits("= 31"));
        }

        Task<long> Edits(string whose) =>
            world.Sql<long>($"select count(*) from outbox where replaces_message is not null and chat_id {whose}");
    }

    [Fact]
    public async Task A_visitor_of_a_school_with_held_seats_is_not_told_that_there_are_none()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 4);
        await cast.Holds(each: "2");
        var visitor = await world.Opened(cast.Teacher, "c:s:1:show");
        Assert.Contains("Для вашей школы держатся 2 места", visitor.Text, StringComparison.Ordinal);

        await cast.Site.Changes("Дата и время");
        await cast.Site.Types("02.12 16:00");
        await cast.Site.Taps("Всё верно");
        await world.Idle();
        Assert.Contains("ср, 2 декабря, 16:00", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Для вашей школы держатся 2 места", visitor.Text, StringComparison.Ordinal);
        await cast.Teacher.TapsOn(visitor.Message, "Записаться");
        await cast.Teacher.Sees("Вы записаны");
    }

    /// <summary>Two seats held for each of two schools of ten; № 21 has sent its teacher; its cards are open, and the site's.</summary>
    private static async Task<(HeldCast Cast, Cards Cards)> Sent(World world)
    {
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 10);
        await cast.Holds();
        await cast.Head.Taps("Направить учителя");
        await cast.Head.Nominates("Иванова М. П.");
        await cast.Head.Sees("Направлено: 1");
        var one = await world.Sql<long>("select id from nomination");
        return (cast, new(await world.Opened(cast.Head, "c:nm:1:show"), await world.Opened(cast.Head, $"c:nn:{one}:show"),
            await world.Opened(cast.Head, "c:np:0:show"), await world.Opened(cast.Site, "c:nh:1:show")));
    }

    private sealed record Cards(ShownCard Meeting, ShownCard Nominee, ShownCard School, ShownCard Held)
    {
        internal ShownCard[] All => [Meeting, Nominee, School, Held];
    }
}
