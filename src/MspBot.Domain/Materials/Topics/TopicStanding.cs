namespace MspBot.Domain.Materials.Topics;

/// <summary>What may be done to a topic as it stands; every deed names the version that was seen.</summary>
/// <param name="Version">Grows with every deed.</param>
/// <param name="IsRetired">Offered to nobody any more.</param>
/// <param name="IsMerged">Another has taken its place, for ever.</param>
public sealed record TopicStanding(int Version, bool IsRetired, bool IsMerged)
{
    public MaterialRefusal? Rename(int seen) => Gone ?? Changed(seen);

    public MaterialRefusal? Retire(int seen) => Gone ?? Changed(seen) ?? (IsRetired ? MaterialRefusal.NothingChanged : null);

    /// <param name="seen">The version that was seen.</param>
    /// <param name="listed">How many topics are in the list.</param>
    public MaterialRefusal? GiveBack(int seen, int listed) =>
        Gone ?? Changed(seen) ?? (IsRetired ? Room(listed) : MaterialRefusal.NothingChanged);

    /// <summary>Whether the topic that takes the place of another may.</summary>
    public MaterialRefusal? Receive(int seen) => Gone ?? (IsRetired ? MaterialRefusal.NoSuchTopic : Changed(seen));

    public MaterialRefusal? MergeAway(int seen) => Gone ?? Changed(seen);

    /// <summary>Whether the list takes one more.</summary>
    public static MaterialRefusal? Room(int listed) => listed < MaterialBounds.Topics ? null : MaterialRefusal.TooManyTopics;

    private MaterialRefusal? Gone => IsMerged ? MaterialRefusal.NoSuchTopic : null;

    private MaterialRefusal? Changed(int seen) => seen == Version ? null : MaterialRefusal.ChangedMeanwhile;
}
