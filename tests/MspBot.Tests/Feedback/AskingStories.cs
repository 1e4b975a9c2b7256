using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>Who is asked less, or not at all: reminders off, no questions wished, the bot blocked.</summary>
public sealed class AskingStories(TestCluster cluster)
{
    private const string Asked = "Оцените мероприятие";

    [Fact]
    public async Task With_reminders_off_one_is_asked_and_never_nudged_and_no_nudge_is_promised()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var all = await world.Teachers(2);
        await world.Sql<int>("update person set reminders = false where chat_id = 1");
        await world.Came(await world.Seminar(startsIn: FeedbackCast.TwoHours), came: true, 1, 2);
        await world.Pass(TimeSpan.FromMinutes(225));
        Assert.Equal([1, 1], all.Select(one => one.Hears(Asked)));
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(6));
        Assert.Equal([1, 2], all.Select(one => one.Hears(Asked)));
        await all[0].Taps("Не сейчас");
        await all[0].Sees("Оценить можно в любое время");
        await all[0].DoesNotSee("Напомним");
    }

    [Fact]
    public async Task Who_wants_no_questions_is_not_asked_nudged_or_asked_again_and_has_the_certificate_all_the_same()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var anna = (await world.Teachers(1))[0];
        await anna.Types("/profile");
        await anna.Taps("Не спрашивать об отзывах");
        await anna.SeesButton("Снова спрашивать об отзывах");
        await anna.TapsAgain();
        await world.Idle();
        var id = await world.Seminar(startsIn: FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1);
        await world.Pass(TimeSpan.FromMinutes(225));
        await world.PassInSteps(TimeSpan.FromDays(2), TimeSpan.FromHours(6));
        Assert.Equal(0, anna.Hears("оцен") + anna.Hears(Asked));
        await anna.Types("/my");
        await anna.Taps("Сертификаты: 1");
        await anna.Taps("Читат");
        await anna.SeesFile("Сертификат 2026-0001");

        // What she says by herself is taken; «Применили?» is a question as well.
        await anna.Types($"/start e_{id}");
        await anna.Taps("Оставить отзыв");
        await anna.Taps("5");
        await anna.SeesButton("← Назад");
        await anna.Taps("5");
        await anna.Sees("отзыв принят");
        await world.PassInSteps(TimeSpan.FromDays(15), TimeSpan.FromHours(12));
        Assert.Equal(0, anna.Hears("Применили?"));

        await anna.Types("/profile");
        await anna.Taps("Снова спрашивать об отзывах");
        await anna.SeesButton("Не спрашивать об отзывах");
        await world.Came(await world.Seminar(startsIn: TimeSpan.FromDays(17.2)), came: true, 1);
        await world.Pass(TimeSpan.FromHours(3));
        await world.Pass(TimeSpan.FromHours(21));
        Assert.Equal(1, anna.Hears(Asked));
    }

    [Fact]
    public async Task One_message_about_several_meetings_can_be_put_off_or_declined_as_a_whole()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var all = await world.Teachers(2);
        for (var n = 0; n < 8; n++) await world.Came(await world.Seminar(startsIn: TimeSpan.FromHours(-3), title: $"Встреча {n}"),
            came: true, 1, 2);
        await world.RunJobs();
        var (anna, boris) = (all[0], all[1]);
        await anna.Sees("8 встреч ждут вашей оценки");
        await anna.SeesButton("Всё, что ждёт отзыва");
        await anna.Taps("Не сейчас");
        await anna.Sees("Напомним ещё один раз");
        await anna.Taps("Всё, что ждёт отзыва");
        await anna.Sees("Вашей оценки ждут 8 встреч");

        await boris.Taps("Встреча 0");
        await boris.Taps("5");
        await boris.SeesButton("← Назад");
        await boris.Taps("5");
        await boris.Sees("отзыв принят");
        await boris.TapsData(boris.Chat[^1], $"c:fw:0:never:{await Codes(world)}.x.99999.-2");
        await boris.Sees("об этих встречах больше не спросим");
        Assert.Equal("5", await world.Sql<string>("select count(*)::text from feedback_request where declined"));
        await world.PassInSteps(FeedbackCast.Day, TimeSpan.FromHours(6));
        // What the message did not name is still asked about.
        Assert.Equal(1, boris.Hears("2 встречи ждут вашей оценки"));
        Assert.Equal(2, anna.Hears("8 встреч ждут вашей оценки") + anna.Hears("Вашей оценки ждут 8 встреч"));
        Assert.Empty(world.Telegram.Violations);

        static async Task<string> Codes(World world) =>
            (await world.Sql<string>(
                "select string_agg((id * 2)::text, '.' order by id) from (select id from seminar order by id limit 6) s"))!;
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_not_written_to_and_finds_what_waits_when_they_are_back()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var anna = (await world.Teachers(1))[0];
        await world.Came(await world.Seminar(startsIn: FeedbackCast.TwoHours), came: true, 1);
        await anna.Blocks();
        await world.Pass(TimeSpan.FromMinutes(225));
        await world.PassInSteps(FeedbackCast.Day, TimeSpan.FromHours(6));
        Assert.Equal(0, anna.Hears(Asked));
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where done_at is null"));
        await anna.Unblocks();
        await anna.Types("/feedback");
        await anna.Sees("Вашей оценки ждёт 1 встреча");
    }

    [Fact]
    public async Task The_fourth_answer_is_seen_with_the_fifth_and_sixth_and_not_when_its_week_is_over()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Teachers(6);
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2, 3, 4, 5, 6);
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "55");
        await Opens();
        await head.Sees("Оценка: 5,0 (3 ответа)");
        await head.Sees("Новые отзывы добавляются по три");
        await world.Files(FeedbackCast.Seminar(id), 4, "11", "Скучно");
        await Opens();
        await head.Sees("Оценка: 5,0 (3 ответа)");
        await head.TapsData(head.Chat[^1], $"c:fv:{id}:below:w0");
        await world.Idle();
        Assert.Equal(0, head.Hears("Скучно"));
        await head.Types("/feedback");
        await world.Idle();
        await head.Taps("Все отзывы");
        await head.SeesButton("5,0 · ");
        await head.Types("/digest");
        await world.Idle();
        Assert.Equal(0, head.Hears("4,0"));

        await world.Pass(TimeSpan.FromDays(8));
        await Opens();
        await head.Sees("Оценка: 5,0 (3 ответа)");
        await world.Files(FeedbackCast.Seminar(id), 5, "11");
        await Opens();
        await head.Sees("Оценка: 5,0 (3 ответа)");
        await world.Files(FeedbackCast.Seminar(id), 6, "11");
        await Opens();
        await head.Sees("Оценка: 3,0 (6 ответов)");

        async Task Opens()
        {
            await head.Types($"/start e_{id}");
            await world.Idle();
            await head.Taps("Отзывы");
            await world.Idle();
        }
    }

    [Fact]
    public async Task A_certificate_whose_owner_was_marked_absent_says_so_until_it_is_corrected_again()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var (anna, stranger) = ((await world.Teachers(1))[0], world.Visitor(77));
        var id = await world.Seminar(startsIn: TimeSpan.FromDays(-5));
        await CertificateCast.Came(world, id, 1);
        await anna.Types("/my");
        await anna.Taps("Сертификаты: 1");
        await anna.Taps("Читат");
        await anna.SeesFile("Сертификат 2026-0001");
        var (check, signUp) = ($"/start c_{await world.Code()}", await world.Sql<long>("select id from sign_up"));
        await head.Types("/menu");
        await world.Idle();
        await head.TapsData(head.Chat[^1], $"c:at:{id}:missed:0.{signUp}");
        await world.Idle();

        await stranger.Types(check);
        Assert.Contains("Сейчас документ не действует", await stranger.Sees("⚠️ Сертификат № 2026-0001: отметка о присутствии снята"),
            StringComparison.Ordinal);
        await anna.Taps("Читат");
        await anna.Sees("Отметки, что вы были на этом мероприятии, нет");
        await head.Types(check);
        await head.Taps("Открыть сертификат");
        await head.Sees("⚠️ Не действует");
        await head.TapsData(head.Chat[^1], $"c:at:{id}:came:0.{signUp}");
        await world.Idle();
        await stranger.Types(check);
        await stranger.Sees("✅ Сертификат № 2026-0001: подлинный");
        await anna.Types("/my");
        await anna.Taps("Сертификаты: 1");
        await anna.Taps("Читат");
        await world.Idle();
        Assert.Equal("1 1", await world.Sql<string>("select count(*) || ' ' || max(edition) from certificate"));
        Assert.Empty(world.Telegram.Violations);
    }
}
