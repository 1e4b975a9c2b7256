using MspBot.Data.People.Roles;
using MspBot.Data.Postgres;
using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.People.Roles;

/// <summary>One among many people: a page of them is read at a time, and words find anybody.</summary>
public sealed class PeopleSearchStories(TestCluster cluster)
{
    [Fact]
    public async Task A_head_pages_through_everybody_finds_by_name_or_school_and_chooses()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await Many(world, 40);

        await head.Types("/people");
        await head.Taps("Найти по имени");
        await head.Sees("Можно написать часть названия");
        var teachers = (await Names(world, head)).Where(n => n.StartsWith("Учитель", StringComparison.Ordinal));
        Assert.Equal(["Учитель Номер 1", "Учитель Номер 2", "Учитель Номер 3"], teachers.Take(3));
        await head.Taps("›");
        await world.Idle();
        await head.Taps("›");
        Assert.Equal(6, (await Names(world, head)).Count);
        await head.Types("номер 3");
        await head.Sees("Найдено по «номер 3»: 11");
        await head.Taps("›");
        Assert.Equal(5, (await Names(world, head)).Count);
        await head.Taps("Показать все");
        await head.Types("другая");
        await head.Sees("Найдено по «другая»: 20");
        await head.Types("нет таких");
        await head.Sees("ничего не нашлось");
        await head.Types("НОМЕР 17");
        await head.Taps("Учитель Номер 17");
        await head.Sees("Роли:");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Whoever_was_erased_meanwhile_can_no_longer_be_chosen()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await Many(world, 10);
        await head.Types("/people");
        await head.Taps("Найти по имени");
        await head.Types("номер 7");
        var found = await head.SeesMessage("Найдено по «номер 7»: 1");
        await world.Sql<int>("delete from person where full_name = 'Учитель Номер 7'");
        await head.TapsOn(found, "Учитель Номер 7");
        await head.Sees("уже нельзя выбрать");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task No_more_is_read_than_is_shown_and_a_tutors_own_teachers_come_first()
    {
        await using var world = await World.Open(cluster);
        await world.Head();
        await world.TutorWithHours(4);
        var tutor = await world.Sql<long>("select id from person where chat_id = 4");
        await Many(world, 40);
        await world.Sql<int>($"""
            insert into tutoring_assignment (tutor_id, teacher_id, since, made_by)
            select {tutor}, id, '2026-11-01', {tutor} from person where full_name = 'Учитель Номер 30'
            """);
        await using var source = NpgsqlDataSource.Create(world.Database.ConnectionString);
        await using var session = new DbSession(source);
        var people = new PeopleReader(session);
        var (items, all) = await people.Find("", 6, 8);
        Assert.Equal((8, 42), (items.Count, all));
        (items, all) = await people.Find("номер", 0, 8, but: new(tutor), accompaniedBy: new(tutor));
        Assert.Equal((8, 40, "Учитель Номер 30", "Учитель Номер 1"), (items.Count, all, items[0].Name, items[1].Name));
        Assert.DoesNotContain((await people.Find("", 0, 100, but: new(tutor))).Items, p => p.Id.Value == tutor);
    }

    private static async Task<IReadOnlyList<string>> Names(World world, Visitor who)
    {
        await world.Idle();
        return [.. who.Chat.Last(m => m.Buttons.Count > 0).Buttons.Select(row => row[0].Label)
            .Where(l => l.Contains(", ", StringComparison.Ordinal)).Select(l => l.Split(',')[0])];
    }

    /// <summary>Half of them at another school.</summary>
    private static Task<int> Many(World world, int count) => world.Sql<int>($"""
        with other as (
            insert into school (name, kind, confirmed_at, created_at) values ('МОУ «Другая школа»', 'Other', {world.Now}, {world.Now})
                returning id)
        insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
        select 10000 + n, 'Учитель Номер ' || n, case when n % 2 = 0 then other.id else (select min(id) from school) end, 'Учитель',
            {world.Now}, {world.Now}
        from generate_series(1, {count}) n, other
        """);
}
