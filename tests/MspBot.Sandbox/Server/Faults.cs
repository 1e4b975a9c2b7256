namespace MspBot.Sandbox;

/// <summary>Misfortunes on demand: for the next calls, by chance, or for a period.</summary>
public sealed class Faults
{
    private readonly Lock gate = new();
    private readonly List<Planned> planned = [];
    private readonly TimeProvider time;
    private readonly Action onOutage;
    private Random? dice;
    private ChaosOdds odds = new();
    private DateTimeOffset outageUntil = DateTimeOffset.MinValue;
    private long happened;

    internal Faults(TimeProvider time, Action onOutage)
    {
        this.time = time;
        this.onOutage = onOutage;
    }

    /// <summary>How many calls met a fault so far, refusals of an outage included.</summary>
    public long Happened => Volatile.Read(ref happened);

    public bool IsOutage
    {
        get
        {
            lock (gate) return outageUntil > time.GetUtcNow();
        }
    }

    /// <summary>The next `times` calls of the method ("*" for any but getUpdates) meet the fault.</summary>
    public void Next(string method, Fault fault, int times = 1)
    {
        lock (gate)
        {
            for (var i = 0; i < times; i++) planned.Add(new Planned(method, fault, null));
        }
    }

    /// <summary>As <see cref="Next(string, Fault, int)"/>, for calls about one chat.</summary>
    public void NextIn(long chatId, string method, Fault fault, int times = 1)
    {
        lock (gate)
        {
            for (var i = 0; i < times; i++) planned.Add(new Planned(method, fault, chatId));
        }
    }

    /// <summary>Faults by chance; the same seed and the same order of calls give the same faults.</summary>
    public void Chaos(int seed, ChaosOdds probabilities)
    {
        lock (gate)
        {
            dice = new Random(seed);
            odds = probabilities;
        }
    }

    /// <summary>Every connection is refused until <see cref="EndOutage"/>; a held poll is cut.</summary>
    public void BeginOutage() => Outage(TimeSpan.FromDays(3650));

    /// <summary>As <see cref="BeginOutage"/>, for a period by the server's clock.</summary>
    public void Outage(TimeSpan period)
    {
        lock (gate) outageUntil = time.GetUtcNow() + period;
        onOutage();
    }

    public void EndOutage()
    {
        lock (gate) outageUntil = DateTimeOffset.MinValue;
    }

    /// <summary>No more faults of any kind.</summary>
    public void Clear()
    {
        lock (gate)
        {
            planned.Clear();
            dice = null;
            outageUntil = DateTimeOffset.MinValue;
        }
    }

    internal Fault? Meet(string method, string chatId)
    {
        lock (gate)
        {
            if (outageUntil != DateTimeOffset.MinValue && outageUntil > time.GetUtcNow()) return Count(Fault.Reset);
            if (planned.Count > 0 && planned.FindIndex(x => x.Fits(method, chatId)) is var at and >= 0)
            {
                var fault = planned[at].Fault;
                planned.RemoveAt(at);
                return Count(fault);
            }

            return dice is null || (!odds.Polls && IsPoll(method)) ? null : Count(Throw(dice));
        }
    }

    private static bool IsPoll(string method) => method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase);

    private Fault? Count(Fault? fault)
    {
        if (fault is not null) happened++;
        return fault;
    }

    private Fault? Throw(Random random)
    {
        var x = random.NextDouble();
        if ((x -= odds.TooManyRequests) < 0) return Fault.TooManyRequests(odds.RetryAfter);
        if ((x -= odds.ServerError) < 0) return Fault.ServerError;
        if ((x -= odds.BadGateway) < 0) return Fault.BadGateway;
        if ((x -= odds.Reset) < 0) return Fault.Reset;
        if ((x -= odds.ResetAfter) < 0) return Fault.ResetAfter;
        return x - odds.Slow < 0 ? Fault.Slow(odds.SlowFor) : null;
    }

    private sealed record Planned(string Method, Fault Fault, long? Chat)
    {
        public bool Fits(string method, string chatId) =>
            (Method == "*" ? !IsPoll(method) : Method.Equals(method, StringComparison.OrdinalIgnoreCase))
            && (Chat is null || Call.Lenient(chatId) == Chat);
    }
}
