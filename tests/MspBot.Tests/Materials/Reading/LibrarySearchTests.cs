using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Materials.Reading;
using MspBot.Data.Postgres;
using MspBot.Domain.Materials.Reading;
using MspBot.Domain.Spelling;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Materials.Reading;

/// <summary>What is searched, beside a plain loop; and whatever anybody may type.</summary>
public sealed class LibrarySearchTests(TestCluster cluster)
{
    private static readonly string[] Roots =
        ["дроб", "процент", "текст", "задач", "глагол", "падеж", "карт", "климат", "опыт", "слов", "школ", "ёлк", "чтени", "урок"];

    private static readonly string[] Ends = ["", "а", "ы", "ами", "ов", "ный", "ение", "ость", "у", "и"];
    private static readonly string[] Little = ["и", "на", "по", "в", "для"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_database_finds_what_a_plain_loop_finds(int seed)
    {
        await using var database = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).BuildServiceProvider();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var session = new DbSession(source);
        var random = new Random(seed);
        var (person, all) = (await Author(source), new List<(long Id, string Title, string About)>());
        for (var n = 0; n < 150; n++)
        {
            var (title, about) = (Text(random, 1, 4), Text(random, 0, 8));
            all.Add((await Add(source, person, title, about, n), title, about));
        }
        var reader = new LibraryReader(session);
        for (var n = 0; n < 120; n++)
        {
            var typed = Typed(random, all[random.Next(all.Count)].Title);
            var words = SearchWords.Of(typed);
            var expected = await Expected(source, all, words);
            var got = await All(reader, words);
            Assert.True(expected.Order().SequenceEqual(got.Order()), $"«{typed}»: {expected.Count} expected, {got.Count} found; "
                + $"{all.FirstOrDefault(one => expected.Contains(one.Id) != got.Contains(one.Id))}");
            var inTitle = await Expected(source, [.. all.Select(one => (one.Id, one.Title, ""))], words);
            Assert.True(got.Take(inTitle.Count).Order().SequenceEqual(inTitle.Order()), $"«{typed}»: titles do not come first");
        }
    }

    [Theory]
    [InlineData("дроби' | !\\ :* & (")]
    [InlineData("'; drop table material; --")]
    [InlineData("дроби:*A <-> проценты")]
    [InlineData("и на по")]
    [InlineData("в")]
    [InlineData("\"\"\" дроби")]
    [InlineData("🙂 дроби 🙂")]
    [InlineData("éàü ẞ ﬁ 漢字 ä̈ عربي")]
    [InlineData("1e5 -6 3.5 5–6")]
    public async Task Whatever_is_typed_is_searched_without_harm(string typed)
    {
        await using var database = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).BuildServiceProvider();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var session = new DbSession(source);
        await Add(source, await Author(source), "Дроби и проценты", "5–6 класс, и/или 3.5", 0);
        var found = await new LibraryReader(session).Search(SearchWords.Of(typed), 0);
        Assert.True(found.Total is 0 or 1);
        Assert.True((await new LibraryReader(session).Search(SearchWords.Of(typed), 999)).Total == found.Total);
    }

    [Theory]
    [InlineData("6", 1)]
    [InlineData("или", 1)]
    [InlineData("3", 1)]
    [InlineData("дроби на", 1)]
    [InlineData("процентами ДРОБЕЙ", 1)]
    [InlineData("проц", 1)]
    [InlineData("проц дроби", 0)]
    [InlineData("65", 0)]
    [InlineData("петрова", 1)]
    public async Task Words_are_found_as_people_type_them(string typed, int count)
    {
        await using var database = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).BuildServiceProvider();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var session = new DbSession(source);
        await Add(source, await Author(source), "Дроби и проценты", "5–6 класс, и/или 3.5", 0);
        Assert.Equal(count, (await new LibraryReader(session).Search(SearchWords.Of(typed), 0)).Total);
    }

    [Fact]
    public void What_is_kept_of_words_is_not_too_long_and_has_no_strange_signs()
    {
        Assert.Equal(200, SearchWords.Kept(new string('я', 4000)).Length);
        Assert.Equal("дроби и проценты", SearchWords.Kept("  дроби\n и\t\0проценты  "));
        Assert.Empty(SearchWords.Of("🙂 — «»!"));
        Assert.True(SearchWords.Of(string.Join(' ', Enumerable.Range(0, 90))).Count <= 20);
    }

    internal static async Task<List<long>> All(LibraryReader reader, IReadOnlyList<string> words)
    {
        var all = new List<long>();
        for (var page = 0; ; page++)
        {
            var found = await reader.Search(words, page);
            if (found.Page.Number == page) all.AddRange(found.Page.Items.Select(one => one.Id.Value));
            if (!found.Page.HasNext)
            {
                Assert.Equal(found.Total, all.Count);
                Assert.Equal(all.Count, all.Distinct().Count());
                return all;
            }
        }
    }

    /// <summary>
    /// Each word is there, as it is or in another form, or begins one if it is the last. «Опыт» has the stem «оп», «опытов» has «опыт»:
    /// words are compared with stems as well.
    /// </summary>
    private static async Task<List<long>> Expected(
        NpgsqlDataSource source, IReadOnlyList<(long Id, string Title, string About)> all, IReadOnlyList<string> words)
    {
        var stems = new Dictionary<string, string>();
        foreach (var word in all.SelectMany(one => Split($"{one.Title} {one.About} Петрова Анна")).Concat(words).Distinct())
        {
            if (!Stems.TryGetValue(word, out var stem))
            {
                await using var connection = await source.OpenConnectionAsync();
                stem = Stems[word] = await connection.QuerySingleAsync<string?>(
                    "select (ts_lexize('russian_stem', @word))[1]", new { word }) ?? "";
            }
            stems[word] = stem;
        }
        var telling = words.Index().Where(word => stems[word.Item].Length > 0).ToList();
        if (telling.Count == 0) telling = [.. words.Index()];
        return [.. all.Where(one => telling.Count > 0 && telling.TrueForAll(asked =>
            Split(one.About.Length > 0 ? $"{one.Title} {one.About} Петрова Анна" : one.Title)
                .Any(there => Has(there, asked.Item, asked.Index == words.Count - 1)))).Select(one => one.Id)];

        bool Has(string there, string word, bool isLast) => there == word || there == stems[word] || stems[there] == word
            || (stems[word].Length > 0 && stems[there] == stems[word]) || (isLast && there.StartsWith(word, StringComparison.Ordinal));
    }

    private static readonly Dictionary<string, string> Stems = [];

    private static string[] Split(string text) => Folded.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(Random random, int least, int most) => string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1))
        .Select(_ => random.Next(4) == 0 ? Little[random.Next(Little.Length)]
            : $"{Roots[random.Next(Roots.Length)]}{Ends[random.Next(Ends.Length)]}").Append($"{Roots[random.Next(Roots.Length)]}"));

    private static string Typed(Random random, string title)
    {
        var words = title.Split(' ');
        var typed = words.Skip(random.Next(words.Length)).Select(word => random.Next(3) == 0 ? word.ToUpperInvariant() : word).ToList();
        if (random.Next(3) == 0) typed.Insert(0, Text(random, 1, 1));
        if (random.Next(2) == 0 && typed[^1].Length > 2) typed[^1] = typed[^1][..random.Next(2, typed[^1].Length)];
        return string.Join(' ', typed);
    }

    internal static async Task<long> Author(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<long>("""
            with school as (
                insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'Other', '2026-11-01', '2026-11-01') returning id
            )
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 1, 'Петрова Анна', id, 'учитель', '2026-11-01', '2026-11-01' from school returning id
            """);
    }

    private static async Task<long> Add(NpgsqlDataSource source, long person, string title, string about, int minute)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<long>("""
            with one as (
                insert into material (name, kind, added_by, added_at, about, in_library, state, edition, shown_at)
                values (@title, 'Lesson', @person, '2026-11-01', @about, true, 'Shown', 1,
                    timestamptz '2026-11-01' + @minute * interval '1 minute')
                returning id
            ), first as (
                insert into material_edition (material_id, nr, url, by_person, at, accepted_at)
                select id, 1, 'https://example.org', @person, '2026-11-01', '2026-11-01' from one
            )
            select id from one
            """, new { title, person, about = about.Length == 0 ? null : about, minute });
    }
}
