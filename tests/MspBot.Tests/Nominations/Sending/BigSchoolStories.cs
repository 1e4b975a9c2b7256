using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>A head of a school of 120 teachers sends some of them, and all.</summary>
public sealed class BigSchoolStories(TestCluster cluster)
{
    [Fact]
    public async Task Ticks_survive_pages_a_search_and_the_way_back()
    {
        await using var world = await World.Open(cluster);
        var head = await Of120(world);
        await world.Seminar(seats: 30);
        await NominationStories.Choose(head, world);
        Phone.Holds(await head.SeesMessage("Отметьте"));
        await head.Taps("Иванова А. А.");
        await head.Taps("›");
        await head.Taps("Иванова А. И.");
        await head.Types("яковл");
        await head.SeesButton("Яковлева Валентина Игоревна");
        await head.Taps("Яковлева Вера Ильинична");
        Phone.Holds(await head.SeesMessage("Найдено"));
        await head.Types("валентина");
        await head.SeesButton("Яковлева Валентина Игоревна");
        await world.HasNoButton(head, "✓ Яковлева Вера Ильинична");
        await head.Taps("Показать все");
        await head.SeesButton("✓ Иванова А. А.");
        await head.Taps("Готово (3)");
        await head.Sees("Что написать тем, кого направляете?");

        await head.Taps("← Назад");
        await head.SeesButton("✓ Иванова А. А.");
        await head.Taps("Готово (3)");
        await head.Types("Замену дадим");
        await head.Sees("выбрано 3: место будет у каждого");
        await head.Taps("← Назад");
        await head.Taps("← Назад");
        await head.SeesButton("Готово (3)");
        await head.Taps("✓ Иванова А. А.");
        await head.Taps("Готово (2)");
        await head.Taps("Пропустить");
        await head.Taps("Направить");
        await head.Sees("Направлено: 2");
        Assert.Equal(2, await world.Sql<int>("select count(*) from nomination"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task All_of_them_are_sent_at_once_and_read_in_pages()
    {
        await using var world = await World.Open(cluster);
        var head = await Of120(world);
        await world.Seminar(seats: 100);
        await NominationStories.Choose(head, world);
        await head.Taps("Отметить всех");
        await head.Taps("Готово (120)");
        await head.Taps("Пропустить");
        var confirm = await head.SeesMessage("выбрано 120: 100 получат место, 20 встанут в лист ожидания");
        Phone.Holds(confirm);
        Assert.Contains("и ещё 117", confirm.Text, StringComparison.Ordinal);
        await head.Taps("Направить");

        var done = await head.SeesMessage("Направлено: 120, из них в листе ожидания 20");
        Phone.Holds(done);
        await head.Taps("›");
        await world.Idle();
        Phone.Holds(head.Chat.Single(m => m.Id == done.Id));
        Assert.Equal((100, 20), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
        await head.TapsOn(head.Chat.Single(m => m.Id == done.Id), "Направить учителя");
        Phone.Holds(await head.SeesMessage("Направить больше некого"));
        Assert.Empty(world.Telegram.Violations);
    }

    /// <summary>She is the 120th.</summary>
    private static async Task<Visitor> Of120(World world)
    {
        await SeminarCast.Head(world);
        var school = await world.School();
        await world.TeacherOf(2, school, "Яковлева Вера Ильинична");
        await world.TeacherOf(3, school, "Яковлева Валентина Игоревна");
        await world.Sql<int>($"""
            with p as (
                insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
                select 1000 + n, 'Иванова ' || chr(1040 + n / 28) || 'нна ' || chr(1040 + n % 28) || 'евна', {school}, 'учитель',
                    {world.Now}, {world.Now}
                from generate_series(0, 116) n returning id
            )
            insert into person_role (person_id, role, granted_at) select id, 'Teacher', {world.Now} from p
            """);
        return await world.HeadOf(1, school);
    }
}
