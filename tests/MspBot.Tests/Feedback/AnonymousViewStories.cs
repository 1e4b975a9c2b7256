using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Feedback.ViewCast;

namespace MspBot.Tests.Feedback;

/// <summary>What could only be of one person is not shown, whatever the leader or a head marks.</summary>
public sealed class AnonymousViewStories(TestCluster cluster)
{
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
}
