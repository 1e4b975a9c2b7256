using MspBot.Data.Materials.Topics;
using MspBot.Domain;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials.Reading;

namespace MspBot.Host.Materials.Topics;

/// <summary>The heads' list of topics, and one of it.</summary>
internal sealed class TopicScreens(TopicReader reader)
{
    internal const string OldOnes = "old";
    internal const string AddSet = "set";
    internal const string Retire = "retire";
    internal const string GiveBack = "back";

    internal async Task<Screen> List(string arg, Html news = default)
    {
        var words = new Argument(arg);
        var retired = words.Part(1) == OldOnes;
        var (listed, old) = (await reader.Listed(), await reader.Retired());
        var screen = new Screen(Html.Paragraphs(news, TopicTexts.Listed(listed.Count, retired)))
            .Page(Paging.Cut(retired ? old : listed, Pager.Number(words.Number() ?? 0)),
                one => Button.Card(Choices.Label(new() { Name = one.Name, Materials = one.Materials }), MaterialLinks.Topic, one.Id.Value),
                (label, number) => ToList(label, number, retired));
        if (retired) return screen.Row(ToList(TopicTexts.ToList));
        return screen
            .Row(listed.Count == 0 && old.Count == 0 ? Button.Card(TopicTexts.Typical, MaterialLinks.Topics, 0, AddSet).Main() : null)
            .Row(Button.Flow(TopicTexts.Add, MaterialLinks.AddTopic),
                old.Count > 0 ? ToList(TopicTexts.RetiredOnes(old.Count), 0, retired: true) : null)
            .Row(Button.Command(LibraryTexts.ToLibrary, MaterialLinks.Materials), EngineTexts.ToMenu);
    }

    internal static Screen Card(TopicDetails one, Html news = default)
    {
        var screen = new Screen(Html.Paragraphs(news, TopicTexts.Card(one)));
        if (one.MergedInto is null)
        {
            var seen = Argument.Of(one.Id, one.Version);
            screen = screen.Row(Button.Flow(TopicTexts.Rename, MaterialLinks.RenameTopic, seen),
                    one.RetiredAt is null ? On(TopicTexts.Retire, one, Retire) : On(TopicTexts.GiveBack, one, GiveBack))
                .Row(Button.Flow(TopicTexts.Merge, MaterialLinks.MergeTopics, seen));
        }
        return screen.Row(ToList(TopicTexts.ToList));
    }

    /// <summary>What became of a deed: why it was not done, then the topic as it is.</summary>
    internal static Screen Of(TopicResult result, string said)
    {
        var text = Html.Text(result.Refusal is { } because ? MaterialRefusalTexts.Of(because) : said);
        return result.After is { } one ? Card(one, text) : new Screen(text).Row(ToList(TopicTexts.ToList));
    }

    internal static Screen Refused(MaterialRefusal because) =>
        new Screen(Html.Text(MaterialRefusalTexts.Of(because))).Row(ToList(TopicTexts.ToList));

    private static Button On(string label, TopicDetails one, string action) =>
        Button.Card(label, MaterialLinks.Topic, one.Id.Value, action, Russian.Number(one.Version));

    private static Button ToList(string label, int page = 0, bool retired = false) =>
        Button.Card(label, MaterialLinks.Topics, 0, arg: $"{page}{(retired ? $".{OldOnes}" : "")}");
}
