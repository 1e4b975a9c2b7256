using MspBot.Data.Postgres;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Conversations.Jobs;

/// <summary>
/// What a job finds due, treated together in one transaction; when that fails, in halves, down to the one item that cannot be treated. It
/// is logged by its number and tried again by the next run; the rest goes on.
/// </summary>
internal sealed partial class JobItems(Outbox outbox, TransactionEnd end, JobHealth health, ILogger<JobItems> log)
{
    internal const int AtOnce = 200;

    /// <param name="what">The step's name, for logs and /health.</param>
    /// <param name="due">Reads what is due and changes nothing.</param>
    /// <param name="treat">Marks these, if they are still due, and returns what is to be said.</param>
    /// <param name="atOnce">How many share a transaction.</param>
    /// <returns>Whether everything was treated.</returns>
    internal async Task<bool> Each<T>(
        string what, Func<Task<IReadOnlyList<T>>> due, Func<IReadOnlyList<T>, Task<IReadOnlyCollection<Notice>>> treat, int atOnce = AtOnce)
    {
        var failed = new List<string>();
        try
        {
            var all = await due();
            await end.Undo();
            foreach (var some in all.Chunk(atOnce)) await Treat(what, some, treat, failed);
        }
        catch (Exception e) when (!Database.IsUnavailable(e) && e is not OperationCanceledException)
        {
            await end.Undo();
            LogStepFailed(e, what);
            failed.Add("?");
        }
        health.Treated(what, failed);
        return failed.Count == 0;
    }

    /// <summary>A step that is one thing.</summary>
    internal Task<bool> Once(string what, Func<Task> work) => Each<int>(what, () => Task.FromResult<IReadOnlyList<int>>([0]), async _ =>
    {
        await work();
        return [];
    });

    private async Task Treat<T>(
        string what, T[] items, Func<IReadOnlyList<T>, Task<IReadOnlyCollection<Notice>>> treat, List<string> failed)
    {
        try
        {
            outbox.Put(await treat(items));
            await end.Commit();
        }
        catch (Exception e) when (!Database.IsUnavailable(e) && e is not OperationCanceledException)
        {
            await end.Undo();
            if (items is not [var item])
            {
                await Treat(what, items[..(items.Length / 2)], treat, failed);
                await Treat(what, items[(items.Length / 2)..], treat, failed);
                return;
            }
            var id = $"{item}";
            LogItemFailed(e, what, id);
            failed.Add(id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job step {What} could not treat {Id}; the rest goes on")]
    private partial void LogItemFailed(Exception e, string what, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The job step {What} failed; the next steps go on")]
    private partial void LogStepFailed(Exception e, string what);
}
