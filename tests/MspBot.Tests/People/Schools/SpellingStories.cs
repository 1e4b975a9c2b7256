using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Schools;

/// <summary>People spell names otherwise than lists do, and find them all the same; lists are in the order of the alphabet.</summary>
public sealed class SpellingStories(TestCluster cluster)
{
    private static readonly string[] Names =
        ["Яшина Анна Ивановна", "Ёлкина Вера Павловна", "Абрамова Инна Львовна", "Жукова Ольга Игоревна", "Елисеева Инна Львовна"];

    [Theory]
    [InlineData("елкина", "Ёлкина Вера Павловна")]
    [InlineData("ЁЛКИНА  вера", "Ёлкина Вера Павловна")]
    [InlineData("Елисеёва", "Елисеева Инна Львовна")]
    [InlineData("Е\u0308лкина", "Ёлкина Вера Павловна")]
    public async Task A_person_is_found_however_the_name_is_spelled(string typed, string name)
    {
        await using var world = await World.Open(cluster);
        var head = await Seminars.SeminarCast.Head(world);
        foreach (var (one, nr) in Names.Select((n, nr) => (n, nr))) await Seminars.SeminarCast.Teacher(world, 100 + nr, one);

        await head.Types("/people");
        await head.Taps("Найти по имени");
        await head.Types(typed);
        await head.Sees(": 1");
        await head.Taps(name);
        await head.Sees("Роли:");
    }

    [Theory]
    [InlineData("вера ёлкина", "По", "Ёлкина Вера Павловна")]
    [InlineData("Ялкина", "По «Ялкина» ничего не нашлось. Похожее:", "Ёлкина Вера Павловна")]
    [InlineData("Жюкова Ольга", "Похожее:", "Жукова Ольга Игоревна")]
    public async Task A_person_is_found_in_another_order_of_words_and_with_a_letter_mistyped(string typed, string said, string name)
    {
        await using var world = await World.Open(cluster);
        var head = await Seminars.SeminarCast.Head(world);
        foreach (var (one, nr) in Names.Select((n, nr) => (n, nr))) await Seminars.SeminarCast.Teacher(world, 100 + nr, one);

        await head.Types("/people");
        await head.Taps("Найти по имени");
        await head.Types(typed);
        if (said != "По") await head.Sees(said);
        await head.Taps(name.Split(' ')[0]);
        await head.Sees(name);
    }

    [Fact]
    public async Task People_are_listed_in_the_order_of_the_alphabet()
    {
        await using var world = await World.Open(cluster);
        var head = await Seminars.SeminarCast.Head(world);
        foreach (var (one, nr) in Names.Select((n, nr) => (n, nr))) await Seminars.SeminarCast.Teacher(world, 100 + nr, one);

        await head.Types("/people");
        var listed = (await Shown(world, head)).Select(b => b.Split(' ')[0]).Where(w => w.EndsWith('а')).ToList();
        Assert.Equal(["Абрамова", "Елисеева", "Ёлкина", "Жукова", "Смирнова", "Яшина"], listed);
    }

    [Theory]
    [InlineData("№1", "МОУ «СОШ № 1»")]
    [InlineData("сош №  1", "МОУ «СОШ № 1»")]
    [InlineData("\"сош № 1\"", "МОУ «СОШ № 1»")]
    [InlineData("березовская", "МОУ «Берёзовская СОШ»")]
    public async Task A_school_is_found_however_its_name_is_spelled(string typed, string school)
    {
        await using var world = await World.Open(cluster);
        await world.Sql<int>(
            $"insert into school (name, kind, confirmed_at, created_at) " +
            $"values ('МОУ «Берёзовская СОШ»', 'Other', {world.Now}, {world.Now})");
        var anna = await AtTheSchool(world, 1);
        await anna.Types(typed);
        await anna.Taps(school);
        await anna.Sees("Кем вы работаете?");
    }

    [Fact]
    public async Task A_school_of_the_list_that_is_typed_otherwise_is_that_school_and_the_head_is_not_asked()
    {
        await using var world = await World.Open(cluster);
        var head = await Seminars.SeminarCast.Head(world);
        var before = await world.Sql<int>("select count(*) from school");
        var anna = await AtTheSchool(world, 1);
        await anna.Taps("Моей школы нет");
        await anna.Types("Моу \"Сош №1\"");
        await anna.Sees("Кем вы работаете?");
        await anna.Taps("Учитель");
        await anna.Taps("Химия");
        await anna.Taps("Готово (1)");
        await anna.Taps("Всё верно");
        await anna.Sees("Вы зарегистрированы");
        await world.Idle();

        Assert.Equal(before, await world.Sql<int>("select count(*) from school"));
        Assert.Equal("МОУ «СОШ № 1»",
            await world.Sql<string>("select s.name from person p join school s on s.id = p.school_id where p.chat_id = 1"));
        Assert.DoesNotContain(head.Chat, m => m.Text.Contains("Сош", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stands_on_a_button_may_be_typed_without_its_dots()
    {
        await using var world = await World.Open(cluster);
        var anna = await AtTheSchool(world, 1);
        await anna.Types("моу «сош №1»");
        await anna.Sees("Кем вы работаете?");
        await anna.Taps("Учитель");
        await anna.Taps("Химия");
        await anna.Taps("Готово (1)");
        await anna.Types("все верно");
        await anna.Sees("Вы зарегистрированы");
    }

    private static async Task<Visitor> AtTheSchool(World world, long chat)
    {
        var anna = world.Visitor(chat, "Анна");
        await anna.Types("/start");
        await anna.Taps("Согласен");
        await anna.Types("Смирнова Анна Олеговна");
        await anna.Sees("Где вы работаете?");
        return anna;
    }

    private static async Task<IReadOnlyList<string>> Shown(World world, Visitor who)
    {
        await world.Idle();
        return [.. who.Chat[^1].Buttons.SelectMany(row => row).Select(b => b.Label)];
    }
}
