namespace MspBot.Domain.Consultations.Requests;

/// <summary>Whether these times can be asked for or offered.</summary>
public static class AskedTimes
{
    /// <summary>How many one side may name at once.</summary>
    public const int Most = 3;

    /// <param name="starts">What is asked for or offered.</param>
    /// <param name="length">Of the consultation.</param>
    /// <param name="notice">How near they may be; nothing where the tutor names them.</param>
    /// <param name="now">The turn's moment.</param>
    public static ConsultationRefusal? Check(IReadOnlyList<DateTimeOffset> starts, TimeSpan length, TimeSpan notice, DateTimeOffset now)
    {
        if (starts.Count == 0) return ConsultationRefusal.NoTimes;
        if (starts.Count > Most) return ConsultationRefusal.TooManyTimes;
        if (starts.Any(s => s <= now)) return ConsultationRefusal.TimeIsPast;
        if (starts.Any(s => s < now + notice)) return ConsultationRefusal.TimeTooNear;
        var inOrder = starts.Order().ToList();
        return inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.Second < pair.First + length) ? ConsultationRefusal.TimesOverlap : null;
    }
}
