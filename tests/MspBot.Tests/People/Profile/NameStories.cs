using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Profile;

/// <summary>A name is put into its form, and shown once to be corrected.</summary>
public sealed class NameStories(TestCluster cluster)
{
    [Theory]
    [InlineData("петрова ольга", "Петрова Ольга")]
    [InlineData("ПЕТРОВА-ВОДКИНА ИРИНА АНДРЕЕВНА", "Петрова-Водкина Ирина Андреевна")]
    [InlineData("алиев руслан гасан оглы", "Алиев Руслан Гасан оглы")]
    public async Task A_name_in_one_case_is_proposed_in_its_form(string typed, string name)
    {
        await using var world = await World.Open(cluster);
        var anna = await AtTheName(world);
        await anna.Types(typed);
        await anna.Sees($"Запишем так: {name}");
        await world.RestartBot();
        await anna.Taps("Верно");
        await Registers(anna);
        Assert.Equal(name, await world.Sql<string>("select full_name from person"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData("Петрова Ольга")]
    [InlineData("МакДональд Ирина")]
    public async Task A_name_that_is_written_well_asks_nothing(string typed)
    {
        await using var world = await World.Open(cluster);
        var anna = await AtTheName(world);
        await anna.Types(typed);
        await Registers(anna);
        Assert.Equal(typed, await world.Sql<string>("select full_name from person"));
    }

    [Fact]
    public async Task It_can_be_corrected_and_the_same_words_typed_again_are_meant()
    {
        await using var world = await World.Open(cluster);
        var anna = await AtTheName(world);
        await anna.Types("салман мария бинт");
        await anna.Sees("Запишем так: Салман Мария Бинт");
        await anna.Taps("Исправить");
        await anna.Sees("Как вас зовут?");
        await anna.Types("Салман Мария бинт");
        await anna.Sees("Запишем так");
        await anna.Types("Салман Мария бинт");
        await Registers(anna);
        Assert.Equal("Салман Мария бинт", await world.Sql<string>("select full_name from person"));
    }

    [Fact]
    public async Task In_the_profile_it_is_the_same()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await anna.Types("/profile");
        await anna.Taps("Изменить имя");
        await anna.Types("де сильва мария");
        await anna.Sees("Запишем так: де Сильва Мария");
        await anna.Types("верно");
        await anna.Sees("де Сильва Мария");
        Assert.Equal("де Сильва Мария", await world.Sql<string>("select full_name from person"));
    }

    private static async Task<Visitor> AtTheName(World world)
    {
        var anna = world.Visitor(1, "Анна");
        await anna.Types("/start");
        await anna.Taps("Согласен");
        await anna.Sees("Как вас зовут?");
        return anna;
    }

    private static async Task Registers(Visitor anna)
    {
        await anna.Sees("Где вы работаете?");
        await anna.Taps("МОУ «СОШ № 1»");
        await anna.Taps("Учитель");
        await anna.Taps("Математика");
        await anna.Taps("Готово (1)");
        await anna.Taps("Всё верно");
        await anna.Sees("Вы зарегистрированы");
    }
}
