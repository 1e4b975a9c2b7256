using MspBot.Domain.People;
using MspBot.Tests.People.Roles;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Assignments;

/// <summary>Which tutor accompanies whom, and how both hear of it.</summary>
public sealed class AssignmentStories(TestCluster cluster)
{
    [Fact]
    public async Task A_tutor_is_assigned_to_a_teacher_and_it_ends()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, maria) = (await world.Head(), await world.Tutor(1), await world.Teacher(2));
        await Assign(head, "Иванова Мария", "Математика");
        await head.Sees("Педагог: Иванова М. П., МОУ «СОШ № 4»");
        await tutor.Sees("Педагог: Иванова М. П., МОУ «СОШ № 4»\nПредмет: Математика");
        await maria.Sees("Петрова А. И. будет помогать вам");

        await head.Taps("Завершить сопровождение");
        await head.Sees("завершено 24 ноября 2026");
        await tutor.Sees("Сопровождение завершено");
        await maria.Sees("Сопровождение завершено");
        await head.TapsAgain();
        Assert.Equal("Сопровождение уже завершено", head.LastToast);
        await maria.Types("/profile");
        await maria.Taps("Что хранится");
        await maria.Sees("Тьюторское сопровождение, кто кого и когда: 1 запись");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_same_twice_is_refused_and_only_the_subject_is_asked_again()
    {
        await using var world = await World.Open(cluster);
        var (head, _, _) = (await world.Head(), await world.Tutor(1), await world.Teacher(2));
        await Assign(head, "Иванова Мария", "Все предметы");
        await head.Sees("Предмет: все");
        await Assign(head, "Иванова Мария", "Все предметы");
        await head.Sees("Такое закрепление уже есть");
        await head.Types("Физика");
        await head.Sees("Закрепить: Петрова А. И.?");
        await head.Taps("Закрепить тьютора");
        await head.Sees("Предмет: Физика");
        await RoleStories.OpensCardOf(head, "Петрова Анна Игоревна");
        await head.Taps("Кого сопровождает: 2");
        await head.SeesButton("Иванова М. П. · Физика");
    }

    [Fact]
    public async Task A_tutor_who_leads_the_school_hears_it_in_both_roles()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor) = (await world.Head(), await world.Tutor(1));
        await tutor.Types($"/start {await InvitationStories.Invited(world, head, "Руководитель школы", "МОУ «СОШ № 1»")}");
        await tutor.Sees("Готово");
        await RoleStories.OpensCardOf(head, "Петрова Анна Игоревна");
        await head.Taps("Закрепить педагога или школу");
        await head.Sees("За кем");
        await head.Taps("Школа целиком");
        await head.Sees("школ");
        await head.Taps("МОУ «СОШ № 1»");
        await head.Sees("предмет");
        await head.Taps("Все предметы");
        await head.Taps("Закрепить тьютора");
        await head.Sees("Предмет: все");
        await world.Idle();
        Assert.Equal(2, await world.Sql<int>("select count(*) from outbox where chat_id = 1 and dedup like 'care:%'"));
    }

    [Fact]
    public async Task A_whole_school_is_accompanied_and_who_leads_it_hears_so()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, director) = (await world.Head(), await world.Tutor(1), await world.Teacher(2, "Громов Иван Ильич"));
        await director.Types($"/start {await InvitationStories.Invited(world, head, "Руководитель школы", "МОУ «СОШ № 1»")}");
        await director.Sees("Готово");
        await RoleStories.OpensCardOf(head, "Петрова Анна Игоревна");
        await head.Taps("Закрепить педагога или школу");
        await head.Sees("За кем");
        await head.Taps("Школа целиком");
        await head.Sees("Какую школу");
        await head.Types("МОУ «СОШ № 1»");
        await head.Sees("По какому предмету?");
        await head.Taps("Все предметы");
        await head.Taps("Закрепить тьютора");
        await tutor.Sees("Школа: МОУ «СОШ № 1»");
        await director.Sees("Петрова А. И. сопровождает школу МОУ «СОШ № 1»");
    }

    [Fact]
    public async Task Who_loses_the_role_or_is_erased_accompanies_nobody()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, maria) = (await world.Head(), await world.Tutor(1), await world.Teacher(2));
        await Assign(head, "Иванова Мария", "Математика");
        await maria.Sees("У вас есть тьютор");
        await RoleStories.OpensCardOf(head, "Петрова Анна Игоревна");
        await head.Taps("Снять роль: тьютор");
        await head.Taps("Да, снять роль");
        await maria.Sees("Сопровождение завершено");

        await world.Grant(1, Role.Tutor);
        await Assign(head, "Иванова Мария", "Математика");
        await maria.Types("/profile");
        await maria.Taps("Удалить мои данные");
        await maria.Taps("Да, удалить всё обо мне");
        await maria.Sees("ваших данных у нас больше нет");
        await tutor.Sees("Сопровождение завершено");
        Assert.Equal(0, await world.Sql<int>("select count(*) from tutoring_assignment where ended_on is null"));
    }

    [Fact]
    public async Task One_who_is_no_tutor_any_more_is_not_assigned()
    {
        await using var world = await World.Open(cluster);
        var (head, _, _) = (await world.Head(), await world.Tutor(1), await world.Teacher(2));
        await RoleStories.OpensCardOf(head, "Петрова Анна Игоревна");
        await world.Idle();
        await world.Sql<int>("delete from person_role where role = 'Tutor'");
        await head.Taps("Закрепить педагога или школу");
        await head.Sees("больше не тьютор");
    }

    private static async Task Assign(Sandbox.Visitor head, string teacher, string subject)
    {
        await RoleStories.OpensCardOf(head, "Петрова Анна Игоревна");
        await head.Taps("Закрепить педагога или школу");
        await head.Sees("За кем");
        await head.Taps("Педагог");
        await head.Sees("Кого будет сопровождать");
        await head.Taps(teacher);
        await head.Sees("По какому предмету?");
        await head.Taps(subject);
        await head.Sees("Закрепить: Петрова А. И.?");
        await head.Taps("Закрепить тьютора");
    }
}
