namespace MspBot.Sandbox;

public enum FaultKind
{
    TooManyRequests,
    ServerError,
    BadGateway,
    Reset,
    ResetAfter,
    Slow,
    Lost,
    LostAfter,
}

/// <summary>A misfortune of one call. "After" means: the call was carried out, only its answer is lost.</summary>
public sealed record Fault(FaultKind Kind, TimeSpan Time = default)
{
    /// <summary>500 with the usual JSON.</summary>
    public static readonly Fault ServerError = new(FaultKind.ServerError);

    /// <summary>502 with the HTML page of a front end.</summary>
    public static readonly Fault BadGateway = new(FaultKind.BadGateway);

    /// <summary>The connection is reset, nothing was done.</summary>
    public static readonly Fault Reset = new(FaultKind.Reset);

    /// <summary>The connection is reset after the call was carried out: "maybe sent".</summary>
    public static readonly Fault ResetAfter = new(FaultKind.ResetAfter);

    /// <summary>No answer ever comes, nothing was done.</summary>
    public static readonly Fault Lost = new(FaultKind.Lost);

    /// <summary>No answer ever comes, though the call was carried out.</summary>
    public static readonly Fault LostAfter = new(FaultKind.LostAfter);

    public static Fault TooManyRequests(int retryAfter) => new(FaultKind.TooManyRequests, TimeSpan.FromSeconds(retryAfter));

    /// <summary>Carried out and answered, but only after `time`: a real one, as the client's patience is real too.</summary>
    public static Fault Slow(TimeSpan time) => new(FaultKind.Slow, time);
}

/// <summary>How often each fault happens in chaos; the rest goes well.</summary>
public sealed record ChaosOdds
{
    public double TooManyRequests { get; init; }

    public double ServerError { get; init; }

    public double BadGateway { get; init; }

    public double Reset { get; init; }

    public double ResetAfter { get; init; }

    public double Slow { get; init; }

    public int RetryAfter { get; init; } = 1;

    public TimeSpan SlowFor { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>getUpdates too; off by default, as its faults cost the most time.</summary>
    public bool Polls { get; init; }
}
