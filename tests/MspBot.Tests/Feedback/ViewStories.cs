using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>What leaders, tutors and heads see of it, and what comes back.</summary>
public sealed class ViewStories(TestCluster cluster)
{
    private const string TooFew = "меньше трёх отзывов";

    [Fact]
    public async Task Under_three_there_is_one_sentence_from_three_on_numbers_a_picture_and_words()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Teachers(3);
        var id = await Over(world, 1, 2, 3);
        await world.Files(FeedbackCast.Seminar(id), 1, "54", "Яблоко", "Груша", named: true);
        await world.Files(FeedbackCast.Seminar(id), 2, "34");
        await Opens(world, head, id);
        await head.Sees(TooFew);
        await head.DoesNotSee("Яблоко");
        await head.TapsData(head.Chat[^1], $"c:fv:{id}:show:w0");
        await world.Idle();
        Assert.All(head.Chat, m => Assert.DoesNotContain("Яблоко", m.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(head.Chat, m => m.Kind != "text");
        await head.Types("/feedback");
        await world.Idle();
        await head.Taps("Все отзывы");
        await head.SeesButton("меньше трёх");

        await world.Files(FeedbackCast.Seminar(id), 3, "41", "Абрикос");
        await Opens(world, head, id);
        var picture = await head.SeesMessage("Оценка: 4,0 (3 ответа)");
        Assert.Equal("photo", picture.Kind);
        Assert.Contains("Польза: 3,0 (3 ответа)", picture.Text, StringComparison.Ordinal);
        await head.Taps("Слова (3)");
        await head.Sees("1. Абрикос");
        // Three came: with one name on the screen the other two would be known to be two.
        await head.Sees("2. Яблоко");
        await head.DoesNotSee("Арбузова");
        await head.Taps("К оценкам");
        await head.Sees("Оценка: 4,0");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_name_that_was_shown_is_seen_by_the_head_and_not_by_the_leader()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Teachers(6);
        var leader = await SeminarCast.Teacher(world, 50, "Котова Раиса Олеговна", "Tutor");
        var other = await SeminarCast.Teacher(world, 51, "Лунина Лидия Львовна", "Tutor");
        var id = await Over(world, 1, 2, 3, 4, 5, 6);
        await world.Sql<int>("update seminar set leader_id = (select id from person where chat_id = 50)");
        await world.Files(FeedbackCast.Seminar(id), 1, "54", "Яблоко", named: true);
        await world.Files(FeedbackCast.Seminar(id), 2, "34", "Груша");
        foreach (var chat in (long[])[3, 4, 5, 6]) await world.Files(FeedbackCast.Seminar(id), chat, "41");
        foreach (var who in (Visitor[])[head, leader])
        {
            await Opens(world, who, id);
            await who.Taps("Слова (2)");
            await who.Sees("1. Груша");
        }
        await head.Sees("2. Яблоко — Арбузова Анна Ивановна");
        await leader.DoesNotSee("Арбузова");
        await leader.Types("/menu");
        foreach (var who in (Visitor[])[leader, other]) await who.Types("/menu");
        await world.Idle();
        foreach (var (who, forged) in ((Visitor, string)[])[(other, $"fv:{id}:show"), (other, $"fv:{id}:below:w0"), (other, "fl:0:show"),
            (leader, "fl:0:show:tutors"), (other, $"ft:{await Person(world, 50)}:show")])
        {
            await who.TapsData(who.Chat[^1], $"c:{forged}");
            await world.Idle();
            Assert.Contains("Этого больше нет", who.Chat[^1].Text);
        }
        await other.TapsData(other.Chat[^1], $"n:we-did:{id}");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog where flow = 'we-did'"));
    }

    [Fact]
    public async Task A_tutor_sees_all_consultations_together_when_three_people_have_answered()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Teachers(5);
        var tutor = await SeminarCast.Teacher(world, 50, "Котова Раиса Олеговна", "Tutor");
        // Three answers of two people are not three people.
        foreach (var teacher in (long[])[1, 1, 2]) await world.Files(FeedbackCast.Consultation(await world.Held(50, teacher)), teacher,
            "11");
        await tutor.Types("/feedback");
        await world.Idle();
        await tutor.Taps("Мои отзывы");
        await tutor.Sees(TooFew);
        await world.Files(FeedbackCast.Consultation(await world.Held(50, 3)), 3, "55", "Схемы");
        await tutor.Types("/feedback");
        await world.Idle();
        await tutor.Taps("Мои отзывы");
        await tutor.Sees("Оценка: 2,0 (4 ответа)");
        await tutor.Taps("Слова (1)");
        await tutor.Sees("1. Схемы");

        // The next one alone would be known by its day.
        await world.Files(FeedbackCast.Consultation(await world.Held(50, 4)), 4, "55");
        await tutor.Types("/feedback");
        await world.Idle();
        await tutor.Taps("Мои отзывы");
        await tutor.Sees("(4 ответа)");
        var group = FeedbackCast.Consultation(await world.Held(50, 1, 5));
        await world.Files(group, 1, "55");
        await world.Files(group, 5, "55");
        await head.Types("/feedback");
        await world.Idle();
        await head.Taps("Все отзывы");
        await head.Taps("Отзывы о консультациях");
        await head.Taps("Котова");
        await head.Sees("Оценка: 3,3 (7 ответов)");
    }

    /// <summary>
    /// Certificates are numbered and dated: who has the first three has said what is seen, and the fourth is the fourth's.
    /// </summary>
    [Fact]
    public async Task What_could_only_be_one_persons_is_not_added_when_the_week_is_over()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var all = await world.Teachers(4);
        var id = await Over(world, 1, 2, 3, 4);
        foreach (var chat in (long[])[1, 2, 3]) await Files(chat, "55", null);
        await world.Pass(FeedbackCast.Day);
        await Files(4, "11", "Скучно");
        await world.Pass(TimeSpan.FromDays(8));

        await Opens(world, head, id);
        await head.Sees("Оценка: 5,0 (3 ответа)");
        await head.TapsData(head.Chat[^1], $"c:certs:{id}:show");
        await head.SeesButton("2026-0004 · Громов Г. О.");
        Assert.Equal(0, head.Hears("Скучно"));

        async Task Files(long chat, string marks, string? words)
        {
            await world.Files(FeedbackCast.Seminar(id), chat, marks, words);
            var who = all[chat - 1];
            await who.Types("/my");
            await who.Taps("Сертификаты: 1");
            await who.Taps("Читат");
            await who.SeesFile("Сертификат");
        }
    }

    /// <summary>Who reads can say who came: that unlocks no answer.</summary>
    [Fact]
    public async Task Absent_people_marked_as_present_by_the_leader_do_not_open_the_fourth_answer()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        await world.Teachers(6);
        var leader = await SeminarCast.Teacher(world, 50, "Котова Раиса Олеговна", "Tutor");
        var id = await Over(world, 1, 2, 3, 4);
        await world.Came(id, came: false, 5, 6);
        await world.Sql<int>("update seminar set leader_id = (select id from person where chat_id = 50)");
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "55");
        await world.Files(FeedbackCast.Seminar(id), 4, "11", "Скучно");

        await leader.Types($"/start e_{id}");
        await leader.Taps("Кто был");
        await leader.Taps("5. Был(а): Дубова");
        await leader.Sees("✅ 5. Дубова Дина Павловна · вручную");
        await leader.Taps("6. Был(а): Ершов");
        await leader.Sees("✅ 6. Ершов Егор Павлович · вручную");
        await world.Pass(TimeSpan.FromDays(8));

        await Opens(world, leader, id);
        await leader.Sees("Оценка: 5,0 (3 ответа)");
        Assert.Equal(0, leader.Hears("Скучно"));
    }

    /// <summary>Two of three have shown their names: with the names on the screen the third is known.</summary>
    [Fact]
    public async Task Absent_people_marked_as_present_by_the_head_do_not_bring_names_beside_the_only_unnamed_answer()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Teachers(6);
        var id = await Over(world, 1, 2, 3);
        await world.Came(id, came: false, 4, 5, 6);
        await world.Files(FeedbackCast.Seminar(id), 1, "55", "Яблоко", named: true);
        await world.Files(FeedbackCast.Seminar(id), 2, "55", "Груша", named: true);
        await world.Files(FeedbackCast.Seminar(id), 3, "11", "Скучно");

        await head.Types($"/start e_{id}");
        await head.Taps("Кто был");
        foreach (var name in (string[])["4. Был(а): Громов", "5. Был(а): Дубова", "6. Был(а): Ершов"])
        {
            await head.Taps(name);
            await head.Sees($"✅ {name.Replace("Был(а): ", "", StringComparison.Ordinal)}");
        }
        await Opens(world, head, id);
        await head.Taps("Слова (3)");
        await head.Sees("2. Скучно");
        await head.DoesNotSee("— Арбузова");
    }

    /// <summary>Certificates are numbered and dated: who changes words alone would be known by who looks before and after.</summary>
    [Fact]
    public async Task Words_added_to_an_answer_that_is_seen_already_come_by_three_as_well()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Teachers(3);
        var id = await Over(world, 1, 2, 3);
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "55");
        foreach (var chat in (long[])[1, 2]) await world.Files(FeedbackCast.Seminar(id), chat, "55", $"Слово {chat}");
        await Opens(world, head, id);
        await head.Sees("Оценка: 5,0 (3 ответа)");
        Assert.DoesNotContain(head.Chat[^1].Buttons.SelectMany(r => r), b => b.Label.StartsWith("Слова", StringComparison.Ordinal));
        await world.Files(FeedbackCast.Seminar(id), 3, "55", "Слово 3");
        await Opens(world, head, id);
        await head.SeesButton("Слова (3)");
    }

    [Fact]
    public async Task Whoever_an_earlier_version_has_asked_whether_they_use_it_is_not_asked_again()
    {
        await using var world = await World.Open(cluster);
        var all = await world.Teachers(2);
        var id = await Over(world, 1, 2);
        await world.PassInSteps(TimeSpan.FromDays(14), TimeSpan.FromDays(1));
        var key = world.Bot.Web.Services.GetRequiredService<AuthorKey>();
        foreach (var (chat, wasAsked) in new[] { (1, true), (2, false) })
        {
            var author = key.Author(new PersonId(await world.Sql<long>($"select id from person where chat_id = {chat}")),
                FeedbackCast.Seminar(id));
            await world.Sql<int>($"""
                insert into feedback (seminar_id, author, rating, usefulness, filed_on, applied_asked)
                values ({id}, '\x{Convert.ToHexStringLower(author)}', 4, 4, '2026-11-24', {wasAsked})
                """);
        }
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(6));
        Assert.Equal([0, 1], all.Select(one => one.Hears("Применили?")));
        Assert.Equal(0, await world.Sql<int>("select count(*) from feedback where filed_on is not null"));
    }

    [Fact]
    public async Task Two_weeks_later_those_who_filed_are_asked_once_whether_they_use_it()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var all = await world.Teachers(4);
        var id = await Over(world, 1, 2, 3, 4);
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "44");
        await all[3].Types("/menu");
        await world.PassInSteps(TimeSpan.FromDays(13), TimeSpan.FromHours(12));
        Assert.All(all, one => Assert.Equal(0, one.Hears("Применили?")));
        await all[0].TapsData(all[3].Chat[^1], $"c:fa:{2 * id}:Yes");
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(6));
        Assert.Equal([1, 1, 1, 0], all.Select(one => one.Hears("Применили?")));
        // Who files as late as this is not asked in the same breath.
        await world.Files(FeedbackCast.Seminar(id), 4, "44");
        await world.RunJobs();
        Assert.Equal(0, all[3].Hears("Применили?"));
        await all[0].Taps("да");
        await all[0].Sees("Спасибо, учтём: да");
        var old = all[0].Chat[^1];
        await all[0].TapsData(old, $"c:fa:{2 * id}:No");
        await all[0].TapsData(old, $"c:fa:{2 * id}:Perhaps");
        await all[1].Taps("ещё нет");
        await world.Idle();
        Assert.Equal([Applied.Yes, Applied.NotYet], (await world.Answers()).Select(a => a.Applied).OfType<Applied>().Order());
        await world.BringIn();
        await Opens(world, head, id);
        await head.Sees("Оценка: 4,0");
        await head.DoesNotSee("Применили");
        await all[2].Taps("частично");
        await all[2].Sees("Спасибо, учтём");
        await world.BringIn();
        await Opens(world, head, id);
        await head.Sees("Применили (3 ответа): да — 1, частично — 1, ещё нет — 1");
        await world.PassInSteps(TimeSpan.FromDays(14), TimeSpan.FromHours(12));
        Assert.Equal([0, 0, 0, 1], all.Select(one => one.Hears("Применили?")));
    }

    [Fact]
    public async Task What_was_done_is_told_to_all_who_filed_so_that_nobody_is_known_by_their_words()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var all = await world.Teachers(4);
        var id = await Over(world, 1, 2, 3, 4);
        await world.Files(FeedbackCast.Seminar(id), 1, "44", "Ещё примеров");
        await world.Files(FeedbackCast.Seminar(id), 2, "44", null, "Времени", named: true);
        await head.Types($"/start e_{id}");
        await head.Sees(SeminarCast.Title);
        await head.TapsData(head.Chat[^1], $"n:we-did:{id}");
        await head.Sees(TooFew);
        await world.Files(FeedbackCast.Seminar(id), 3, "44");
        await Opens(world, head, id);
        await head.Taps("Мы сделали");
        await head.Types("добавили <примеры>");
        await head.Taps("Отправить");
        await head.Sees("Его получат все, кто оставил отзыв");
        await head.TapsAgain();
        await world.Idle();
        Assert.Equal([1, 1, 1, 0], all.Select(one => one.Hears("Мы сделали: добавили <примеры>")));
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where dedup like '%reply%'"));
        await Opens(world, head, id);
        await head.Sees("Мы сделали: добавили <примеры>");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_text_of_4096_emoji_is_stored_whole_and_shown_shortened_and_whole_on_request()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await world.Teachers(3);
        var id = await Over(world, 1, 2, 3);
        var text = string.Concat(Enumerable.Repeat("😀", 4096));
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "44", text, text);
        Assert.Equal(4096, await world.Sql<int>("select min(length(was_missing)) from feedback"));
        await Opens(world, head, id);
        await head.Taps("Слова (6)");
        await head.Sees("😀…");
        await head.Taps("Прочитать целиком: 6");
        await head.Sees(text);
        Assert.Empty(world.Telegram.Violations);
    }

    private static async Task Opens(World world, Visitor who, long seminar)
    {
        await who.Types($"/start e_{seminar}");
        await world.Idle();
        await who.Taps("Отзывы");
    }

    private static async Task<long> Over(World world, params long[] came)
    {
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, came);
        return id;
    }

    private static Task<long> Person(World world, long chat) => world.Sql<long>($"select id from person where chat_id = {chat}");
}
