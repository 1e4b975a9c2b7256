using System.Diagnostics;
using MspBot.Data.Files;
using MspBot.Domain.Files;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Files;

/// <summary>
/// Each minute: fetches the bytes of files that were handed in, one after the other, so that one at a time is in memory. The try is counted
/// and committed first, then the download runs outside any transaction. Safe to run twice.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class FetchFilesJob(
    StoredFileStore files, FileFetcher fetcher, FileGate gate, IEnumerable<OnFileFetched> listeners, JobItems items, TransactionEnd end,
    TimeProvider time) : IJob
{
    private const int AtOnce = 20;

    /// <summary>No download begins later in a run: a run that does not end looks like a scheduler that has stopped.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var began = Stopwatch.GetTimestamp();
        await items.Each(
            "files to fetch",
            () => files.Waiting(time.GetUtcNow(), AtOnce),
            async some => Stopwatch.GetElapsedTime(began) < Longest ? await Fetch(some[0], cancellationToken) : [],
            atOnce: 1);
    }

    private async Task<IReadOnlyCollection<Notice>> Fetch(WaitingFile file, CancellationToken cancel)
    {
        // Every try has failed, and the last one has not even said so.
        if (file.Failures >= FetchRetries.Tries) return await GiveUp(file);
        var pause = FetchRetries.PauseAfter(file.Failures + 1);
        if (!await files.Try(file.Id, file.Failures, time.GetUtcNow() + (pause ?? FetchRetries.AfterLast))) return [];
        await end.Commit(cancel: cancel);
        using var held = await gate.Enter(cancel);
        switch (await fetcher.Fetch(file.Reference, file.MostBytes, cancel))
        {
            case FetchedFile.Whole(var bytes) when bytes.Length > 0 && bytes.Length <= file.MostBytes:
                gate.Read(bytes.Length);
                await Hold(file.Id);
                return await files.Store(file.Id, bytes, time.GetUtcNow()) ? await Tell(file.Id, bytes) : [];
            case FetchedFile.NotNow when pause is not null:
                return [];
            default:
                return await GiveUp(file);
        }
    }

    private async Task<IReadOnlyCollection<Notice>> GiveUp(WaitingFile file)
    {
        await Hold(file.Id);
        if (!await files.GiveUp(file.Id)) return [];
        foreach (var listener in listeners) await listener.Lost(file.Id);
        return file.ChatId is { } chat ? [new Notice(chat, FileTexts.Lost(file.Name), NoticeKey.FileLost(file.Id))] : [];
    }

    private async Task Hold(StoredFileId file)
    {
        foreach (var listener in listeners) await listener.Hold(file);
    }

    private async Task<IReadOnlyCollection<Notice>> Tell(StoredFileId file, byte[] content)
    {
        var notices = new List<Notice>();
        foreach (var listener in listeners) notices.AddRange(await listener.Stored(file, content, time.GetUtcNow()));
        return notices;
    }
}
