using MspBot.Data.Materials.Reading;
using MspBot.Data.Materials.Topics;
using MspBot.Domain.Materials;
using MspBot.Domain.Materials.Reading;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>Lists of materials, a page at a time. A button names the list, its number and the page.</summary>
internal sealed class FoundScreens(LibraryReader reader, SearchStore searches, TopicReader topics)
{
    internal const string Ask = "ask";
    private const int NearTopics = 4;

    internal static Button To(string label, FoundList list, long number = 0, int page = 0) =>
        Button.Card(label, MaterialLinks.Found, number, arg: $"{list}.{page}");

    internal async Task<Screen> Of(PersonId person, FoundList list, long number, int page, Html before = default)
    {
        if (await Name(person, list, number) is not { } name)
        {
            return list == FoundList.Words
                ? new Screen(Html.Text(LibraryTexts.SearchForgotten)).Row(Button.Flow(LibraryTexts.Find, MaterialLinks.Search), ToLibrary)
                : new Screen(list == FoundList.Topic ? Html.Text(MaterialRefusalTexts.Of(MaterialRefusal.NoSuchTopic))
                    : LibraryTexts.Empty(list, "")).Row(ToLibrary);
        }
        return await Of(list, number, name, await Read(person, list, number, name, page), before);
    }

    /// <summary>A page that was read already.</summary>
    internal async Task<Screen> Of(FoundList list, long number, string name, FoundPage found, Html before = default)
    {
        if (found.Total == 0) return await Nothing(list, number, name, before);
        var title = LibraryTexts.Title(list, name, found.Total, found.More);
        return new Screen(Html.Paragraphs(before, LibraryTexts.List(title, found.Page.Items)))
            .Page(found.Page, one => Button.Card(ButtonRows.Titled("", one.Name), MaterialLinks.Material, one.Id.Value),
                (label, to) => To(label, list, number, to))
            .Row(list == FoundList.Words ? Button.Flow(LibraryTexts.FindAgain, MaterialLinks.Search)
                : list == FoundList.Topic ? Button.Card(LibraryTexts.Topics, MaterialLinks.ByTopic, 0)
                : list == FoundList.Subject ? Button.Card(LibraryTexts.BySubject, MaterialLinks.BySubject, 0) : null, ToLibrary);
    }

    private static Button ToLibrary => Button.Command(LibraryTexts.ToLibrary, MaterialLinks.Materials);

    private async Task<Screen> Nothing(FoundList list, long number, string name, Html before)
    {
        // Whoever has asked is not told to ask.
        var screen = new Screen(before.IsEmpty ? LibraryTexts.Empty(list, name) : before);
        if (list == FoundList.Words)
        {
            var all = await reader.Topics();
            foreach (var near in WordSearch.Among(name, [.. all.Select(topic => topic.Name)]).Items.Take(NearTopics).Select(n => all[n]))
                screen = screen.Row(To(ButtonRows.Titled("", near.Name), FoundList.Topic, near.Id));
            screen = screen
                .Row(before.IsEmpty ? Button.Card(LibraryTexts.AskForIt, MaterialLinks.Found, number, Ask, $"{list}.0") : null)
                .Row(Button.Flow(LibraryTexts.FindAgain, MaterialLinks.Search),
                    all.Count > 0 ? Button.Card(LibraryTexts.Topics, MaterialLinks.ByTopic, 0) : null);
        }
        return screen.Row(ToLibrary, EngineTexts.ToMenu);
    }

    /// <summary>What the list is called; null: there is none.</summary>
    private async Task<string?> Name(PersonId person, FoundList list, long number) => list switch
    {
        FoundList.Words => await searches.Words(number, person),
        FoundList.Topic => (await topics.Present(new(number)))?.Name,
        FoundList.Subject => (await reader.Subjects()).FirstOrDefault(one => SubjectNumber.Of(one.Name) == number)?.Name,
        FoundList.Newest or FoundList.Mine => "",
    };

    private async Task<FoundPage> Read(PersonId person, FoundList list, long number, string name, int page) => list switch
    {
        FoundList.Words => await reader.Search(SearchWords.Of(name), page),
        FoundList.Topic => await reader.OfTopic((await topics.Present(new(number)))!.Id, page),
        FoundList.Subject => await reader.OfSubject(name, page),
        FoundList.Newest => await reader.Newest(page),
        FoundList.Mine => await reader.Mine(person, page),
    };
}
