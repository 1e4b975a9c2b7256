using MspBot.Host.Messaging;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Messaging;

/// <summary>What a loop says of its failures.</summary>
public sealed class LoopTests
{
    [Fact]
    public async Task A_database_that_stays_away_is_noted_once_and_any_other_failure_each_time()
    {
        Queue<Exception> failures = new([Away(), Away(), new InvalidOperationException("one"), new InvalidOperationException("two")]);
        List<string> noted = [];
        using var stop = new CancellationTokenSource();
        await Loop.Run(async _ =>
        {
            if (failures.TryDequeue(out var failure)) throw failure;
            await stop.CancelAsync();
        }, (_, reason) => noted.Add(reason), stop.Token);
        Assert.Equal(["away", "one", "two"], noted);
    }

    private static NpgsqlException Away() => new("away", new TimeoutException());
}
