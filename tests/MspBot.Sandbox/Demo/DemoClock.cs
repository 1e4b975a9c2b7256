namespace MspBot.Sandbox.Demo;

/// <summary>
/// Real time that can be moved forward: timers that fall due by the move run at once. A timer that repeats runs once
/// for all the times that were skipped. Only the demo has it; the real program takes the system's clock.
/// </summary>
internal sealed class DemoClock(TimeProvider real, TimeSpan offset) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<DemoTimer> timers = [];
    private long offsetTicks = offset.Ticks;

    /// <summary>How far ahead of the real clock it is.</summary>
    public TimeSpan Offset => new(Volatile.Read(ref offsetTicks));

    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;

    public override long GetTimestamp() => real.GetTimestamp() + (long)(Offset.TotalSeconds * real.TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DemoTimer(this, real, callback, state);
        lock (gate) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <exception cref="ArgumentOutOfRangeException">Time does not go back.</exception>
    public void Jump(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DemoTimer[] all;
        lock (gate)
        {
            offsetTicks += by.Ticks;
            all = [.. timers];
        }

        foreach (var timer in all) timer.Rearm();
    }

    internal void Forget(DemoTimer timer)
    {
        lock (gate) timers.Remove(timer);
    }
}

/// <summary>A timer that knows the moment it is due at, not only how long it has to wait.</summary>
internal sealed class DemoTimer : ITimer
{
    /// <summary>The longest real wait at once; the operating system's timers do not reach farther than some weeks.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly DemoClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer inner;
    private DateTimeOffset? dueAt;
    private TimeSpan period;

    public DemoTimer(DemoClock clock, TimeProvider real, TimerCallback callback, object? state)
    {
        (this.clock, this.callback, this.state) = (clock, callback, state);
        inner = real.CreateTimer(static timer => ((DemoTimer)timer!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            this.period = period;
            dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            return Arm();
        }
    }

    public void Rearm()
    {
        lock (gate) Arm();
    }

    public void Dispose()
    {
        clock.Forget(this);
        inner.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        clock.Forget(this);
        return inner.DisposeAsync();
    }

    private bool Arm()
    {
        if (dueAt is not { } due) return inner.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var left = due - clock.GetUtcNow();
        return inner.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left > Step ? Step : left, Timeout.InfiniteTimeSpan);
    }

    private void Ring()
    {
        lock (gate)
        {
            if (dueAt is not { } due) return;
            var now = clock.GetUtcNow();
            if (due > now)
            {
                Arm();
                return;
            }

            var repeats = period > TimeSpan.Zero && period != Timeout.InfiniteTimeSpan;
            dueAt = !repeats ? null : due + period > now ? due + period : now + period;
            Arm();
        }

        callback(state);
    }
}
