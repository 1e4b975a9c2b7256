using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Files;
using MspBot.Domain.Files;
using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Conversations.Dialogs;
using MspBot.Tests.Conversations.Jobs;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Files;

/// <summary>A file that is handed in: checked when it comes, fetched by a job, given up kindly.</summary>
public sealed class UploadStories(TestCluster cluster)
{
    private readonly HandInLog log = HandInLog.Of(10);

    [Fact]
    public async Task What_cannot_be_taken_is_said_with_what_is_kept()
    {
        await using var world = await cluster.HandIn(log);
        var anna = await world.AtTheFile();
        Assert.Contains("docx, pdf или jpg, до 20 МБ", await anna.Sees("Пришлите отчёт"), StringComparison.Ordinal);
        await anna.SendsDocument("план.xls", [1]);
        await anna.Sees("Это xls, а нужен docx, pdf или jpg. Пришлите другой файл. Ответы выше сохранены.");
        await anna.SendsDocument("план.pdf", []);
        await anna.Sees("В этом файле ничего нет.");
        await anna.SendsDocument("план.pdf", new byte[FileRule.MostBytes + 1]);
        await anna.Sees("Файл слишком большой: 20,1 МБ, а можно до 20 МБ.");
        await anna.SendsSticker();
        await anna.Sees("Пришлите файл: docx, pdf или jpg.");
        await anna.Types("вот он");
        await anna.Sees("Пришлите файл: docx, pdf или jpg.");
        await anna.SendsDocument("план.docx", new byte[1_300_000]);
        var summary = await anna.Sees("Всё верно?");
        Assert.Contains("Сдали: 41 из 63 (65 %)\nФайл: план.docx (1,3 МБ)", summary, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_bytes_come_after_the_turn_and_once()
    {
        await using var world = await cluster.HandIn(log);
        var bytes = Enumerable.Range(0, (int)FileRule.MostBytes).Select(n => (byte)(n * 31)).ToArray();
        await HandsIn(world, bytes);
        Assert.Equal("Waiting", await world.Sql<string>("select state from stored_file"));

        await world.RunJobs();
        await world.RunJobs();

        var file = await File(world);
        Assert.Equal((StoredFileState.Stored, bytes.Length, "план.docx"), (file.State, file.Size, file.Name));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(bytes), file.Sha256);
        Assert.Single(world.Telegram.Journal.Of("getFile"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from stored_file where chat_id is not null"));
    }

    [Fact]
    public async Task A_picture_is_a_file_too()
    {
        await using var world = await cluster.HandIn(log);
        var anna = await world.AtTheFile();
        await anna.SendsPhoto();
        await anna.Taps("Всё верно");
        await anna.Sees("Готово, отчёт принят");
        await world.RunJobs();
        var file = await File(world);
        Assert.Equal((StoredFileState.Stored, "Файл.jpg", "image/jpeg"), (file.State, file.Name, file.MediaType));
    }

    [Fact]
    public async Task Trouble_of_the_messenger_is_waited_out()
    {
        await using var world = await cluster.HandIn(log);
        await HandsIn(world, [1, 2, 3]);
        world.Telegram.Faults.Next("getFile", Fault.ServerError);
        world.Telegram.Faults.Next("getFile", Fault.TooManyRequests(5));
        world.Telegram.Faults.Next("getFile", Fault.Reset);
        foreach (var minutes in new[] { 0, 1, 2 })
        {
            await world.Pass(TimeSpan.FromMinutes(minutes));
            Assert.Equal(StoredFileState.Waiting, (await File(world)).State);
        }
        await world.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal("Waiting", await world.Sql<string>("select state from stored_file"));
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(StoredFileState.Stored, (await File(world)).State);
    }

    [Fact]
    public async Task A_file_that_never_comes_is_given_up_with_a_word_once()
    {
        await using var world = await cluster.HandIn(log);
        var anna = await HandsIn(world, [1, 2, 3]);
        world.Telegram.Faults.Next("getFile", Fault.ServerError, times: FetchRetries.Tries);
        await world.PassInSteps(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));
        await anna.Sees("Не получилось загрузить «план.docx». Остальное сохранено. Откройте ту же форму и приложите файл ещё раз.");
        Assert.Equal(FetchRetries.Tries, world.Telegram.Journal.Of("getFile").Count);
        await world.RunJobs();
        Assert.Equal(1, anna.Chat.Count(m => m.Text.Contains("Файл не сохранился", StringComparison.Ordinal)));
        Assert.Equal(StoredFileState.Lost, (await File(world)).State);
    }

    [Fact]
    public async Task A_reference_that_the_messenger_does_not_know_is_given_up_at_once_and_keeps_no_other_waiting()
    {
        await using var world = await cluster.HandIn(log);
        var anna = await HandsIn(world, [1, 2, 3]);
        await world.Sql<int>("update stored_file set reference = 'Document:?'");
        await HandsIn(world, [4, 5], 2);
        await world.RunJobs();
        await anna.Sees("Файл не сохранился");
        Assert.Equal("Lost,Stored", await world.Sql<string>("select string_agg(state, ',' order by id) from stored_file"));
    }

    [Fact]
    public async Task Two_runs_at_once_store_a_file_once_and_one_that_cannot_be_written_keeps_no_other_waiting()
    {
        await using var world = await cluster.HandIn(log);
        await HandsIn(world, [1, 2, 3]);
        await HandsIn(world, [4, 5], 2);
        await world.Poison("stored_file", "id", await world.Sql<long>("select min(id) from stored_file"));
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => DueJobs.RunAll(world.Bot.Web.Services)));
        Assert.Equal("Waiting,Stored", await world.Sql<string>("select string_agg(state, ',' order by id) from stored_file"));

        await world.Heal("stored_file");
        await world.RunJobs();
        Assert.Equal("Stored,Stored", await world.Sql<string>("select string_agg(state, ',' order by id) from stored_file"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_file_cannot_be_half_stored_nor_larger_than_was_allowed()
    {
        await using var world = await cluster.HandIn(log);
        await HandsIn(world, [1]);
        foreach (var broken in new[] { "state = 'Stored'", "content = '\\x01'", "state = 'Lost'", "most_bytes = 20971521" })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => world.Sql<int>($"update stored_file set {broken}"));
    }

    private static async Task<Visitor> HandsIn(World world, byte[] bytes, long id = 1)
    {
        var anna = await world.AtTheFile(id);
        await anna.SendsDocument("план.docx", bytes);
        await anna.Taps("Всё верно");
        await anna.Sees("Готово, отчёт принят");
        await world.Idle();
        return anna;
    }

    private static async Task<Data.Files.StoredFile> File(World world)
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<StoredFileStore>();
        return (await files.Find(new(await world.Sql<long>("select max(id) from stored_file"))))!;
    }
}
