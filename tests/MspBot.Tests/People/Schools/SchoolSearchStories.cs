using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Schools;

/// <summary>A school is found by its words, and «Моей школы нет» is always there.</summary>
public sealed class SchoolSearchStories(TestCluster cluster)
{
    private const string None = "Моей школы нет";

    [Theory]
    [InlineData("Ольховская школа", "Найдено по «Ольховская школа»: 1")]
    [InlineData("гимназия Ольховская", "Найдено по")]
    [InlineData("Альховская", "По «Альховская» ничего не нашлось. Похожее:")]
    [InlineData("ольховка", "Похожее:")]
    public async Task Words_that_every_school_has_and_a_slip_of_the_finger_hide_nothing(string typed, string said)
    {
        await using var world = await World.Open(cluster);
        var anna = await AtTheSchool(world);
        await anna.Types(typed);
        var found = await anna.SeesMessage(said);
        Assert.Equal(["МОУ «Ольховская СОШ»", None], found.Buttons.SelectMany(r => r).Select(b => b.Label).Take(2));
        await anna.Taps("МОУ «Ольховская СОШ»");
        await anna.Sees("Кем вы работаете?");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_way_out_is_on_every_page_and_where_nothing_is_found()
    {
        await using var world = await World.Open(cluster);
        var anna = await AtTheSchool(world);
        await anna.SeesButton(None);
        await anna.Taps("›");
        Assert.Contains((await anna.SeesMessage("Где вы работаете?")).Buttons.SelectMany(r => r), b => b.Label == None);
        await anna.Types("Зеленогорский лицей");
        Assert.Contains((await anna.SeesMessage("ничего не нашлось")).Buttons.SelectMany(r => r), b => b.Label == None);
        await anna.Taps(None);
        await anna.Sees("Как называется ваша школа?");
    }

    private static async Task<Visitor> AtTheSchool(World world)
    {
        await world.Sql<int>(
            $"insert into school (name, kind, confirmed_at, created_at) " +
            $"values ('МОУ «Ольховская СОШ»', 'Other', {world.Now}, {world.Now})");
        var anna = world.Visitor(1, "Анна");
        await anna.Types("/start");
        await anna.Taps("Согласен");
        await anna.Types("Смирнова Анна Олеговна");
        await anna.Sees("Где вы работаете?");
        return anna;
    }
}
