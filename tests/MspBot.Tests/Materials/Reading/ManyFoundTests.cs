using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Materials.Reading;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Materials.Reading;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Materials.Reading;

/// <summary>Words that stand in more materials than anybody turns pages of, beside a plain loop.</summary>
public sealed class ManyFoundTests(TestCluster cluster)
{
    private const int Most = LibraryReader.MostFound;

    [Theory]
    [InlineData(Most, 50)]
    [InlineData(Most + 1, 50)]
    [InlineData(2 * Most, 50)]
    [InlineData((2 * Most) + 1, 50)]
    [InlineData((2 * Most) + 400, 2)]
    [InlineData((2 * Most) + 400, 1)]
    public async Task The_newest_are_listed_and_titles_come_first(int materials, int inTitleEach)
    {
        await using var database = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).BuildServiceProvider();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var session = new DbSession(source);
        var all = await Fill(source, materials, inTitleEach);
        var reader = new LibraryReader(session);
        var words = SearchWords.Of("дроби");
        var expected = all.OrderByDescending(one => one.InTitle).ThenByDescending(one => one.Id).Take(Most).ToList();
        var first = await reader.Search(words, 0);
        Assert.Equal((expected.Count, materials > Most), (first.Total, first.More));
        var got = await LibrarySearchTests.All(reader, words);
        if (materials > Most) Assert.Equal(expected.Select(one => one.Id), got);
        Assert.Equal(expected.Select(one => one.Id).Order(), got.Order());
        var titles = expected.Count(one => one.InTitle);
        Assert.Equal(expected.Take(titles).Select(one => one.Id).Order(), got.Take(titles).Order());
        var last = await reader.Search(words, Paging.Last(expected.Count));
        Assert.Equal((first.Total, first.More, false), (last.Total, last.More, last.Page.HasNext));
    }

    [Fact]
    public async Task The_reader_is_told_that_there_are_more_and_what_to_do()
    {
        await using var world = await World.Open(cluster);
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        await using var source = NpgsqlDataSource.Create(world.Database.ConnectionString);
        await Fill(source, Most, inTitleEach: 50);
        await reader.Types("/materials урок");
        await reader.Sees("По запросу «урок» — 500 разработок");
        await world.Material("Урок о глаголе");
        await reader.Types("/materials урок");
        await reader.Sees("По запросу «урок» — больше 500 разработок. Здесь новые: чтобы найти точнее, добавьте слово");
        await reader.Types("/materials урок глаг");
        await reader.Sees("По запросу «урок глаг» — 1 разработка");
    }

    /// <summary>The later they were added, the newer they are; each tenth is hidden, and not returned.</summary>
    private static async Task<List<(long Id, bool InTitle)>> Fill(NpgsqlDataSource source, int materials, int inTitleEach)
    {
        var person = await LibrarySearchTests.Author(source);
        await using var connection = await source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<(long Id, bool InTitle)>("""
            with one as (
                insert into material (name, kind, added_by, added_at, about, in_library, state, edition, shown_at)
                select case when nr % @inTitleEach = 0 then 'Дроби, урок ' else 'Урок ' end || nr, 'Lesson', @person, '2026-11-01',
                       'Дроби и проценты', true, case when n % 10 = 0 then 'Hidden' else 'Shown' end, 1,
                       timestamptz '2026-11-01' + n * interval '1 minute'
                from generate_series(1, @materials * 10 / 9 + 1) n, lateral (select n - n / 10 as nr) counted
                where nr <= @materials
                returning id, name, state
            ), first as (
                insert into material_edition (material_id, nr, url, by_person, at, accepted_at)
                select id, 1, 'https://example.org', @person, '2026-11-01', '2026-11-01' from one
            )
            select id, starts_with(name, 'Дроби') from one where state = 'Shown'
            """, new { person, materials, inTitleEach })];
    }
}
