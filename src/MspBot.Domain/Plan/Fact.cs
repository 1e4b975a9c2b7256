namespace MspBot.Domain.Plan;

/// <summary>What became of an item: derived from its meetings and its mark each time that it is read, never stored.</summary>
public enum Fact
{
    /// <summary>Впереди.</summary>
    Ahead,

    /// <summary>A meeting of it is announced.</summary>
    Running,
    Done,
    DoneLate,

    /// <summary>Its last day is over, and nothing was held.</summary>
    Overdue,
}

/// <summary>What is known of an item's meetings.</summary>
/// <param name="HeldOn">The first day on which a meeting was held and somebody came, or that of the mark by hand; null: none.</param>
/// <param name="IsAnnounced">A published meeting of it is still to come or not marked yet.</param>
public readonly record struct ItemMeetings(DateOnly? HeldOn, bool IsAnnounced)
{
    /// <param name="held">The day of the first meeting that was held; null: none.</param>
    /// <param name="marked">The day of the mark by hand; null: none.</param>
    /// <param name="announced">As <see cref="IsAnnounced"/>.</param>
    public static ItemMeetings Of(DateOnly? held, DateOnly? marked, bool announced) =>
        new(held < marked ? held : marked ?? held, announced);

    /// <param name="last">The item's last day.</param>
    /// <param name="today">On the site.</param>
    public Fact At(DateOnly last, DateOnly today) =>
        HeldOn is { } held ? held <= last ? Fact.Done : Fact.DoneLate
        : today > last ? Fact.Overdue
        : IsAnnounced ? Fact.Running : Fact.Ahead;
}
