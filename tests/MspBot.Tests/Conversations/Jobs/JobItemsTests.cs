using Microsoft.Extensions.Logging;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using NSubstitute;
using Xunit;

namespace MspBot.Tests.Conversations.Jobs;

/// <summary>What a job finds due shares a transaction; an item that fails costs a few more, not one for each of the others.</summary>
public sealed class JobItemsTests
{
    private readonly JobHealth health = new([]);
    private readonly RecordingLog log = new();
    private readonly List<int> treated = [];
    private int tries;

    [Fact]
    public async Task Items_that_can_be_treated_share_one_transaction()
    {
        Assert.True(await Run(Enumerable.Range(1, 200)));
        Assert.Equal((1, 200), (tries, treated.Count));
        Assert.Empty(health.Untreated);
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(2, 32)]
    public async Task One_that_fails_is_found_by_halves_and_the_rest_is_treated_once(int bad, int most)
    {
        var failing = Enumerable.Range(0, bad).Select(n => 7 + (n * 150)).ToArray();

        Assert.False(await Run(Enumerable.Range(1, 200), failing));
        Assert.Equal(Enumerable.Range(1, 200).Except(failing), treated.Order());
        Assert.InRange(tries, 1, most + 1);
        Assert.Equal(bad, health.Untreated["step"]);
        Assert.All(failing, id => Assert.Contains(log.Lines, line => line == $"The job step step could not treat {id}; the rest goes on"));

        Assert.True(await Run(failing));
        Assert.Empty(health.Untreated);
    }

    [Fact]
    public async Task Nothing_due_costs_no_transaction_and_a_query_that_fails_is_noted()
    {
        Assert.True(await Run([]));
        Assert.Equal(0, tries);
        Assert.False(await Items().Each<int>("step", () => throw new InvalidOperationException(),
            _ => throw new InvalidOperationException()));
        Assert.Equal(1, health.Untreated["step"]);
    }

    private Task<bool> Run(IEnumerable<int> due, params int[] failing) =>
        Items().Each<int>("step", () => Task.FromResult<IReadOnlyList<int>>([.. due]), some =>
        {
            tries++;
            if (some.Intersect(failing).Any()) throw new InvalidOperationException();
            treated.AddRange(some);
            return Task.FromResult<IReadOnlyCollection<Notice>>([]);
        });

    private JobItems Items()
    {
        var session = new DbSession(null!);   // never asked: no item touches the database
        var outbox = new Outbox(session, new(null!));
        return new(outbox, new(session, outbox, Substitute.For<Messenger>()), health, log);
    }

    private sealed class RecordingLog : ILogger<JobItems>
    {
        internal List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
