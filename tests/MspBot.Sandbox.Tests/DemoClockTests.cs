using Microsoft.Extensions.Time.Testing;
using MspBot.Sandbox.Demo;

namespace MspBot.Sandbox.Tests;

/// <summary>The clock of the demo, which can be moved.</summary>
public sealed class DemoClockTests
{
    private readonly FakeTimeProvider real = new(new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_falls_due_by_a_move_runs_at_once()
    {
        var clock = new DemoClock(real, TimeSpan.Zero);
        var waiting = Task.Delay(TimeSpan.FromDays(60), clock);
        clock.Jump(TimeSpan.FromDays(59));
        real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        clock.Jump(TimeSpan.FromDays(1));
        real.Advance(TimeSpan.FromMilliseconds(1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Without_a_move_it_runs_with_the_real_one_also_over_days()
    {
        var clock = new DemoClock(real, TimeSpan.FromHours(5));
        var rang = 0;
        using var timer = clock.CreateTimer(_ => rang++, null, TimeSpan.FromDays(3), Timeout.InfiniteTimeSpan);
        real.Advance(TimeSpan.FromHours(71));
        Assert.Equal(0, rang);
        real.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, rang);
        Assert.Equal(real.GetUtcNow() + TimeSpan.FromHours(5), clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_that_repeats_runs_once_for_all_that_was_skipped()
    {
        var clock = new DemoClock(real, TimeSpan.Zero);
        var rang = 0;
        using var timer = clock.CreateTimer(_ => rang++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        clock.Jump(TimeSpan.FromDays(7));
        real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, rang);
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, rang);
    }

    [Fact]
    public void Time_passes_for_stopwatches_too_and_never_goes_back()
    {
        var clock = new DemoClock(real, TimeSpan.Zero);
        var began = clock.GetTimestamp();
        clock.Jump(TimeSpan.FromHours(3));
        Assert.Equal(TimeSpan.FromHours(3), clock.GetElapsedTime(began));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Jump(TimeSpan.FromHours(-1)));
    }
}
