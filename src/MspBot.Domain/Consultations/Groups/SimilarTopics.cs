using MspBot.Domain.Spelling;

namespace MspBot.Domain.Consultations.Groups;

/// <summary>What somebody asks about, as it is compared: its words without case, «ё», punctuation and what says nothing.</summary>
public sealed class AskedTopic
{
    private static readonly HashSet<string> SayNothing =
        ["для", "как", "при", "что", "это", "над", "под", "или", "без", "про", "все", "они", "его", "мне", "нам", "нас", "вас", "вам",
            "мой", "чем", "так"];

    private readonly string[] words;

    public AskedTopic(string topic, string? subject) => (words, Subject) = (Words(topic), subject);

    public string? Subject { get; }

    /// <summary>The same subject, and at least half of the longer one's words have their like in the other.</summary>
    public bool IsLike(AskedTopic other)
    {
        if (Subject != other.Subject || words.Length == 0 || other.words.Length == 0) return false;
        var shared = Math.Min(SharedWith(other), other.SharedWith(this));
        return 2 * shared >= Math.Max(words.Length, other.words.Length);
    }

    private int SharedWith(AskedTopic other) => words.Count(word => Array.Exists(other.words, theirs => SameStem(word, theirs)));

    /// <summary>«грамотность» and «грамотности»: all but an ending is the same. Short words have none.</summary>
    private static bool SameStem(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        if (shorter < 4) return one == other;
        return one.AsSpan().CommonPrefixLength(other) >= Math.Max(4, shorter - 2);
    }

    private static string[] Words(string topic)
    {
        var letters = Folded.Of(topic).Select(c => char.IsLetterOrDigit(c) ? c : ' ').ToArray();
        return [.. new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2 && !SayNothing.Contains(w))
            .Distinct()];
    }
}

/// <summary>Which requests could be one meeting.</summary>
public static class SimilarTopics
{
    /// <summary>With so many of one kind a group is suggested.</summary>
    public const int Enough = 3;

    /// <summary>Those that are like the one given, in their order.</summary>
    public static IReadOnlyList<T> Like<T>(AskedTopic topic, IEnumerable<T> requests, Func<T, AskedTopic> of) =>
        [.. requests.Where(r => topic.IsLike(of(r)))];

    /// <summary>Sets of similar requests, the largest first; no request is in two of them.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Sets<T>(IReadOnlyList<T> requests, Func<T, AskedTopic> of)
    {
        var topics = requests.Select(of).ToList();
        var alike = topics.Select(one => Enumerable.Range(0, topics.Count).Where(n => one.IsLike(topics[n])).ToList()).ToList();
        var (taken, sets) = (new HashSet<int>(), new List<IReadOnlyList<T>>());
        while (true)
        {
            var most = alike.Where((_, n) => !taken.Contains(n)).Select(set => set.Where(n => !taken.Contains(n)).ToList())
                .MaxBy(set => set.Count) ?? [];
            if (most.Count < Enough) return sets;
            taken.UnionWith(most);
            sets.Add([.. most.Select(n => requests[n])]);
        }
    }
}
