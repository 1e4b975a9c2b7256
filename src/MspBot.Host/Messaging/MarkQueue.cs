using System.Diagnostics;
using System.Threading.Channels;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;

namespace MspBot.Host.Messaging;

/// <summary>The result of a message, or the update whose press is answered.</summary>
/// <param name="Result">Of the message.</param>
/// <param name="Answered">The update.</param>
/// <param name="Then">Runs once it is marked.</param>
internal readonly record struct Marked(SendResult? Result, string? Answered, Action? Then = null);

/// <summary>
/// Marks results on a connection of its own: at once when idle, in batches under load, because a commit of twenty costs little more than
/// one.
/// </summary>
/// <param name="outbox">Where it is marked.</param>
/// <param name="gather">How long after a commit the next one waits, at most.</param>
/// <param name="pace">Of the messenger.</param>
/// <param name="charges">Whether these messages did not wait for the pace.</param>
/// <param name="log">Kind and reason of a failure.</param>
internal sealed class MarkQueue(OutboxStore outbox, TimeSpan gather, Pace pace, bool charges, Action<string, string> log)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    private readonly Channel<Marked> marks = Channel.CreateUnbounded<Marked>(new() { SingleReader = true });
    private int unmarked;

    /// <summary>Numbers begin at 1.</summary>
    private const long NoMessage = 0;

    internal int Count => Volatile.Read(ref unmarked);

    internal void Add(Marked mark)
    {
        Interlocked.Increment(ref unmarked);
        marks.Writer.TryWrite(mark);
    }

    internal async Task Work(CancellationToken stop)
    {
        await using var writer = outbox.Marks();
        List<Marked> batch = [new(new SendResult(NoMessage, null, null), null)];
        var last = 0L;
        // The first run of this code takes a quarter of a second: before there is anything to mark, so that it keeps no mark waiting.
        await Write(writer, batch, stop);
        batch.Clear();
        while (await marks.Reader.WaitToReadAsync(stop))
        {
            if (last != 0 && Stopwatch.GetElapsedTime(last) is var since && since < gather)
                await Task.Delay(gather - since, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (batch.Count < 500 && marks.Reader.TryRead(out var mark)) batch.Add(mark);
            last = Stopwatch.GetTimestamp();
            await Write(writer, batch, stop);
            foreach (var mark in batch) mark.Then?.Invoke();
            Interlocked.Add(ref unmarked, -batch.Count);
            batch.Clear();
        }
    }

    /// <summary>An unmarked message would be sent again, so marking is retried until it succeeds.</summary>
    private async Task Write(OutboxMarks writer, List<Marked> batch, CancellationToken stop)
    {
        List<SendResult> results = [.. batch.Select(m => m.Result).OfType<SendResult>()];
        List<string> answered = [.. batch.Select(m => m.Answered).OfType<string>()];
        while (true)
        {
            try
            {
                await writer.Write(results, answered, charges ? results.Count : 0, pace, stop);
                return;
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                if (!Database.IsUnavailable(e)) log(e.GetType().Name, e.Message);
                await Task.Delay(Rest, stop);
            }
        }
    }
}
