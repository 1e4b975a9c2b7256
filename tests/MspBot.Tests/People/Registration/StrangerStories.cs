using MspBot.Host.Conversations;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Registration;

/// <summary>Before they have registered: consent, links, forged presses.</summary>
public sealed class StrangerStories(TestCluster cluster)
{
    [Fact]
    public async Task Without_consent_nothing_is_stored()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("Здравствуйте, это Смирнова Анна");
        await anna.Sees("закон 152-ФЗ");
        await anna.Taps("Не согласен");
        await anna.Sees("ничего не сохранено");
        await anna.Taps("О площадке");
        await anna.Sees("Базовая школа");
        await world.Idle();

        Assert.False(await PeopleDesk.Mentions(world.Database.ConnectionString, "Смирнова"));
        // What came in and went out is known by number only, so that nothing is handled twice; `instance` is this process, `digest_since`
        // its first start, as `log_since` is, `feedback_key` its key's print; the log says that the list of schools was read.
        Assert.Empty((await PeopleDesk.NotEmpty(world.Database.ConnectionString))
            .Except(["inbox", "outbox", "instance", "digest_since", "feedback_key", "log_since", "settings_seen", "action_log"]));
        Assert.Equal("SchoolListChanged", await world.Sql<string>("select string_agg(action, ',') from action_log"));
        Assert.Equal(0,
            await world.Sql<long>(
            "select (select count(*) from inbox where input is not null) + (select count(*) from outbox where payload <> '')"));

        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        await anna.Taps("Согласен");
        await anna.Types("Смирнова Анна");
        await anna.Sees("Где вы работаете?");
        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        await anna.Taps("Не согласен");
        await anna.Sees("ничего не сохранено");
        await world.Idle();
        Assert.False(await PeopleDesk.Mentions(world.Database.ConnectionString, "Смирнова"));

        await anna.Taps("Вернуться к выбору");
        await anna.Sees("закон 152-ФЗ");
        await anna.SeesButton("Согласен");
    }

    [Fact]
    public async Task The_link_a_stranger_came_by_opens_after_registration()
    {
        await using var world = await World.Open(cluster, services => services.AddStartLink<DoorbellLink>());
        var anna = await world.Teacher(1, link: "bell_42");
        await anna.Sees("Звонок 42");

        await anna.Types("/start bell_7");
        await anna.Sees("Звонок 7");
    }

    [Theory]
    [InlineData("/start <b>мусор</b>&\"")]
    [InlineData("/start nothing_5")]
    [InlineData("/start 0123456789012345678901234567890123456789012345678901234567891234")]
    public async Task A_link_that_fits_nothing_is_answered_politely(string start)
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types(start);
        await anna.Sees("закон 152-ФЗ");
        await world.Teacher(2);
        var boris = world.Visitor(2);
        await boris.Types(start);
        await boris.Sees("Эта ссылка не подошла");
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData("n:register")]
    [InlineData("n:register:abc")]
    [InlineData("n:register:9999999999.e_1")]
    [InlineData("a:register:1000000000.")]
    [InlineData("c:profile:1:gone")]
    [InlineData("c:school:1:as:Host")]
    [InlineData("n:profile-name")]
    public async Task A_forged_press_of_a_stranger_stores_nothing(string data)
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), data);
        await world.Idle();
        Assert.Equal(0, await world.Sql<long>("select (select count(*) from person) + (select count(*) from dialog where body <> '')"));
    }
}
