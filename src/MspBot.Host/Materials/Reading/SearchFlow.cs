using MspBot.Data.Materials.Reading;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Materials.Reading;
using MspBot.Domain.Notices;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>«Найти»: words, then what they find.</summary>
internal sealed class SearchFlow : Flow
{
    public override string Key => MaterialLinks.Search;

    public override Access Access => Access.NoRow("words are searched among what is shown to all");

    public override string Title => LibraryTexts.Find;

    public override string Unfinished => LibraryTexts.Searching;

    public override async Task<Outcome> Talk(Dialog ask) => Do(new SearchMaterials(await ask.Text("words", LibraryTexts.What,
        SearchWords.Longest, words => SearchWords.Of(words).Count > 0
            ? new Parsed<string>.Good(words, words) : new Parsed<string>.Bad(LibraryTexts.NoWords))));
}

/// <summary>What is to be found.</summary>
internal sealed record SearchMaterials(string Words);

internal sealed class SearchMaterialsHandler(Searching searching) : Handler<SearchMaterials>
{
    public override async Task<Done> Handle(SearchMaterials command, Turn turn) =>
        new Done.With(await searching.Find(turn, command.Words));
}

/// <summary>Searches, and notes what is looked for in vain.</summary>
internal sealed class Searching(FoundScreens screens, LibraryReader reader, SearchStore searches, WishStore wishes, SiteZone zone)
{
    /// <param name="turn">Who asks.</param>
    /// <param name="typed">With a word in it.</param>
    internal async Task<Screen> Find(Turn turn, string typed)
    {
        var words = SearchWords.Kept(typed);
        var search = await searches.Keep(turn.Person, words, turn.Now);
        var found = await reader.Search(SearchWords.Of(words), 0);
        if (found.Total == 0) await wishes.Note(turn.Person, words, zone.DayOf(turn.Now), turn.Now);
        return await screens.Of(FoundList.Words, search, words, found);
    }
}

/// <summary>Tells the heads what is asked for: once a day and words.</summary>
internal sealed class WishNews(PersonReader people, WishStore wishes, QuietHours quiet, SiteZone zone)
{
    internal async Task Tell(Turn turn, string words)
    {
        if (await wishes.Of(words, turn.Now) is not { } wish) return;
        var screen = new Screen(LibraryTexts.Wished(wish)).Row(Button.Card(LibraryTexts.Wishes, MaterialLinks.Wishes, 0));
        turn.TellOthers((await people.HeadChats()).Select(chat => new Notice(chat, screen,
            NoticeKey.MaterialWished(zone.DayOf(turn.Now), Folded.Of(words), chat), quiet.NotBefore(turn.Now))));
    }
}
