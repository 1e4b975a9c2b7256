using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Consultations.Hours;
using MspBot.Tests.People.Roles;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Groups.GroupCast;

namespace MspBot.Tests.People.Profile;

/// <summary>Who erases themselves is named by nothing that others are told, then or the next morning.</summary>
public sealed class ErasedNewsStories(TestCluster cluster)
{
    private const int Night = 12;   // Tuesday, 22:00

    [Theory]
    [InlineData(0)]
    [InlineData(Night)]
    public async Task The_tutor_of_a_group_hears_that_somebody_does_not_come(int hours)
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, vera) = await Three(world);
        await Gather(tutor);
        foreach (var who in new[] { anna, boris, vera }) await who.Taps("Участвовать");
        await tutor.Opens(4);
        await tutor.Taps("Подтвердить встречу");
        await anna.Sees("Группа собралась");
        await world.Pass(TimeSpan.FromHours(hours));

        await Erases(anna, world, "Петрова", tutor, boris, vera);
        await tutor.Sees("Педагог удалил свои данные и не придёт на групповую консультацию");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(Night, 2)]
    public async Task A_tutor_hears_that_a_teacher_is_gone(int hours, int requests)
    {
        await using var world = await World.Open(cluster);
        var tutor = (await world.TutorWithHours(5)).StartedEarlier();
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await world.Confirmed(5, 1, World.Morning.AddDays(2));
        if (requests == 2) await world.Confirmed(5, 1, World.Morning.AddDays(3));
        await world.Pass(TimeSpan.FromHours(hours));

        await Erases(anna, world, "Петрова", tutor);
        await tutor.Sees("Педагог больше не пользуется ботом");
        await tutor.SeesFile("consultation-");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(Night, 1)]
    public async Task A_teacher_hears_that_the_tutor_is_gone(int hours, int meetings)
    {
        await using var world = await World.Open(cluster);
        var tutor = (await world.TutorWithHours(5)).StartedEarlier();
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await world.Confirmed(5, 1, World.Morning.AddDays(2));
        if (meetings == 2) await world.Confirmed(5, 1, World.Morning.AddDays(3));
        await world.Pass(TimeSpan.FromHours(hours));

        await Erases(tutor, world, ConsultationCast.TutorName.Split(' ')[0], anna);
        await anna.Sees("Ваш тьютор больше не ведёт консультации");
    }

    [Fact]
    public async Task What_was_agreed_in_the_night_waits_without_the_name()
    {
        await using var world = await World.Open(cluster);
        var tutor = (await world.TutorWithHours(5)).StartedEarlier();
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        await world.Pass(TimeSpan.FromHours(Night));
        await tutor.Taps("Подтвердить");
        await tutor.SeesFile("consultation-");
        await world.Idle();

        await Erases(tutor, world, ConsultationCast.TutorName.Split(' ')[0], anna);
        await anna.Sees("Консультация отменена");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Night)]
    public async Task Who_was_assigned_or_ends_an_assignment(int hours)
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, maria) = (await WorldPeople.Head(world), await WorldPeople.Tutor(world, 1), await WorldPeople.Teacher(world, 2));
        await world.Pass(TimeSpan.FromHours(hours));
        await Assigns(head);
        await head.Sees("Педагог: Иванова М. П.");
        await world.Idle();

        await Erases(maria, world, "Иванова", tutor);
        await tutor.Sees("Сопровождение завершено");
        if (hours == Night) await tutor.DoesNotSee("Вы закреплены как тьютор");
    }

    [Fact]
    public async Task A_tutor_who_was_assigned_in_the_night()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, maria) = (await WorldPeople.Head(world), await WorldPeople.Tutor(world, 1), await WorldPeople.Teacher(world, 2));
        await world.Pass(TimeSpan.FromHours(Night));
        await Assigns(head);
        await head.Sees("Педагог: Иванова М. П.");
        await world.Idle();

        await Erases(tutor, world, "Петрова", maria);
        await maria.DoesNotSee("У вас есть тьютор");
    }

    [Fact]
    public async Task A_head_whose_invitation_was_accepted_in_the_night()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await WorldPeople.Head(world), await WorldPeople.Teacher(world, 1));
        var link = await InvitationStories.Invited(world, head, "Тьютор");
        await world.Pass(TimeSpan.FromHours(Night));
        await anna.Types($"/start {link}");
        await anna.Sees("Готово");
        await world.Idle();

        await Erases(anna, world, "Иванова", head);
        await head.DoesNotSee("Приглашение принято");
    }

    [Fact]
    public async Task A_head_who_hands_over_in_the_night()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await WorldPeople.Head(world), await WorldPeople.Teacher(world, 1));
        await anna.Types($"/start {await InvitationStories.Invited(world, head, "Следующий руководитель")}");
        await head.Sees("Следующий руководитель принял приглашение");
        await world.Pass(TimeSpan.FromHours(Night));
        await head.Taps("Передать роль");
        await head.Sees("Роль передана");

        await Erases(head, world, "Орлова", anna);
        await anna.Sees("Прежний руководитель: (данные удалены)");
    }

    [Fact]
    public async Task A_teacher_whose_question_another_head_answers_as_well()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await WorldPeople.Head(world), await WorldPeople.Teacher(world, 1));
        var vera = await WorldPeople.Teacher(world, 5, "Белова Вера Олеговна");
        await world.Grant(5, Role.Head);
        await anna.Types("/help");
        await anna.Taps("Спросить человека");
        await anna.Sees("Что спросить");
        await anna.Types("Когда семинар?");
        await vera.Sees("Когда семинар?");
        await head.Sees("Когда семинар?");
        await world.Pass(TimeSpan.FromHours(Night));
        foreach (var (who, words) in new[] { (vera, "Ответ Веры"), (head, "В пятницу.") })
        {
            await who.Taps("Ответить");
            await who.Types(words);
            if (who == head) await who.Taps("Отправить и мой ответ");
            await who.Sees("Ответ отправлен");
        }
        await world.Idle();

        await Erases(vera, world, "Белова", anna, head);
        await anna.Sees("В пятницу.");
        await anna.DoesNotSee("Ответ Веры");
    }

    [Fact]
    public async Task A_question_and_an_answer_that_stand_in_the_chats_of_others()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await WorldPeople.Head(world), await WorldPeople.Teacher(world, 1));
        var vera = await WorldPeople.Teacher(world, 5, "Белова Вера Олеговна");
        await world.Grant(5, Role.Head);
        await anna.Types("/help");
        await anna.Taps("Спросить человека");
        await anna.Sees("Что спросить");
        await anna.Types("Когда семинар?");
        await vera.Taps("Ответить");
        await vera.Types("Ответ Веры");
        await anna.Sees("Ответ Веры");
        await head.Sees("Когда семинар?");

        await Erases(vera, world, "Белова", anna, head);
        await anna.DoesNotSee("Ответ Веры");
        await anna.Sees("Ответ удалён вместе с данными того, кто отвечал");
        await Erases(anna, world, "Иванова", head);
        await head.DoesNotSee("Когда семинар?");
        await head.DoesNotSee("Иванова М. П.");
        await head.Sees("Этого вопроса больше нет");
    }

    private static async Task Assigns(Visitor head)
    {
        await RoleStories.OpensCardOf(head, "Петрова Анна Игоревна");
        await head.Taps("Закрепить педагога или школу");
        await head.Sees("За кем");
        await head.Taps("Педагог");
        await head.Sees("Кого будет сопровождать");
        await head.Taps("Иванова Мария");
        await head.Sees("По какому предмету?");
        await head.Taps("Все предметы");
        await head.Taps("Закрепить тьютора");
    }

    /// <summary>Nothing that waits then, and nothing that the others read from then until the next afternoon, says the name.</summary>
    private static async Task Erases(Visitor who, World world, string name, params Visitor[] others)
    {
        await world.Idle();
        var before = others.ToDictionary(one => one, one => one.Chat.Count);
        await who.Types("/profile");
        await who.Taps("Удалить мои данные");
        await who.Taps("Да, удалить");
        await who.Sees("больше нет");
        Assert.Equal(0, await world.Sql<int>($"""
            select count(*) from outbox
            where done_at is null and (strpos(payload, '{name}') > 0 or strpos(replace(convert_from(decode(
                coalesce(nullif(payload, '')::json #>> '{"{file,content}"}', ''), 'base64'), 'utf8'), e'\r\n ', ''), '{name}') > 0)
            """));
        await world.Pass(TimeSpan.FromHours(12));
        foreach (var one in others)
        {
            Assert.DoesNotContain(one.Chat.Skip(before[one]), m => m.Text.Contains(name, StringComparison.Ordinal)
                || m.Buttons.SelectMany(row => row).Any(button => button.Label.Contains(name, StringComparison.Ordinal)));
        }
        Assert.Empty(world.Telegram.Violations);
    }
}
