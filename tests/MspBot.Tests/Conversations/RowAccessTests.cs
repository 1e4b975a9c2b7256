using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Turns;
using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations;

/// <summary>Numbers in buttons can be forged: nobody opens, changes or tells apart from nothing what is another's.</summary>
public sealed class RowAccessTests(TestCluster cluster)
{
    private const string Gone = "Этого больше нет или оно вам недоступно.";
    private const string NotForYou = "Это действие вам недоступно.";
    private const long Missing = 4_000_000_000;

    /// <summary>Queues and dialogs; all else is what somebody could have changed.</summary>
    private static readonly string[] Queues = ["inbox", "outbox", "dialog", "instance", "pace"];

    private static readonly string[] Arguments = ["", ":1", ":0.1", ":Tutor"];

    /// <summary>What changes the speaker's own settings, or erases them: not what is asked here.</summary>
    private static readonly string[] Own = ["c:profile", "c:fq", "c:door", "c:bt:"];

    /// <summary>Flows whose row any head may begin with.</summary>
    private static readonly HashSet<string> HeadsToo = ["group", "code", "reply", "attach", "material-change", "material-replace"];

    /// <summary>Flows whose row anybody of this role may begin with: the plan is one for all who read or agree it.</summary>
    private static readonly HashSet<(string, Role)> RolesToo =
    [
        ("plan-return", Role.Methodologist), ("plan-find", Role.Methodologist), ("plan-find", Role.Observer),
        ("conclude-change", Role.Methodologist), ("recommend", Role.Methodologist), ("survey-return", Role.Methodologist),
        ("survey-reopen", Role.Methodologist),
    ];

    [Fact]
    public async Task Every_card_and_flow_that_opens_rows_is_in_the_tables()
    {
        await using var world = await World.Open(cluster);
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<Registry>();
        var planted = (await RowsOfOthers.Plant(world)).Select(r => r.Card).ToHashSet();

        Assert.Equal(
            registry.CardKeys.Where(key => registry.Card(key, scope.ServiceProvider)!.Access.NoRowBecause is null).Order(),
            planted.Order());
        Assert.All(registry.FlowKeys, key => Assert.Contains(FlowRow.All, row => row.Key == key));
    }

    [Fact]
    public async Task Who_may_open_a_row_sees_it()
    {
        await using var world = await World.Open(cluster);
        foreach (var row in await RowsOfOthers.Plant(world))
        {
            var owner = world.Visitor(row.Owner);
            await owner.LooksAround();
            await owner.TapsData(owner.Chat.Last(m => m.FromBot), $"c:{row.Card}:{row.Id}:show");
            await world.Idle();
            var shown = owner.Chat.Last(m => m.FromBot);
            Assert.True(Words(shown).Contains(row.Shows, StringComparison.Ordinal), $"{row.Card}: {Words(shown)}");
        }
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Tutor)]
    [InlineData(Role.Methodologist)]
    [InlineData(Role.SchoolHead)]
    [InlineData(Role.Observer)]
    [InlineData(Role.Head)]
    public async Task A_card_of_another_is_the_same_as_none(Role role)
    {
        await using var world = await World.Open(cluster);
        var rows = await RowsOfOthers.Plant(world);
        var stranger = await Stranger(world, role);
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<Registry>();
        var before = await Checksum(world, stranger);

        Assert.True(0 < await Meets(world, stranger, rows.Where(r => !r.SeenBy.Contains(role))
            .SelectMany(r => Presses(registry.Card(r.Card, scope.ServiceProvider)!, r.Id).Append($"c:{r.Card}:{Missing}:show"))));
        Assert.Equal(before, await Checksum(world, stranger));
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Tutor)]
    [InlineData(Role.Head)]
    public async Task A_card_without_rows_shows_nothing_of_anothers_whatever_its_number(Role role)
    {
        await using var world = await World.Open(cluster);
        var rows = await RowsOfOthers.Plant(world);
        var stranger = await Stranger(world, role);
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<Registry>();
        var before = await Checksum(world, stranger);
        var asked = world.Telegram.Journal.Entries[^1].Number;

        foreach (var card in registry.CardKeys.Select(key => registry.Card(key, scope.ServiceProvider)!)
            .Where(c => c.Access.NoRowBecause is not null))
        {
            foreach (var press in rows.Select(r => r.Id).Distinct().SelectMany(id => Presses(card, id, ""))
                .Where(p => !Own.Any(p.StartsWith)))
                await stranger.TapsData(stranger.Chat.Last(m => m.FromBot), press);
        }
        Assert.Equal(before, await Checksum(world, stranger));
        Assert.DoesNotContain(world.Telegram.Journal.Entries.Where(e => e.Number > asked && e.ChatId == stranger.Id),
            e => e.Parameters.Contains(RowsOfOthers.Mark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Tutor)]
    [InlineData(Role.Methodologist)]
    [InlineData(Role.SchoolHead)]
    [InlineData(Role.Observer)]
    [InlineData(Role.Head)]
    public async Task A_flow_cannot_be_begun_with_what_is_anothers(Role role)
    {
        await using var world = await World.Open(cluster);
        var (starts, chat) = (new List<(string Key, string Argument)>(), 60_000L);
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<Registry>();
        foreach (var row in FlowRow.All.Where(r => registry.Flow(r.Key, scope.ServiceProvider)!.Access.NoRowBecause is null))
        {
            var owner = (await row.Who(world, chat++)).StartedEarlier();
            // A published meeting is anybody's to come to, and a request to make: what is another's is a draft, and a request that was
            // made.
            var argument = row.Key switch
            {
                "code" => $"{await world.Seminar(state: "Draft")}",
                "consult" => $"{await world.Of("teacher", "Requested")}",
                "material-add" => await Materials.Adding.MaterialFlowRows.Sent(world, owner),
                _ => await row.Argument(world),
            };
            starts.Add((row.Key, argument));
            if (row.Key == "code") continue;
            await owner.LooksAround();
            await owner.TapsData(owner.Chat.Last(m => m.FromBot), $"n:{row.Key}:{argument}");
            await world.Idle();
            Assert.True(await world.Sql<int>($"select count(*) from dialog where chat_id = {owner.Id} and state = 'Active'") == 1,
                $"{row.Key} did not begin for its owner");
        }
        var stranger = await Stranger(world, role);
        var before = await Checksum(world, stranger);

        foreach (var (key, argument) in starts)
        {
            if (RolesToo.Contains((key, role))) continue;
            if (role == Role.Head
                && (HeadsToo.Contains(key)
                    || registry.Flow(key, scope.ServiceProvider)!.For(new(new(0), null, new HashSet<Role> { Role.Teacher })) is false
                && registry.Flow(key, scope.ServiceProvider)!.For(new(new(0), null, new HashSet<Role> { Role.Head })))) continue;
            var missing = argument.Replace(argument.Split('.')[0], $"{Missing}", StringComparison.Ordinal);
            await Meets(world, stranger, [$"n:{key}:{argument}", $"a:{key}:{argument}", $"n:{key}:{missing}"]);
            Assert.Equal(0, await world.Sql<int>($"select count(*) from dialog where chat_id = {stranger.Id}"));
        }
        Assert.Equal(before, await Checksum(world, stranger));
    }

    /// <summary>
    /// Presses all of them; nothing is said but the neutral word, as a message or as an alert. How many messages there were.
    /// </summary>
    private static async Task<int> Meets(World world, Visitor stranger, IEnumerable<string> presses)
    {
        var asked = world.Telegram.Journal.Entries[^1].Number;
        foreach (var press in presses)
        {
            await stranger.TapsData(stranger.Chat.Last(m => m.FromBot), press);
            Assert.True(stranger.LastToast is null
                && stranger.LastAlert is null or NotForYou, $"{press}: {stranger.LastToast} {stranger.LastAlert}");
        }
        await world.Idle();
        var said = world.Telegram.Journal.Entries.Where(e => e.Number > asked && e.ChatId == stranger.Id
            && e.Method != "answerCallbackQuery").ToList();
        Assert.All(said, call => Assert.Contains(Gone, call.Parameters, StringComparison.Ordinal));
        return said.Count;
    }

    /// <summary>Whatever word the card's class knows may be an action; an argument may be a number, a page and a number, a role.</summary>
    private static IEnumerable<string> Presses(Card card, long id, params IReadOnlyList<string> arguments) =>
        from action in Literals(card).Append("show").Distinct()
        from argument in arguments.Count > 0 ? arguments : Arguments
        select string.Create(CultureInfo.InvariantCulture, $"c:{card.Key}:{id}:{action}{argument}");

    private static IEnumerable<string> Literals(Card card) =>
        card.GetType().GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(f => f.IsLiteral && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!)
            .Where(word => word.Length is > 0 and < 12);

    private static async Task<Visitor> Stranger(World world, Role role)
    {
        var stranger = (await SeminarCast.Teacher(world, 90_000, "Чужаков Пётр Иванович", role == Role.Teacher ? null : role.ToString()))
            .StartedEarlier();
        await stranger.LooksAround();
        return stranger;
    }

    private static string Words(ChatMessage message) =>
        $"{message.Text}\n{string.Join('\n', message.Buttons.SelectMany(r => r).Select(b => b.Label))}\n{message.File?.Name}";

    /// <summary>All that is stored, and what was said to others.</summary>
    private static async Task<string> Checksum(World world, Visitor stranger)
    {
        await world.Idle();
        var tables =
            (await world.Sql<string>(
                "select string_agg(table_name, ',' order by table_name) from information_schema.tables where table_schema = 'public' " +
                "and table_type = 'BASE TABLE'"))!
            .Split(',').Except(Queues);
        return (await world.Sql<string>($"""
            select string_agg(name || ' ' || sum, E'\n') from (
                {string.Join(" union all ", tables.Select(t =>
                    $"select '{t}' as name, coalesce(md5(string_agg(x::text, ',' order by x::text)), '') as sum from {t} x"))}
                union all select 'told', count(*)::text from outbox where chat_id <> {stranger.Id}
            ) all_of_them
            """))!;
    }
}
