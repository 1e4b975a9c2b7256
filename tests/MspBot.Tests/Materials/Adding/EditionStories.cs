using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Materials.Adding;

/// <summary>A new edition replaces the old one after its check; who has the old one hears of it on a working morning, once.</summary>
public sealed class EditionStories(TestCluster cluster)
{
    [Fact]
    public async Task Who_took_the_old_edition_hears_of_the_new_one_in_the_morning_once()
    {
        await using var world = await World.Open(cluster);
        var (anna, maria) = (await world.AuthorOfLibrary(), (await world.ReaderOfLibrary()).StartedEarlier());
        var id = await world.Material("Проценты", file: [1, 2, 3]);
        await world.Taken(id, maria);
        await world.Taken(id, anna);
        await anna.Opens($"n:material-replace:{id.Value}.1");
        await anna.SendsDocument("Проценты 2.pptx", [4, 5, 6]);
        await anna.Taps("Заменить файл");
        await anna.Sees("Проверим его, и он заменит прежний.");
        Assert.Equal("Shown v2 e1", await world.StateOf(id));
        await world.RunJobs();
        await anna.Sees("✅ Новый файл разработки «Проценты» в библиотеке.");
        Assert.Equal("Shown v3 e2", await world.StateOf(id));
        Assert.DoesNotContain(maria.Chat, m => m.Text.Contains("новая редакция", StringComparison.Ordinal));

        await world.Pass(TimeSpan.FromHours(24));
        await maria.Sees("Вышла новая редакция разработки «Проценты», которую вы скачали.");
        await world.Pass(TimeSpan.FromHours(24));
        Assert.Single(maria.Chat, m => m.Text.Contains("новая редакция", StringComparison.Ordinal));
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("новая редакция", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_older_file_that_comes_late_does_not_replace_a_newer_one()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        var id = await world.Material("Проценты", file: [1, 2, 3]);
        foreach (var (version, bytes) in new[] { (1, (byte)4), (2, (byte)5) })
        {
            await anna.Opens($"n:material-replace:{id.Value}.{version}");
            await anna.SendsDocument("Проценты.pptx", [bytes]);
            await anna.Taps("Заменить файл");
            await anna.Sees("Проверим его");
            await world.Idle();
        }
        await world.Sql<int>($"""
            update stored_file set next_try_at = {world.Now} + interval '5 minutes'
            where id = (select file_id from material_edition where nr = 2)
            """);
        await world.RunJobs();
        Assert.Equal("Shown v4 e3", await world.StateOf(id));
        await world.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal("Shown v4 e3", await world.StateOf(id));
    }

    [Fact]
    public async Task The_bytes_of_an_old_edition_go_after_a_year()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        var id = await world.Material("Проценты", file: [1, 2, 3]);
        await anna.Opens($"n:material-replace:{id.Value}.1");
        await anna.Types("https://disk.yandex.ru/i/new");
        await anna.Taps("Заменить файл");
        await anna.Sees("✅ Ссылка разработки «Проценты» заменена.");
        await world.Pass(TimeSpan.FromDays(364));
        Assert.Equal(1, await world.Sql<int>("select count(*) from stored_file"));
        await world.Pass(TimeSpan.FromDays(2));
        Assert.Equal(0, await world.Sql<int>("select count(*) from stored_file"));
        Assert.Equal("t,f", await world.Sql<string>(
            "select string_agg((dropped_at is not null)::text, ',' order by nr) from material_edition") is { } said
            ? said.Replace("true", "t", StringComparison.Ordinal).Replace("false", "f", StringComparison.Ordinal) : null);
    }
}
