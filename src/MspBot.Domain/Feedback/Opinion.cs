using MspBot.Domain.Spelling;

namespace MspBot.Domain.Feedback;

/// <summary>One filing as it comes into a view.</summary>
/// <param name="Author">Tells authors of one view apart, and means nothing else.</param>
/// <param name="Marks">What they gave.</param>
/// <param name="WillUse">What they take with them.</param>
/// <param name="WasMissing">What they missed.</param>
/// <param name="Name">Of those who chose to show it.</param>
/// <param name="Applied">What they said two weeks later.</param>
public sealed record Opinion(
    int Author, Marks Marks, string? WillUse = null, string? WasMissing = null, string? Name = null, Applied? Applied = null);

/// <summary>A written comment, with its author's name if the author chose to show it to this reader.</summary>
public sealed record WrittenComment(string Text, string? Name);

/// <summary>What a reader is shown.</summary>
public abstract record Overview
{
    /// <summary>Fewer than three people: no number, no word.</summary>
    public sealed record TooFew : Overview;

    /// <param name="Ratings">How many gave 1, 2, … 5.</param>
    /// <param name="Usefulness">How many gave 1, 2, … 5.</param>
    /// <param name="WillUse">By the alphabet: an order that gives no author and no time away.</param>
    /// <param name="WasMissing">The same, so that two texts of one author are not seen to belong together.</param>
    /// <param name="Applied">Null while fewer than three people have said.</param>
    public sealed record Open(
        IReadOnlyList<int> Ratings, IReadOnlyList<int> Usefulness, IReadOnlyList<WrittenComment> WillUse,
        IReadOnlyList<WrittenComment> WasMissing,
        IReadOnlyDictionary<Applied, int>? Applied) : Overview
    {
        public int Answers => Ratings.Sum();
    }
}

/// <summary>The rule of three: what can be shown without identifying anybody who stayed anonymous.</summary>
public static class Anonymity
{
    public const int MinPeople = 3;

    /// <param name="opinions">All that have come in, in whatever order.</param>
    /// <param name="namesShown">Whether this reader is one to whom authors show their names.</param>
    public static Overview Look(IReadOnlyCollection<Opinion> opinions, bool namesShown)
    {
        if (People(opinions) < MinPeople) return new Overview.TooFew();
        var names = namesShown && NamesLeaveOthersUnknown(opinions);
        var said = opinions.Where(o => o.Applied is not null).ToList();
        return new Overview.Open(
            Distribution(opinions, o => o.Marks.Rating), Distribution(opinions, o => o.Marks.Usefulness),
            Words(opinions, o => o.WillUse, names), Words(opinions, o => o.WasMissing, names),
            People(said) < MinPeople ? null : Enum.GetValues<Applied>().ToDictionary(a => a, a => said.Count(o => o.Applied == a)));
    }

    /// <summary>
    /// What of the answers that wait comes in now: new ones when they are of three people or more, changed ones together with them or when
    /// they are of three people as well. Whoever looks before and after sees no single answer. Only answers are counted: who came is
    /// noted by those who read, and certificates say who has filed by when, so no count of those present and no day unlocks the last two.
    /// </summary>
    /// <param name="waiting">About one seminar, or of one tutor.</param>
    /// <param name="isNew">Whether no one has seen it in any form.</param>
    /// <param name="author">Whose it is.</param>
    public static IReadOnlyList<T> TakenIn<T, TAuthor>(IReadOnlyList<T> waiting, Func<T, bool> isNew, Func<T, TAuthor> author)
    {
        if (waiting.Where(isNew).Select(author).Distinct().Count() >= MinPeople) return waiting;
        var changed = waiting.Where(one => !isNew(one)).ToList();
        return changed.Select(author).Distinct().Count() >= MinPeople ? changed : [];
    }

    public static int People(IEnumerable<Opinion> opinions) => opinions.Select(o => o.Author).Distinct().Count();

    /// <summary>
    /// With the names of two of three on the screen, the third would be known as well: three at least must have stayed unnamed.
    /// </summary>
    private static bool NamesLeaveOthersUnknown(IReadOnlyCollection<Opinion> opinions) =>
        People(opinions.Where(o => o.Name is null)) is 0 or >= MinPeople;

    private static int[] Distribution(IEnumerable<Opinion> opinions, Func<Opinion, int> mark)
    {
        var counts = new int[Marks.Best];
        foreach (var opinion in opinions) counts[mark(opinion) - 1]++;
        return counts;
    }

    private static WrittenComment[] Words(IEnumerable<Opinion> opinions, Func<Opinion, string?> text, bool names) =>
    [
        .. opinions.Where(o => text(o) is not null).Select(o => new WrittenComment(text(o)!, names ? o.Name : null))
            .OrderBy(s => s.Text, Alphabet.Order).ThenBy(s => s.Name, Alphabet.Order),
    ];
}
