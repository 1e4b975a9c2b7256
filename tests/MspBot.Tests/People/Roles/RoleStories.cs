using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Roles;

/// <summary>How a head looks through people, takes roles away, and hands their own over.</summary>
public sealed class RoleStories(TestCluster cluster)
{
    [Fact]
    public async Task A_head_finds_people_by_page_by_role_and_by_name()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Tutor(1, "Яковлева Анна Игоревна");
        await world.Sql<int>($"""
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 100 + n, 'Белова Мария ' || chr(1039 + n), (select min(id) from school), 'учитель', {world.Now}, {world.Now}
                from generate_series(1, 9) n
            """);

        await head.Types("/people");
        await head.Sees("Всего: 11");
        await head.Taps("›");
        await head.SeesButton("Яковлева А. И. · тьютор");
        await head.Taps("По ролям");
        await head.Taps("тьютор: 1");
        await head.Sees("Люди: тьютор");
        await head.Taps("По ролям");
        await head.Taps("наблюдатель: 0");
        await head.Sees("Таких людей пока нет");
        await head.Taps("Найти по имени");
        await head.Sees("Кого найти?");
        await head.Types("яковл");
        await head.Sees("Найдено");
        await head.Taps("Яковлева Анна");
        await head.Sees("тьютор — с");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_role_is_taken_away_in_two_steps_and_the_person_hears_of_it()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Tutor(1));
        await OpensCardOf(head, "Петрова Анна Игоревна");
        await head.Taps("Снять роль: тьютор");
        await head.Sees("Снять роль «тьютор»?");
        await head.Taps("Не снимать роль");
        await head.SeesButton("Снять роль: тьютор");
        Assert.Equal(1, await world.Sql<int>("select count(*) from person_role where role = 'Tutor'"));

        await head.Taps("Снять роль: тьютор");
        await head.Taps("Да, снять роль");
        await head.Sees("педагог — с");
        Assert.Equal("Роль снята", head.LastToast);
        await anna.Sees("Роль «тьютор» с вас снята");
        await head.TapsAgain();
        Assert.Equal("Этой роли у человека уже нет.", head.LastAlert);
        await world.Idle();
        Assert.Equal(1, anna.Chat.Count(m => m.Text.Contains("с вас снята", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_commands_of_who_loses_a_role_follow()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1, "Петрова Анна Игоревна"));
        var link = await InvitationStories.Invited(world, head, "Следующий руководитель");
        await anna.Types($"/start {link}");
        await anna.Sees("/people — Люди");
        await world.Idle();
        Assert.Contains(anna.Commands, c => c.Command == "people");

        await OpensCardOf(head, "Петрова Анна Игоревна");
        await head.Taps("Снять роль: руководитель");
        await head.Taps("Да, снять роль");
        await anna.Sees("с вас снята");
        await world.Idle();
        Assert.DoesNotContain(anna.Commands, c => c.Command == "people");
        await anna.Types("/people");
        await anna.Sees("Это действие вам недоступно");
    }

    [Fact]
    public async Task The_last_head_stays()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await OpensCardOf(head, "Орлова Нина Сергеевна");
        await head.Taps("Снять роль: руководитель");
        await head.Taps("Да, снять роль");
        Assert.Contains("единственный руководитель", head.LastAlert, StringComparison.Ordinal);
        Assert.Equal(1, await world.Sql<int>("select count(*) from person_role where role = 'Head'"));
    }

    [Theory]
    [InlineData("c:person:{0}:take:Head")]
    [InlineData("c:person:{0}:ask:Head")]
    [InlineData("c:person:{0}:show")]
    [InlineData("c:care:1:end")]
    [InlineData("c:cares:{0}:show")]
    [InlineData("n:assign:{0}")]
    public async Task A_tutor_forges_nothing_of_it(string forged)
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Tutor(1));
        await world.Sql<int>("""
            insert into tutoring_assignment (tutor_id, school_id, since, made_by) select min(id), min(school_id), '2026-11-01', min(id)
                from person
            """);
        var id = await world.Sql<long>($"select id from person where chat_id = {head.Id}");
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), string.Format(null, forged, id));
        await anna.DoesNotSee("Орлова");
        Assert.Equal(1, await world.Sql<int>("select count(*) from person_role where role = 'Head'"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from tutoring_assignment where ended_on is null"));
    }

    [Theory]
    [InlineData("c:person:{0}:take:Teacher")]
    [InlineData("c:person:{0}:take:77")]
    [InlineData("c:person:{0}:take:Tutor")]
    [InlineData("c:person:999999:take:Head")]
    [InlineData("c:person:{0}:dance:Tutor")]
    [InlineData("n:assign:{0}")]
    [InlineData("n:assign:x")]
    [InlineData("c:cares:999999:show")]
    [InlineData("c:care:999999:end")]
    [InlineData("c:invite:999999:stop")]
    [InlineData("c:people:-5:show:Nobody")]
    [InlineData("c:invites:9999999:show")]
    public async Task A_head_who_forges_changes_nothing_and_is_answered(string forged)
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var id = await world.Sql<long>($"select id from person where chat_id = {anna.Id}");
        var before = await world.Sql<string>("select string_agg(person_id || role, ',' order by person_id, role) from person_role");
        await head.TapsData(head.Chat.Last(m => m.FromBot), string.Format(null, forged, id));
        await world.Idle();
        Assert.Equal(before,
            await world.Sql<string>("select string_agg(person_id || role, ',' order by person_id, role) from person_role"));
        Assert.Empty(world.Telegram.Violations);
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null"));
    }

    [Fact]
    public async Task The_role_of_head_is_handed_over_when_both_want_it()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1, "Петрова Анна Игоревна"));
        var other = await InvitationStories.Invited(world, head, "Следующий руководитель");
        var link = await InvitationStories.Invited(world, head, "Следующий руководитель");
        await anna.Types($"/start {link}");
        await anna.Sees("Готово, ваша роль: руководитель площадки");

        await head.Sees("Петрова А. И. теперь тоже руководитель");
        await head.Taps("Остаться вторым руководителем");
        await head.Sees("руководителей теперь двое");
        Assert.Equal(2, await world.Sql<int>("select count(*) from person_role where role = 'Head'"));

        await head.Taps("Передать роль");
        await head.Sees("Роль передана");
        await anna.Sees("Прежний руководитель: Орлова Н. С.");
        await head.TapsAgain();
        await head.Types("/people");
        await head.Sees("Это действие вам недоступно");

        // Neither an old link of one's own nor a restart brings it back.
        await head.Types($"/start {other}");
        await head.Sees("отозвано");
        await world.RestartBot();
        await head.Types("/people");
        await head.Sees("Это действие вам недоступно");
        Assert.Equal("Петрова Анна Игоревна",
            await world.Sql<string>("select full_name from person join person_role on person_id = id where role = 'Head'"));
    }

    [Fact]
    public async Task The_role_is_not_handed_to_one_who_has_lost_it()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris) = (await world.Head(), await world.Teacher(1, "Петрова Анна Игоревна"),
            await world.Teacher(2, "Орлов Борис Львович"));
        await boris.Types($"/start {await InvitationStories.Invited(world, head, "Следующий руководитель")}");
        await boris.Sees("Готово");
        await anna.Types($"/start {await InvitationStories.Invited(world, head, "Следующий руководитель")}");
        await anna.Sees("Готово");
        var question = await head.SeesMessage("Петрова А. И. теперь тоже руководитель");
        await OpensCardOf(boris, "Петрова Анна Игоревна");
        await boris.Taps("Снять роль: руководитель");
        await boris.Taps("Да, снять роль");
        await anna.Sees("с вас снята");

        await head.TapsOn(question, "Передать роль");
        Assert.Contains("больше не руководитель", head.LastAlert, StringComparison.Ordinal);
        Assert.Equal(2, await world.Sql<int>("select count(*) from person_role where role = 'Head'"));
    }

    internal static async Task OpensCardOf(Visitor head, string name)
    {
        await head.Types("/people");
        await head.Sees("Всего");
        await head.Taps("Найти по имени");
        await head.Sees("Кого найти?");
        await head.Types(name.Split(' ')[0]);
        await head.Sees("Найдено");
        await head.Taps(name.Split(' ')[0]);
        await head.Sees(name);
        await head.Sees("Роли:");
    }
}
