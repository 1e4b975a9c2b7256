using MspBot.Host;
using MspBot.Host.Configuration;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Profile;

/// <summary>A school that is not on the list: the head accepts it, or says which one it is.</summary>
public sealed class UnlistedSchoolStories(TestCluster cluster)
{
    [Fact]
    public async Task A_school_that_is_not_listed_goes_to_the_head_who_accepts_it()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var anna = world.Visitor(1);
        await RegisterFrom("Школа <b>&\"", anna);
        await anna.Sees("Школу проверит руководитель");
        await head.Sees("Школа <b>&\"");
        await head.Taps("Принять школу");
        await head.Taps("ШНОР");
        await head.Sees("Школа принята");
        Assert.Equal(1,
            await world.Sql<long>(
            "select count(*) from school where kind = 'LowResults' and confirmed_at is not null and name like 'Школа <%'"));

        var boris = world.Visitor(2);
        await RegisterFrom("школа <B>&\"", boris);
        await boris.DoesNotSee("Школу проверит");
        await head.TapsAgain();
        await head.Sees("уже разобрана");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Or_says_which_school_it_is()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var anna = world.Visitor(1);
        await RegisterFrom("Отрадное, школа", anna);
        await head.Sees("Отрадное, школа");
        await head.Types("/menu");
        await head.Sees("ждёт вашего решения");
        await head.Taps("Решить о школе");
        await head.Taps("Это школа из списка");
        await head.Taps("›");
        await head.Taps("Это МОУ «Отрадненская СОШ»");
        await head.Sees("педагоги переведены");
        await anna.Types("/profile");
        await anna.Sees("Школа: МОУ «Отрадненская СОШ»");
        await head.Types("/menu");
        await head.DoesNotSee("ждёт вашего решения");
    }

    [Fact]
    public async Task At_night_the_head_is_left_in_peace()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Pass(TimeSpan.FromHours(12));
        var anna = world.Visitor(1);
        await RegisterFrom("Ночная школа", anna);
        await head.DoesNotSee("Ночная школа");
        await world.Pass(TimeSpan.FromHours(10));
        await head.Sees("Ночная школа");
    }

    [Theory]
    [InlineData("c:school:{0}:as:Host")]
    [InlineData("c:school:{0}:is:1")]
    [InlineData("c:school:{0}:show")]
    public async Task A_teacher_decides_about_no_school(string forged)
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await RegisterFrom("Моя школа", anna);
        var school = await world.Sql<long>("select id from school where confirmed_at is null");
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), string.Format(null, forged, school));
        await anna.DoesNotSee("Моя школа");
        Assert.Equal(1, await world.Sql<long>("select count(*) from school where confirmed_at is null"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public async Task A_button_that_names_no_school_means_none_not_school_0(string which)
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await RegisterFrom("Моя школа", world.Visitor(1));
        await head.Sees("Моя школа");
        await world.Sql<int>("""
            insert into school (id, name, kind, confirmed_at, created_at)
            overriding system value values (0, 'Нулевая школа', 'Other', '2026-01-01Z', '2026-01-01Z')
            """);
        var school = await world.Sql<long>("select id from school where confirmed_at is null");
        await head.TapsData(head.Chat.Last(m => m.FromBot), $"c:school:{school}:is:{which}");
        await world.Idle();
        Assert.Equal("Моя школа",
            await world.Sql<string>("select s.name from person p join school s on s.id = p.school_id where p.chat_id = 1"));
    }

    [Fact]
    public async Task A_wrong_list_of_schools_stops_the_start()
    {
        await using var world = await World.Open(cluster);
        var folder = await TestFolder.NewAsync("bad");
        await File.WriteAllTextAsync(Path.Combine(folder, "schools.csv"), "name;kind\nШкола;гимназия\n");
        string[] args =
        [
            $"--Telegram:Token={world.Telegram.Token}", $"--ConnectionStrings:Msp={world.Database.ConnectionString}",
            $"--Data:Folder={folder}", "--urls=http://127.0.0.1:0",
        ];

        var wrong = await Assert.ThrowsAsync<SettingException>(() => MspBotApp.Create(args));

        Assert.Contains("schools.csv, line 2: the kind «гимназия»", wrong.Message, StringComparison.Ordinal);
        TestFolder.Remove(folder);
    }

    private static async Task RegisterFrom(string school, Sandbox.Visitor visitor)
    {
        await visitor.Types("/start");
        await visitor.Sees("закон 152-ФЗ");
        await visitor.Taps("Согласен");
        await visitor.Types("Смирнова Анна Олеговна");
        await visitor.Sees("Где вы работаете?");
        await visitor.Taps("Моей школы нет");
        await visitor.Sees("Как называется ваша школа?");
        await visitor.Types("!");
        await visitor.Sees("Не похоже на название школы");
        await visitor.Types(school);
        await visitor.Sees("Кем вы работаете?");
        await visitor.Taps("Учитель");
        await visitor.Taps("Химия");
        await visitor.Taps("Готово (1)");
        await visitor.Taps("Всё верно");
        await visitor.Sees("Вы зарегистрированы");
    }
}
