using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Profile;

/// <summary>Who gives no lessons need not say in what.</summary>
public sealed class SubjectStories(TestCluster cluster)
{
    [Fact]
    public async Task A_director_teaches_nothing_by_one_tap_and_the_profile_is_silent_about_it()
    {
        await using var world = await World.Open(cluster);
        var anna = await Begins(world, "");
        await anna.Taps("Директор");
        await anna.Sees("Что вы преподаёте?");
        await anna.Taps("Не преподаю");
        Assert.Contains("Предметы: Не преподаю", await anna.Sees("Проверьте, всё ли верно"), StringComparison.Ordinal);
        await anna.Taps("Всё верно");
        await anna.Sees("Вы зарегистрированы");
        await anna.Types("/profile");
        Assert.DoesNotContain("Предметы", await anna.Sees("Должность: Директор"), StringComparison.Ordinal);
        await anna.Taps("Изменить предметы");
        await anna.Taps("Химия");
        await anna.Taps("Готово (1)");
        await anna.Sees("Предметы: Химия");
        await anna.Taps("Изменить предметы");
        await anna.Types("не преподаю");
        Assert.DoesNotContain("Предметы", await anna.Sees("Должность: Директор"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Observer", false)]
    [InlineData("Methodologist", false)]
    [InlineData("SchoolHead", false)]
    [InlineData("Tutor", true)]
    public async Task Who_comes_by_an_invitation_to_a_role_without_lessons_is_not_asked(string role, bool asked)
    {
        await using var world = await World.Open(cluster);
        await world.Head();
        await world.Sql<int>($"""
            insert into invitation (code, role, school_id, made_by, made_at, expires_at)
            select 'abcdefghijklmnop', '{role}', {(role == "SchoolHead" ? "(select min(id) from school)" : "null")}, min(id), {world.Now},
                {world.Now} + interval '7 days' from person
            """);
        var anna = await Begins(world, "i_abcdefghijklmnop");
        await anna.Taps("Методист");
        if (asked) await anna.Sees("Что вы преподаёте?");
        else
        {
            Assert.DoesNotContain("Предметы", await anna.Sees("Проверьте, всё ли верно"), StringComparison.Ordinal);
            await anna.Taps("Всё верно");
            await anna.Sees("Вы зарегистрированы");
            await anna.Sees("ваша роль");
        }
    }

    private static async Task<Visitor> Begins(World world, string link)
    {
        var anna = world.Visitor(1, "Анна");
        await anna.Types($"/start {link}".Trim());
        await anna.Taps("Согласен");
        await anna.Types("Смирнова Анна Олеговна");
        await anna.Taps("МОУ «СОШ № 1»");
        await anna.Sees("Кем вы работаете?");
        return anna;
    }
}
