using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Meetings;

/// <summary>A person with a place elsewhere at that time is asked first, and decides.</summary>
public sealed class ClashWarningStories(TestCluster cluster)
{
    [Fact]
    public async Task A_teacher_with_a_consultation_is_asked_before_a_second_tutor_a_seminar_and_a_group_and_decides()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await ConsultationCast.Agree(anna, tutor);
        await world.TutorWithHours(5, "Козлова Вера Ильинична");
        var seminar = await world.LedBy(null, startsIn: TimeSpan.FromHours(28.5));

        await anna.AsksUpToDay("Козлова Вера Ильинична", "Проверка сочинений");
        await anna.Taps("ср, 25 ноября");
        await anna.Taps("14:00");
        await anna.Sees($"❗ В это время у вас уже есть {EngagementCast.Consultation}");
        await anna.Taps("Всё верно");
        await anna.Sees("Заявка отправлена");

        await anna.SignsUp();
        var warned = await anna.Sees("В это время у вас уже есть");
        Assert.Contains($"уже есть {EngagementCast.Consultation}", warned);
        Assert.Contains("уже есть заявка на консультацию «Проверка сочинений»", warned);
        await anna.Taps("Всё равно записаться");
        await anna.Sees("Вы записаны");
        Assert.Equal(1, await world.Sql<int>($"select seated from seminar where id = {seminar}"));

        // The newest tutor's group, moved over all of it.
        var group = await world.Group(open: true);
        await world.Sql<int>($"delete from consultation_time where consultation_id = {group}");
        await world.Sql<int>($"update consultation set starts_at = '2026-11-25T11:00Z', ends_at = '2026-11-25T11:45Z' where id = {group}");
        await world.Sql<int>($"update consultation set open_code = repeat('g', 22) where id = {group}");
        await anna.Types($"/start {await world.LinkOf(group)}");
        await anna.Taps("Участвовать");
        await anna.Sees("Согласиться и на групповую консультацию, ср, 25 ноября, 14:00?");
        await anna.Taps("Не соглашаться");
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation_member where state = 'Agreed'"));
        await anna.Taps("Участвовать");
        await anna.Taps("Всё равно согласиться");
        await anna.Sees("Вы участвуете");
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_member where state = 'Agreed'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_teacher_in_line_with_a_consultation_meanwhile_is_asked_before_a_late_seat_and_decides()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7),
            await SeminarCast.Teacher(world, 8));
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(28));
        await boris.SignsUp();
        await boris.Sees("Вы записаны");
        await anna.SignsUp("В лист ожидания");
        await world.Idle();
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();
        // Two hours before the start: the seat is offered, not given.
        await world.PassInSteps(TimeSpan.FromHours(26), TimeSpan.FromHours(1));
        await boris.Types("/my");
        await boris.Taps("25.11 14:00");
        await boris.GivesBack();
        await anna.Taps("Беру место");
        Assert.Contains($"уже есть {EngagementCast.Consultation}", await anna.Sees("В это время у вас уже есть"));
        Assert.Equal(0, await world.Count("Confirmed"));
        await anna.Taps("Всё равно записаться");
        await anna.Sees("Вы записаны");
        Assert.Equal(1, await world.Count("Confirmed"));
    }

    [Fact]
    public async Task A_teacher_with_a_seminar_is_asked_before_a_time_that_the_tutor_offers_and_decides()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();
        await world.LedBy(null, startsIn: TimeSpan.FromHours(29.5));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await tutor.OffersToMove();
        var move = await anna.SeesMessage("Тьютор просит перенести на: ср, 25 ноября, 15:50");
        await anna.TapsOn(move, "Перенести на 25.11 15:50");
        await anna.Sees("В это время у вас уже есть «Читательская грамотность», ср, 25 ноября, 15:30");
        Assert.Equal(2, await world.Sql<int>("select count(*) from consultation_time"));
        await anna.Taps("Всё равно согласиться");
        await anna.Sees("15:50–16:35");
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_time"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_tutor_with_a_place_at_a_seminar_is_asked_before_confirming_or_offering_its_time_and_decides()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await world.LedBy(null, startsIn: TimeSpan.FromHours(28.5));
        await tutor.SignsUp();
        await tutor.Sees("Вы записаны");
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        await tutor.Taps("Подтвердить");
        await tutor.Sees("В это время у вас уже есть «Читательская грамотность», ср, 25 ноября, 14:30");
        await tutor.Sees("Подтвердить и консультацию, ср, 25 ноября, 14:00?");
        Assert.Equal("Requested", await world.StateOf(1));
        await tutor.Taps("Не подтверждать");
        await tutor.Taps("Другое время");
        await tutor.Types("25.11 15:30");
        await tutor.Taps("Достаточно");
        await tutor.Sees("❗ В это время у вас уже есть «Читательская грамотность»");
        await tutor.Types("/cancel");
        await tutor.Types("/requests");
        await tutor.Taps("Петрова");
        await tutor.Taps("Подтвердить");
        await tutor.Taps("Всё равно подтвердить");
        await anna.Sees("Тьютор подтвердил консультацию");
        Assert.Equal("Confirmed", await world.StateOf(1));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_head_is_asked_before_leading_at_a_time_at_which_they_have_a_place_elsewhere()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.LedBy(null, startsIn: TimeSpan.FromHours(28.5));
        await head.SignsUp();
        await head.Sees("Вы записаны");
        await head.DescribesUpToLeader("25.11 15:00");
        await head.Taps("(я)");
        await head.Taps("Пропустить");
        await head.Sees("❗ В это время у вас уже есть «Читательская грамотность», ср, 25 ноября, 14:30");
        await head.Taps("Опубликовать");
        await head.Sees("Запись открыта");
        await head.Taps("Изменить");
        await head.Taps("Дата и время");
        await head.Types("25.11 14:00");
        await head.Sees("❗ В это время у вас уже есть «Читательская грамотность»");
        await head.Taps("Всё верно");
        await head.Sees("14:00–15:00");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_head_is_asked_before_publishing_over_what_they_take_part_in_and_not_because_of_the_meeting_itself()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await head.DescribesUpToLeader("25.11 15:00");
        await head.Taps("(я)");
        await head.Taps("Пропустить");
        await head.Taps("Черновик");
        await head.Sees("Черновик: его видят только руководители");
        await world.LedBy(null, startsIn: TimeSpan.FromHours(28.5));
        await head.SignsUp();
        await head.Sees("Вы записаны");
        await head.Types("/events");
        await head.Taps("Черновики");
        await head.Taps("Письмо");
        await head.Taps("Опубликовать");
        await head.Sees("В это время у вас уже есть «Читательская грамотность», ср, 25 ноября, 14:30");
        await head.Taps("Не публиковать");
        await head.Taps("Опубликовать");
        await head.Taps("Всё равно опубликовать");
        await head.Sees("Запись открыта");

        // Their own place in the meeting that they lead is no other meeting.
        await head.SignsUp("Отменить запись");
        await world.Idle();
        await world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
            select s.id, p.id, 'Confirmed', {world.Now}, {world.Now} from seminar s, person p where s.title = 'Письмо'
            """);
        await head.Types("/events");
        await head.Taps("Письмо");
        await head.Taps("Изменить");
        await head.Taps("Дата и время");
        await head.Types("25.11 15:30");
        Assert.DoesNotContain("❗", (await head.SeesMessage("Сохранить изменение?")).Text);
    }
}
