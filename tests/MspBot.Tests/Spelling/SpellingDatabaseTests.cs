using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Domain.Spelling;
using MspBot.Tests.Postgres;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Spelling;

/// <summary>The database folds and orders as the domain does, also where its locale knows no Russian.</summary>
public sealed partial class SpellingDatabaseTests(TestCluster cluster)
{
    private const string Letters = "аеёжАЕЁЖяЯйЙіҚAzZéÉŠ059-–№«»“”\"'’ \u00A0.,";

    [Theory]
    [InlineData("C.UTF-8")]
    [InlineData("C")]
    public async Task It_agrees_with_the_domain_on_every_character_and_on_random_words(string locale)
    {
        await using var database = await cluster.CreateEmptyAsync(locale);
        await Migrator.Apply(database.ConnectionString, NullLogger.Instance);

        // Composed, as all that is stored; numbers that are no characters are in no stored text.
        var words = Enumerable.Range(1, 0xFFFF).Where(c => c is < 0xD800 or > 0xDFFF)
            .Select(c => Folded.Composed($"а{(char)c}б")).Concat(Words(Gen.String[Gen.Char[Letters], 0, 12], 2_000)).ToArray();
        var folded = await Column<string>(database, "select folded(w) from unnest($1) with ordinality as u(w, nr) order by nr", words);
        Assert.Equal(words.Select(Folded.Of), folded);

        var names = Words(Gen.String[Gen.Char[Letters], 1, 8], 1_000).Distinct().ToArray();
        var ordered = await Column<string>(database, "select w from unnest($1) as u(w) order by alphabetical(w), w collate \"C\"", names);
        Assert.Equal(names.Order(Alphabet.Order), ordered);
    }

    [Fact]
    public async Task Schools_that_were_named_twice_before_stay_and_the_one_in_the_list_is_found()
    {
        await using var database = await cluster.CreateEmptyAsync();
        await Migrator.Apply(database.ConnectionString, [.. Migration.Embedded.Where(m => string.CompareOrdinal(m.Name, "0024") < 0)],
            NullLogger.Instance);
        await Query.ScalarAsync(database.ConnectionString, """
            insert into school (name, kind, confirmed_at, created_at) values
                ('Школа №2', 'Other', null, '2026-11-01'), ('Школа № 2', 'Other', '2026-11-02', '2026-11-02'),
                    ('школа  № 2', 'Other', '2026-11-03', '2026-11-03'),
                ('Берёзовская', 'Other', '2026-11-01', '2026-11-01')
            """);

        await Migrator.Apply(database.ConnectionString, NullLogger.Instance);

        Assert.Equal(["Берёзовская", "Школа № 2"],
            (await Column<string>(database, "select name from school where not twin", [])).Order(Alphabet.Order));
        Assert.Equal(4L, await Query.ScalarAsync(database.ConnectionString, "select count(*) from school"));
    }

    [Fact]
    public void Whatever_is_listed_by_name_is_in_the_order_of_the_alphabet()
    {
        var clauses = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "MspBot.Data"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Order().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), By: m.Value))).ToList();
        Assert.True(clauses.Count(c => c.By.Contains("alphabetical(", StringComparison.Ordinal)) > 10, "the clauses were not found");
        Assert.DoesNotContain(clauses, c => Name().IsMatch(Alphabetical().Replace(c.By, "")));
    }

    /// <summary>To the end of its line, and of the next one after a comma.</summary>
    [GeneratedRegex(@"order by (?:[^\n]*,\s*\n)*[^\n]*")]
    private static partial Regex Order();

    [GeneratedRegex(@"alphabetical\((?:\([^)]*\)|[^)])*\)")]
    private static partial Regex Alphabetical();

    [GeneratedRegex(@"\b(?:full_name|name|title|topic)\b")]
    private static partial Regex Name();

    private static IEnumerable<string> Words(Gen<string> words, int count) => words.Array[count].Single().Select(Folded.Composed);

    private static async Task<List<T>> Column<T>(TestDatabase database, string sql, string[] words)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        if (words.Length > 0) command.Parameters.Add(new() { Value = words });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }
}
