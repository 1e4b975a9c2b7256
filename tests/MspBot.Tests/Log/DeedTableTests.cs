using System.Reflection;
using MspBot.Domain.Log;
using MspBot.Host.Consultations;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Seminars;
using MspBot.Tests.Architecture;
using Xunit;

namespace MspBot.Tests.Log;

/// <summary>Commands and pressed actions of the program against the list of deeds: none is new without a word about the log.</summary>
public sealed class DeedTableTests
{
    /// <summary>Cards whose buttons carry words that stand in another class.</summary>
    private static readonly Dictionary<string, Type> WordsOf = new()
    {
        ["SeminarCard"] = typeof(SeminarActions),
        ["ConsultationCard"] = typeof(ConsultationActions),
        ["HoursCard"] = typeof(HoursScreens),
    };

    /// <summary>Agreed with the plan and not written yet; this list shrinks with what is built.</summary>
    private static readonly LogAction[] Planned =
        [LogAction.PlanImported];

    [Fact]
    public void Every_command_is_in_the_table() => Assert.Equal(
        Types().Select(Command).OfType<Type>().Select(t => t.Name).Order(StringComparer.Ordinal),
        DeedTables.Commands.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_card_that_acts_is_in_the_table() => Assert.Equal(
        Acting().Select(t => t.Name).Order(StringComparer.Ordinal), DeedTables.Cards.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_word_of_their_buttons_is_in_the_table()
    {
        var wrong = from card in Acting()
                    let words = Words(card).ToHashSet(StringComparer.Ordinal)
                    let listed = DeedTables.Cards[card.Name].Keys.ToHashSet(StringComparer.Ordinal)
                    where !words.IsSubsetOf(listed)
                    select $"{card.Name}: {string.Join(", ", words.Except(listed))}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_action_of_the_list_is_a_deed_that_somebody_can_do()
    {
        var done = DeedTables.Commands.Values.Concat(DeedTables.Cards.Values.SelectMany(card => card.Values)).SelectMany(deed => deed.Lines)
            .Concat(DeedTables.Elsewhere).ToHashSet();

        Assert.Equal(Enum.GetValues<LogAction>().Except(Planned).Order(), done.Except(Planned).Order());
    }

    [Fact]
    public void Every_action_of_the_list_is_written_somewhere()
    {
        var sources = Source.All().Where(s => s.Path.StartsWith("src/", StringComparison.Ordinal)
            && !s.Path.EndsWith("/LogTexts.cs", StringComparison.Ordinal)
            && !s.Path.StartsWith("src/MspBot.Domain/Log/", StringComparison.Ordinal))
            .Select(s => s.Text).ToList();

        Assert.All(Enum.GetValues<LogAction>().Except(Planned),
            action => Assert.Contains(sources, text => text.Contains($"LogAction.{action}", StringComparison.Ordinal)));
    }

    private static IEnumerable<Type> Types() => typeof(Card).Assembly.GetTypes().Where(t => !t.IsAbstract);

    private static IEnumerable<Type> Acting() => Types().Where(t => t.IsSubclassOf(typeof(Card))
        && t.GetMethod(nameof(Card.Press))!.DeclaringType == t);

    private static Type? Command(Type type) => type.BaseType is { IsGenericType: true } handler
        && handler.GetGenericTypeDefinition() == typeof(Handler<>) ? handler.GetGenericArguments()[0] : null;

    private static IEnumerable<string> Words(Type card)
    {
        var key = Constants(card).FirstOrDefault(f => f.Name == "Name").Value;
        return Constants(card).Concat(WordsOf.TryGetValue(card.Name, out var more) ? Constants(more) : [])
            .Where(f => f.Name != "Name" && f.Value.Length > 0).Select(f => f.Value).Where(word => word != key);
    }

    private static IEnumerable<(string Name, string Value)> Constants(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(f => f.IsLiteral && f.FieldType == typeof(string)).Select(f => (f.Name, (string)f.GetRawConstantValue()!));
}
