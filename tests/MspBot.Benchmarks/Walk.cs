using System.Diagnostics;
using MspBot.Sandbox;

namespace MspBot.Benchmarks;

/// <summary>One visitor on the way through the sign-up: list, card, «Записаться», «Отменить запись», and again.</summary>
internal sealed class Walk(Visitor visitor, long seminar)
{
    private TaskCompletionSource<long>? waiting;
    private int step;
    private int card;

    internal long Chat => visitor.Id;

    /// <summary>Presses whose spinner still turns.</summary>
    internal static int OpenPresses;

    /// <summary>Does one step and waits for the first answer, a new or an edited message.</summary>
    /// <returns>How long it took, in milliseconds.</returns>
    internal async Task<double> Step()
    {
        var answer = waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = Stopwatch.GetTimestamp();
        switch (step)
        {
            case 0:
                await visitor.Types("/events");
                break;
            case 1:
                Press($"c:s:{seminar}:show");
                break;
            case 2:
                Press($"c:s:{seminar}:join");
                break;
            default:
                Press($"c:s:{seminar}:leave");
                break;
        }
        step = (step + 1) % 4;
        var answered = await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return Stopwatch.GetElapsedTime(began, answered).TotalMilliseconds;
    }

    /// <summary>Called under the sandbox's lock.</summary>
    internal void Answered(int message, bool isNew)
    {
        if (isNew) card = message;
        Interlocked.Exchange(ref waiting, null)?.TrySetResult(Stopwatch.GetTimestamp());
    }

    private void Press(string data)
    {
        Interlocked.Increment(ref OpenPresses);
        visitor.StartsTap(card, data).ContinueWith(static _ => Interlocked.Decrement(ref OpenPresses),
            TaskContinuationOptions.ExecuteSynchronously);
    }
}
