using System.Text;
using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Events;

/// <summary>
/// Events that typed words name: coming ones, and of what is over those that the reader led or had a seat in. The number of the row is the
/// page, the argument the words, as many as a button carries.
/// </summary>
internal sealed class FoundCard(SeminarReader reader, SeminarList list) : Card
{
    internal const string Name = "fnd";

    /// <summary>Of the 64 bytes of a button, what card, page and action leave.</summary>
    private const int MostBytes = 46;

    public override string Key => Name;

    public override Access Access => Access.NoRow("the number is a page of what is published, or the speaker's own");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => await Find(turn, id, arg) ?? Nothing(arg);

    /// <summary>Null: nothing is found.</summary>
    internal async Task<Screen?> Find(Turn turn, long page, string words)
    {
        var found = await Pager.Read(Pager.Number(page), number =>
            reader.Found(words, turn.Person, SeminarAccess.IsHead(turn.Speaker), turn.Now, number));
        if (found.Items.Count == 0) return null;
        // What is kept of the words finds all that the words do, so no page leaves anything out.
        return list.Rows(new Screen(Html.Paragraphs(ListTexts.FoundBy(words), list.Text(found.Items, turn.Now))), found, Name, Kept(words))
            .Row(Button.Command(ListTexts.Events, "events"), EngineTexts.ToMenu);
    }

    private static Screen Nothing(string words) => new Screen(ListTexts.NothingFound(words))
        .Row(Button.Command(ListTexts.Events, "events"), EngineTexts.ToMenu);

    /// <summary>The first words that fit.</summary>
    private static string Kept(string words)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MostBytes) break;
            kept.Append(rune);
        }
        return kept.ToString().Trim();
    }
}

/// <summary>A message outside any form that names an event.</summary>
internal sealed class SeminarSearch(FoundCard card) : WordsFinder
{
    public override Task<Screen?> Find(Turn turn, string words) => card.Find(turn, 0, words);
}
