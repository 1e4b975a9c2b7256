using Xunit;

namespace MspBot.Tests.Architecture;

/// <summary>Rooms know each other one way, and files of a room are not one tangle.</summary>
public sealed class RoomTests
{
    /// <summary>
    /// A few files that name each other are one thing in several files: a card and its flow, a form and the questions it asks. More are a
    /// tangle: the name that others open goes into the feature's Links.
    /// </summary>
    const int FilesInCycle = 5;

    static readonly Lazy<IReadOnlyList<Source>> Sources = new(() => [.. Source.All()]);

    public static TheoryData<string> Projects => ["Domain", "Data", "Host"];

    [Theory, MemberData(nameof(Projects))]
    public void Rooms_do_not_know_each_other_in_a_circle(string project) => Holds(Said(Rooms(Of(project))));

    [Theory, MemberData(nameof(Projects))]
    public void Files_that_name_each_other_in_a_circle_are_few(string project) => Holds(Said(Tangles(Of(project))));

    [Fact]
    public void A_planted_circle_of_rooms_is_found()
    {
        Source[] sources =
        [
            new("src/MspBot.Host/Seminars/Seats/Places.cs",
                "namespace MspBot.Host.Seminars.Seats; class Places { SeminarTexts? t; Change? c; }"),
            new("src/MspBot.Host/Seminars/Heads/Change.cs", "namespace MspBot.Host.Seminars.Heads; class Change { }"),
            new("src/MspBot.Host/Seminars/SeminarTexts.cs", "namespace MspBot.Host.Seminars; class SeminarTexts { }"),
        ];
        Assert.Empty(Rooms(sources));

        sources[0] = new(sources[0].Path, "namespace MspBot.Host.Seminars.Seats; class Places { Heads.Change? c; }");
        sources[1] = new(sources[1].Path,
            "using MspBot.Host.Seminars.Seats;\nnamespace MspBot.Host.Seminars.Heads; class Change { Places? places; }");
        Assert.Equal("src/MspBot.Host/Seminars/Heads, src/MspBot.Host/Seminars/Seats", Said(Rooms(sources)));
    }

    [Fact]
    public void A_planted_tangle_of_files_is_found()
    {
        var ring = Enumerable.Range(0, FilesInCycle + 1).Select(n => new Source(
            $"src/MspBot.Data/People/T{n}.cs", $"namespace MspBot.Data.People; class T{n} {{ T{(n + 1) % (FilesInCycle + 1)}? next; }}"))
            .ToList();

        Assert.Single(Tangles(ring));
        Assert.Empty(Tangles(ring[1..]));
    }

    [Fact]
    public void No_room_knows_what_puts_the_program_together() => Holds(string.Join('\n', RootKnown(Of("Host"))));

    [Fact]
    public void A_planted_use_of_the_root_is_found()
    {
        Source[] sources =
        [
            new("src/MspBot.Host/Settings.cs", "namespace MspBot.Host; class Settings { }"),
            new("src/MspBot.Host/Seminars/SeminarCard.cs", "namespace MspBot.Host.Seminars; class SeminarCard(Settings settings) { }"),
            new("src/MspBot.Host/Operations/Start.cs", "namespace MspBot.Host.Operations; class Start(Settings settings) { }"),
        ];
        Assert.Equal("src/MspBot.Host/Seminars/SeminarCard.cs: knows src/MspBot.Host/Settings.cs", Assert.Single(RootKnown(sources)));
    }

    /// <summary>Command lines of Operations start the program as its root does.</summary>
    static IEnumerable<string> RootKnown(IReadOnlyCollection<Source> sources)
    {
        var root = sources.Where(source => source.Place is null).Select(source => source.Path).ToHashSet();
        return NameGraph.Of(sources)
            .Where(file => !root.Contains(file.Key) && !file.Key.StartsWith("src/MspBot.Host/Operations/", StringComparison.Ordinal))
            .SelectMany(file => file.Value.Where(root.Contains).Select(known => $"{file.Key}: knows {known}"));
    }

    static List<HashSet<string>> Rooms(IReadOnlyCollection<Source> sources) => NameGraph.Cycles(NameGraph.Folders(sources));

    static IEnumerable<HashSet<string>> Tangles(IReadOnlyCollection<Source> sources) =>
        NameGraph.Cycles(NameGraph.Of(sources)).Where(cycle => cycle.Count > FilesInCycle);

    static List<Source> Of(string project) => [.. Sources.Value.Where(source => source.Project == project)];

    static string Said(IEnumerable<HashSet<string>> cycles) =>
        string.Join('\n', cycles.Select(cycle => string.Join(", ", cycle.Order(StringComparer.Ordinal))));

    static void Holds(string found) => Assert.True(found.Length == 0, found);
}
