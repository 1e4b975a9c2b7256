using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.Files;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Files;
using MspBot.Tests.Files.Tables;
using MspBot.Tests.Plan.Papers;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Files;

/// <summary>A file that whoever reads it fails at: tried as often as one that does not come, then given up with a word.</summary>
public sealed class PoisonedFileStories(TestCluster cluster)
{
    [Fact]
    public async Task A_file_that_breaks_its_reader_is_not_read_for_ever()
    {
        var reader = new Broken();
        await using var world = await World.Open(cluster, services => services.AddSingleton<OnFileFetched>(reader));
        var (head, _) = await world.Planned("Один");
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        await head.Sees("Пришлите таблицу плана");
        await head.SendsDocument("план.xlsx", Workbooks.Of(ImportCast.Header, ImportCast.Row("Новый")));
        await head.Sees("Файл получен.");
        foreach (var minutes in new[] { 0, 1, 2, 4, 8, 16, 32 }) await world.Pass(TimeSpan.FromMinutes(minutes));
        Assert.Equal(FetchRetries.Tries, reader.Times);
        Assert.Equal("Waiting", await world.Sql<string>("select state from stored_file"));
        await world.Pass(FetchRetries.AfterLast);
        await head.Sees("Файл не сохранился");
        await world.Pass(TimeSpan.FromHours(3));
        Assert.Equal((FetchRetries.Tries, (0, 0)), (reader.Times, await ImportCast.Stored(world)));
    }

    private sealed class Broken : OnFileFetched
    {
        internal int Times { get; private set; }

        public override Task<IReadOnlyCollection<Notice>> Stored(StoredFileId file, byte[] content, DateTimeOffset now)
        {
            Times++;
            throw new InvalidOperationException("unreadable");
        }

        public override Task Lost(StoredFileId file) => Task.CompletedTask;
    }
}
