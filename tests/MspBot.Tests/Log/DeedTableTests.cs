using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.Log;
using MspBot.Host.Broadcasts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Surveys;
using MspBot.Tests.Architecture;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Log;

/// <summary>Commands, forms and pressed actions against the list of deeds: none is new without a word about the log.</summary>
public sealed class DeedTableTests(TestCluster cluster)
{
    [Fact]
    public void Every_command_is_in_the_table() => Assert.Equal(
        Types().Select(Command).OfType<Type>().Select(t => t.Name).Order(StringComparer.Ordinal),
        DeedTables.Commands.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_card_that_acts_is_in_the_table() => Assert.Equal(
        Acting().Select(t => t.Name).Order(StringComparer.Ordinal), DeedTables.Cards.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_word_with_which_they_compare_what_is_pressed_is_in_the_table() => Assert.Empty(
        from card in Acting()
        let wrong = Wrong(card, [.. DeedTables.Cards[card.Name].Keys])
        where wrong.Length > 0
        select $"{card.Name}: {wrong}");

    [Fact]
    public void Every_word_that_is_said_to_do_something_is_compared_with_what_is_pressed() => Assert.Empty(
        from card in Acting()
        from deed in DeedTables.Cards[card.Name]
        where deed.Value.Lines.Length > 0 && !CompiledBody.ComparedWords(card).Contains(deed.Key)
        select $"{card.Name}: {deed.Key}");

    [Fact]
    public async Task Every_card_and_every_form_that_is_registered_is_among_them()
    {
        await using var world = await World.Open(cluster);
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<Registry>();
        var (cards, commands) = (Acting().ToHashSet(), Types().Select(Command).OfType<Type>().ToHashSet());

        Assert.DoesNotContain(registry.CardKeys.Select(key => registry.Card(key, scope.ServiceProvider)!.GetType()),
            card => Acts(card) && !cards.Contains(Definition(card)));
        Assert.Equal(DeedTables.OnlySay, registry.FlowKeys.Select(key => registry.Flow(key, scope.ServiceProvider)!.GetType())
            .Where(flow => !CompiledBody.CalledWith(flow, "Do").Overlaps(commands)).Select(flow => flow.Name));
    }

    [Fact]
    public void A_word_that_stands_in_another_class_is_seen()
    {
        Assert.Equal("hidden", Wrong(typeof(CardWithWordsElsewhere), ["plain"]));
        Assert.Equal("", Wrong(typeof(CardWithWordsElsewhere), ["plain", "hidden"]));
    }

    [Fact]
    public void Every_action_of_the_list_is_a_deed_that_somebody_can_do()
    {
        var done = DeedTables.Commands.Values.Concat(DeedTables.Cards.Values.SelectMany(card => card.Values)).SelectMany(deed => deed.Lines)
            .Concat(DeedTables.Elsewhere).ToHashSet();

        Assert.Equal(Enum.GetValues<LogAction>().Order(), done.Order());
    }

    [Fact]
    public void Every_action_of_the_list_is_written_somewhere()
    {
        var sources = Source.All().Where(s => s.Path.StartsWith("src/", StringComparison.Ordinal)
            && !s.Path.EndsWith("/LogTexts.cs", StringComparison.Ordinal)
            && !s.Path.StartsWith("src/MspBot.Domain/Log/", StringComparison.Ordinal))
            .Select(s => s.Text).ToList();

        Assert.All(Enum.GetValues<LogAction>(),
            action => Assert.Contains(sources, text => text.Contains($"LogAction.{action}", StringComparison.Ordinal)));
    }

    private static string Wrong(Type card, string[] listed) =>
        string.Join(", ", CompiledBody.ComparedWords(card).Except(listed, StringComparer.Ordinal));

    private static IEnumerable<Type> Types() => typeof(Card).Assembly.GetTypes().Where(t => !t.IsAbstract);

    /// <summary>Cards, and what acts for one.</summary>
    private static readonly Type[] Kinds = [typeof(Card), typeof(SurveyFace), typeof(BroadcastFace), typeof(BroadcastPart)];

    private static IEnumerable<Type> Acting() => Types().Where(t => Kinds.Any(t.IsSubclassOf) && Acts(t));

    private static bool Acts(Type card) => !Kinds.Contains(card.GetMethod(nameof(Card.Press))!.DeclaringType);

    private static Type Definition(Type card) => card.IsGenericType ? card.GetGenericTypeDefinition() : card;

    private static Type? Command(Type type) => type.BaseType is { IsGenericType: true } handler
        && handler.GetGenericTypeDefinition() == typeof(Handler<>) ? handler.GetGenericArguments()[0] : null;

    /// <summary>The planted violation.</summary>
    private sealed class CardWithWordsElsewhere : Card
    {
        private static class Words
        {
            internal const string Hidden = "hidden";
        }

        public override string Key => "planted";

        public override Access Access => Access.All(_ => false);

        public override Task<Screen?> Show(Turn turn, long id, string arg) => Task.FromResult<Screen?>(null);

        public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
        {
            await Task.Yield();
            return action is Words.Hidden ? Pressed.Nothing() : action == "plain" ? Pressed.Fresh(arg) : Pressed.Fresh();
        }
    }
}
