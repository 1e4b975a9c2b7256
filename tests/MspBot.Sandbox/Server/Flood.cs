namespace MspBot.Sandbox;

/// <summary>Telegram's pace as a token bucket; guarded by the gate of <see cref="BotApi"/>.</summary>
internal sealed class FloodMeter(double perSecond, double burst)
{
    private double missing;
    private DateTimeOffset filledAt = DateTimeOffset.MinValue;

    /// <summary>Zero when there is room, else how long to wait for it; takes nothing.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        missing = Math.Max(0, missing - Math.Max(0, (now - filledAt).TotalSeconds * perSecond));
        filledAt = now;
        return missing <= burst - 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((missing - burst + 1) / perSecond);
    }

    public void Take() => missing += 1;
}

/// <summary>
/// Rate limits over sends and edits: about 30 a second in all, one a second in a chat with short bursts, 20 a minute in a group.
/// </summary>
public sealed class Flood
{
    private readonly TimeProvider time;
    private readonly FloodMeter overall;
    private long refused;

    internal Flood(TimeProvider time, bool enabled)
    {
        this.time = time;
        Enabled = enabled;
        overall = new FloodMeter(30, 30);
    }

    public bool Enabled { get; set; }

    /// <summary>How many calls were answered with 429 by these limits.</summary>
    public long Refused => Volatile.Read(ref refused);

    internal void Take(Room room, int messages = 1)
    {
        if (!Enabled) return;
        var now = time.GetUtcNow();
        var own = room.Meter ??= room.Person is null ? new FloodMeter(20.0 / 60, 20) : new FloodMeter(1, 5);
        var wait = overall.Wait(now);
        if (own.Wait(now) is var second && second > wait) wait = second;
        if (wait > TimeSpan.Zero)
        {
            refused++;
            throw ApiError.TooMany(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)));
        }

        for (var i = 0; i < messages; i++)
        {
            overall.Take();
            own.Take();
        }
    }
}
