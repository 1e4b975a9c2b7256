using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Materials;
using MspBot.Data.Materials.Reading;
using MspBot.Data.Materials.Topics;
using MspBot.Domain;
using MspBot.Domain.Materials.Reading;

namespace MspBot.Benchmarks.Library;

/// <summary>«library»: 10,000 materials: what each list, a search and a card ask of the database, with the plans.</summary>
internal static class LibraryBench
{
    internal const string Argument = "library";

    private const double TargetMs = 20;
    private const int Rounds = 5;
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 9, 0, 0, TimeSpan.Zero);

    internal static async Task<int> Run()
    {
        await using var crowd = await CrowdedDatabase.Set(services => services.AddScoped<LibraryReader>().AddScoped<MaterialReader>()
            .AddScoped<TopicReader>().AddScoped<WishStore>(), LibraryCrowd.Fill);
        var reached = true;
        string[] searches =
            ["дроби", "урок дроб", "читательская грамотн", "кузнецова проценты", "материал", "класс", "м", "логопедия"];
        foreach (var typed in searches)
        {
            var words = SearchWords.Of(typed);
            (string, object)[] named = [("words", words.ToArray()), ("most", LibraryReader.MostFound)];
            reached &= await Measure(crowd, $"search «{typed}»", () => crowd.Read<LibraryReader>(reader => reader.Search(words, 0)), named);
            reached &= await Measure(crowd, $"its 30th page, or the first", () => crowd.Read<LibraryReader>(
                reader => reader.Search(words, 29)), [.. named, ("skip", Paging.Skip(29))]);
        }
        reached &= await Measure(crowd, "a topic's", () => crowd.Read<LibraryReader>(r => r.OfTopic(new(7), 0)), [("topic", 7L)]);
        reached &= await Measure(crowd, "a subject's", () => crowd.Read<LibraryReader>(r => r.OfSubject("Физика", 0)),
            [("subject", "Физика")]);
        reached &= await Measure(crowd, "the newest", () => crowd.Read<LibraryReader>(r => r.Newest(0)), []);
        reached &= await Measure(crowd, "one's own", () => crowd.Read<LibraryReader>(r => r.Mine(new(7), 0)), [("person", 7L)]);
        reached &= await Measure(crowd, "/materials", () => crowd.Read<LibraryReader>(r => r.Count()), []);
        reached &= await Measure(crowd, "«Темы», to choose from", () => crowd.Read<LibraryReader>(r => r.Topics()), []);
        reached &= await Measure(crowd, "«По предмету», to choose from", () => crowd.Read<LibraryReader>(r => r.Subjects()), []);
        reached &= await Measure(crowd, "a material", () => crowd.Read<MaterialReader>(r => r.Find(new(7))), [("id", 7L)]);
        reached &= await Measure(crowd, "the heads' list of topics", () => crowd.Read<TopicReader>(r => r.Listed()), []);
        reached &= await Measure(crowd, "what was looked for in vain", () => crowd.Read<WishStore>(r => r.Page(0, Now)),
            [("since", Now.AddDays(-90).UtcDateTime)]);
        return reached ? 0 : 1;
    }

    private static async Task<bool> Measure(
        CrowdedDatabase crowd, string what, Func<Task> ask, IReadOnlyList<(string Name, object Value)> named)
    {
        var parameters = new Dictionary<string, object> { ["take"] = Paging.Size, ["skip"] = 0 };
        foreach (var (name, value) in named) parameters[name] = value;
        if (what == "what was looked for in vain") parameters["take"] = Paging.Take;
        // Asked for a page that is not there, the first is asked for as well: the statement is the same.
        var statements = (await Statements.Of(ask)).Distinct().ToList();
        var (best, plans) = (double.MaxValue, "");
        for (var n = 0; n < Rounds; n++)
        {
            var round = await crowd.Explain(statements, parameters);
            if (round.Milliseconds < best) (best, plans) = round;
        }
        Console.WriteLine($"== {what}\n{plans}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {best:0.00} ms of database time in {statements.Count} statements (target {TargetMs} ms)\n"));
        return best < TargetMs;
    }
}
