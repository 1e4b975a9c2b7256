using MspBot.Sandbox;
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
    public async Task Whoever_replaces_and_whoever_takes_at_once_agree_on_which_edition_was_given()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        var id = await world.Material("Проценты", file: [1, 2, 3]);
        var readers = new List<Visitor>();
        foreach (var chat in Enumerable.Range(730, 6))
        {
            readers.Add((await world.ReaderOfLibrary(chat)).StartedEarlier());
            await readers[^1].OpensMaterial(id);
            await readers[^1].SeesButton("Скачать");
        }
        await anna.Replaces(id, 1, [4, 5, 6]);
        await anna.Sees("Проверим его");
        await world.Idle();
        await Task.WhenAll([
            .. readers.Take(3).Select(one => one.Taps("Скачать")), world.RunJobs(), .. readers.Skip(3).Select(one => one.Taps("Скачать"))]);
        await world.Idle();
        await world.RunJobs();
        Assert.Equal("Shown v3 e2", await world.StateOf(id));
        await world.Pass(TimeSpan.FromHours(24));
        await world.RunJobs();
        foreach (var one in readers)
        {
            var edition = await world.Sql<int>($"""
                select t.edition from material_taken t join person p on p.id = t.person_id where p.chat_id = {one.Id}
                """);
            Assert.Equal(edition == 1 ? 1 : 4, Assert.Single(one.Chat, m => m.File is not null).File!.Bytes.Span[0]);
            Assert.Equal(edition == 1 ? 1 : 0, one.Chat.Count(m => m.Text.Contains("новая редакция", StringComparison.Ordinal)));
        }
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
