using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys;
using Xunit;

namespace MspBot.Tests.Digests.Effectiveness;

/// <summary>A conclusion is written, changed, sent once, and answered once.</summary>
public sealed class ConclusionStories(TestCluster cluster)
{
    [Fact]
    public async Task From_the_first_word_to_the_heads_answer()
    {
        await using var world = await World.Open(cluster);
        var (head, me) = await Both(world);
        var other = (await world.SecondHead()).StartedEarlier();
        await me.OnPage();
        await me.Taps("Написать заключение");
        await me.Types("...");
        await me.Sees("Слишком коротко");
        await me.Types("Явка держится.\nПредлагаем <больше> мастер-классов.");
        await me.Sees("Черновик сохранён.");
        await head.DoesNotSee("Явка держится");
        await me.Taps("Изменить текст");
        await me.Types("Явка растёт.");
        await me.Sees("Черновик: Петрова А. И., 24 ноября");
        await me.Taps("Отправить руководителю");
        await me.Sees("Отправлено. Руководитель площадки узнает сейчас.");
        foreach (var who in new[] { head, other })
        {
            await who.Sees("Пришло заключение методиста об эффективности площадки");
            await who.Sees("Заключение: 2026/27, по 24 ноября");
            await who.Sees("Явка растёт.");
            Assert.Single(who.Chat, message => message.FromBot);
        }
        await head.Taps("Ответить на заключение");
        await other.Taps("Ответить на заключение");
        await head.Types("Согласовано, учтём в плане.");
        await head.Sees("Ответ отправлен. Методист узнает сейчас.");
        await me.Sees("На заключение пришёл ответ");
        await me.Sees("Ответ руководителя площадки: Смирнова В. П., 24 ноября");
        await other.Types("А я против.");
        await other.Sees("На это заключение уже ответили. Вот ответ.");
        await other.Sees("Не сохранилось: «А я против.»");
        await other.Sees("Согласовано, учтём в плане.");
        Assert.Equal("Согласовано, учтём в плане.", await world.Sql<string>("select answer from conclusion"));
        await head.Opens("c:log:0:show");
        await head.Sees("отправлено заключение за период: 2026/27, по 24 ноября");
        await head.Sees("дан ответ: заключение за период");
        await me.Types("/monitoring");
        await me.Taps("Эффективность площадки");
        await me.Taps("Заключения");
        await me.SeesButton("С ответом: 2026/27, по 24 ноября");
    }

    [Fact]
    public async Task Two_methodologists_write_one_draft_and_send_only_what_they_have_seen()
    {
        await using var world = await World.Open(cluster);
        var (head, first) = await Both(world);
        var second = (await world.SecondMethodologist()).StartedEarlier();
        await first.OnPage();
        await second.OnPage();
        await first.Taps("Написать заключение");
        await second.Taps("Написать заключение");
        await first.Types("Слова первой.");
        await first.Sees("Черновик сохранён.");
        await second.Types("Слова второй.");
        await second.Sees("Черновик за эти дни уже есть.");
        await second.Sees("Не сохранилось: «Слова второй.»");
        Assert.Equal(1, await world.Sql<int>("select count(*) from conclusion"));
        var draft = await world.Sql<long>("select id from conclusion");
        await second.Taps("Изменить текст");
        await second.Types("Слова обеих.");
        await second.Sees("Черновик: Котова О. Л.");
        await first.Opens($"c:efc:{draft}:send:1");
        await first.Sees("Пока вы смотрели, текст изменили. Вот как теперь.");
        await first.Sees("Слова обеих.");
        await head.DoesNotSee("Слова");
        await first.Opens($"n:conclude-change:{draft}.1");
        await first.Sees("Пока вы смотрели, текст изменили.");
        await first.Taps("Отправить руководителю");
        await head.Sees("Слова обеих.");
        await second.Opens($"c:efc:{draft}:send:2");
        await second.Sees("Заключение уже отправлено: его текст больше не меняется.");
        Assert.Single(head.Chat, message => message.FromBot);
        await second.OnPage();
        await second.SeesButton("Написать заключение");
    }

    [Fact]
    public async Task Sent_in_the_night_it_is_read_in_the_morning_and_answered_from_monitoring()
    {
        await using var world = await World.Open(cluster);
        var (head, me) = await Both(world);
        await world.Pass(TimeSpan.FromHours(12));   // 22:00
        await me.OnPage();
        await me.Taps("Написать заключение");
        await me.Types("Явка растёт.");
        await me.Taps("Отправить руководителю");
        await me.Sees("Руководитель площадки узнает завтра в 8:00.");
        await head.DoesNotSee("Явка растёт.");
        await head.Types("/monitoring");
        await head.Sees("Заключение ждёт ответа руководителя: 2026/27, по 24 ноября.");
        await head.Taps("Ответить на заключение");
        await head.Types("Согласовано.");
        await head.Sees("Методист узнает завтра в 8:00.");
        await world.Pass(TimeSpan.FromHours(10) + TimeSpan.FromMinutes(1));
        await me.Sees("На заключение пришёл ответ");
        // Whoever has answered need not be told any more.
        Assert.DoesNotContain(head.Chat, message => message.Text.Contains("Пришло заключение", StringComparison.Ordinal));
        Assert.Single(head.Chat, message => message.FromBot && message.Text.Contains("Явка растёт.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_head_it_stays_a_draft()
    {
        await using var world = await World.Open(cluster);
        var (head, me) = await Both(world);
        await me.OnPage();
        await me.Taps("Написать заключение");
        await me.Types("Явка растёт.");
        await head.Blocks();
        await world.Sql<int>($"update person set reachable = false where chat_id = {head.Id}");
        await me.Taps("Отправить руководителю");
        await me.Sees("Отправить некому: руководителя площадки нет в боте или бот у него остановлен. Черновик сохранён.");
        await me.SeesButton("Отправить руководителю");
        Assert.Equal(0, await world.Sql<int>("select count(*) from conclusion where sent_at is not null"));
    }

    [Fact]
    public async Task Who_loses_the_role_midway_writes_and_answers_nothing()
    {
        await using var world = await World.Open(cluster);
        var (head, me) = await Both(world);
        var id = await world.Concluded(sent: true);
        await (await world.SecondHead()).Types("/menu");
        await me.OnPage();
        await me.Taps("Написать заключение");
        await head.Types("/monitoring");
        await head.Taps("Ответить на заключение");
        await world.Sql<int>($"""
            delete from person_role r using person p
            where p.id = r.person_id and ((p.chat_id = {me.Id} and r.role = 'Methodologist') or (p.chat_id = {head.Id} and r.role = 'Head'))
            """);
        await me.Types("Явка растёт.");
        await head.Types("Согласовано.");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from conclusion"));
        Assert.Equal(1, await world.Sql<int>($"select count(*) from conclusion where id = {id} and answer is null"));
    }

    [Fact]
    public async Task Nobody_reads_the_name_of_an_author_who_was_erased()
    {
        await using var world = await World.Open(cluster);
        var (head, me) = await Both(world);
        await world.SecondMethodologist();
        await me.OnPage();
        await me.Taps("Написать заключение");
        await me.Types("Явка растёт.");
        await me.Taps("Отправить руководителю");
        await head.Sees("От кого: Петрова А. И.");
        await me.Erases();
        await world.Idle();
        await head.Sees("От кого: данные удалены");
        Assert.DoesNotContain(head.Chat, message => message.Text.Contains("Петрова", StringComparison.Ordinal));
        await head.Taps("Ответить на заключение");
        await head.Types("Согласовано.");
        await head.Sees("Ответ отправлен.");
    }

    [Fact]
    public async Task The_list_has_pages_and_drafts_are_for_methodologists_alone()
    {
        await using var world = await World.Open(cluster);
        var (head, me) = await Both(world);
        for (var n = 0; n < 7; n++) await world.Concluded(sent: true);
        await world.Concluded(sent: false);
        await me.OnPage();
        await me.Taps("Заключения");
        await me.SeesButton("Без ответа: октябрь");
        await me.Taps("›");
        await me.SeesButton("Черновик: октябрь");
        await me.SeesButton("‹");
        await head.OnPage();
        await head.Taps("Заключения");
        await head.Taps("›");
        await head.SeesButton("Без ответа: октябрь");
        Assert.DoesNotContain("Черновик: октябрь", head.Buttons());
    }

    [Fact]
    public async Task Words_and_answer_as_long_as_they_may_be_fit_into_one_message()
    {
        await using var world = await World.Open(cluster);
        var (head, me) = await Both(world);
        await me.OnPage();
        await me.Taps("Написать заключение");
        await me.Types(new string('Щ', 3001));
        await me.Sees("3000");
        await me.Types(string.Concat(Enumerable.Repeat("&<Щ", 1000)));
        await me.Taps("Отправить руководителю");
        await head.Taps("Ответить на заключение");
        await head.Types(string.Concat(Enumerable.Repeat("&<Я", 1000)));
        await head.Sees("Целиком — в справке.");
        await me.Sees("Целиком — в справке.");
        await me.Taps("Скачать справку");
        await me.SeesFile("Справка о мониторинге МСП");
        Assert.Empty(world.Telegram.Violations);
    }

    private static async Task<(Visitor Head, Visitor Methodologist)> Both(World world)
    {
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var methodologist = (await world.MethodologistOfSurveys()).StartedEarlier();
        await world.Held(World.Morning.AddDays(-14), signedUp: 6, came: 5);
        return (head, methodologist);
    }
}
