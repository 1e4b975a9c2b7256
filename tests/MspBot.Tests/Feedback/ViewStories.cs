using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Feedback.ViewCast;

namespace MspBot.Tests.Feedback;

/// <summary>What leaders, tutors and heads see of it, and what comes back.</summary>
public sealed class ViewStories(TestCluster cluster)
{
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
}
