using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Meetings;

/// <summary>One person, two things at one time, of different kinds: tutors and leaders are refused, teachers decide.</summary>
public sealed class EngagementStories(TestCluster cluster)
{
    [Fact]
    public async Task A_tutor_who_leads_a_seminar_is_not_offered_at_its_time_and_cannot_agree_to_it()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await world.LedBy(4, startsIn: TimeSpan.FromHours(28.5));

        await anna.AsksUpToDay();
        await anna.Taps("ср, 25 ноября");
        await anna.SeesButton("16:45");
        Assert.DoesNotContain(anna.Chat[^1].Buttons.SelectMany(row => row), b => b.Label is "14:00" or "14:55" or "15:50");
        await anna.Taps("Назад");
        await anna.Taps("Предложить своё");
        await anna.Types("25.11 14:00");
        await anna.Taps("Достаточно");
        await anna.Taps("Всё верно");
        await anna.Sees("Заявка отправлена");
        await tutor.Sees("Новая заявка");
        await tutor.Taps("Подтвердить");
        Assert.Equal("Это время уже занято: «Читательская грамотность», ср, 25 ноября, 14:30–16:00. Выберите, пожалуйста, другое.",
            tutor.LastAlert);
        Assert.Equal("Requested", await world.StateOf(1));

        await tutor.Taps("Другое время");
        await tutor.Types("25.11 15:30");
        await tutor.Taps("Достаточно");
        await tutor.Taps("Отправить");
        await tutor.Sees("Это время уже занято: «Читательская грамотность», ср, 25 ноября, 14:30–16:00");
        await tutor.Types("25.11 16:00");
        await tutor.Taps("Отправить");
        await anna.Sees("ср, 25 ноября, 16:00");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_new_seminar_is_not_put_over_its_leaders_consultation_nor_moved_there_nor_given_to_them()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, anna) = (await world.Head(), await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();

        await head.DescribesUpToLeader("25.11 14:30");
        await head.Taps("Соколова");
        await head.Taps("Пропустить");
        await head.Taps("Опубликовать");
        await head.Sees($"У ведущего это время занято: {EngagementCast.Consultation}–14:45. Выберите другое время или другого ведущего.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from seminar"));
        await head.Types("25.11 16:00");
        await head.Taps("Опубликовать");
        await head.Sees("Запись открыта");

        await head.Taps("Изменить");
        await head.Taps("Дата и время");
        await head.Types("25.11 13:30");
        await head.Taps("Всё верно");
        await head.Sees($"У ведущего это время занято: {EngagementCast.Consultation}");
        await head.Types("/cancel");

        await head.DescribesUpToLeader("25.11 13:30");
        await head.Taps("(я)");
        await head.Taps("Пропустить");
        await head.Taps("Опубликовать");
        await head.Sees("Запись открыта");
        await head.Taps("Изменить");
        await head.Taps("Ведущий");
        await head.Taps("Соколова");
        await head.Taps("Всё верно");
        await head.Sees($"У ведущего это время занято: {EngagementCast.Consultation}");
        Assert.Equal(1,
            await world.Sql<int>(
            "select count(distinct leader_id) from seminar where starts_at = '2026-11-25T13:00Z' and state = 'Published'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_draft_binds_nobody_and_is_not_published_over_another_seminar_of_its_leader()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.LedBy(World.HeadId, startsIn: TimeSpan.FromHours(28));
        await head.DescribesUpToLeader("25.11 14:30");
        await head.Taps("(я)");
        await head.Taps("Пропустить");
        await head.Taps("Черновик");
        await head.Sees("Черновик: его видят только руководители");
        await head.Taps("Опубликовать");
        Assert.Equal(
            "У ведущего это время занято: «Читательская грамотность», ср, 25 ноября, 14:00–15:30. Выберите другое время или другого " +
            "ведущего.", head.LastAlert);
        Assert.Equal(1, await world.Sql<int>("select count(*) from seminar where state = 'Draft'"));
    }
}
