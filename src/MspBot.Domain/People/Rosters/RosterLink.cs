namespace MspBot.Domain.People.Rosters;

/// <summary>Where a personal link stands.</summary>
public enum RosterLinkState
{
    Open,
    Used,

    /// <summary>The school has made links by a new list.</summary>
    Void,
    Expired,
}

/// <summary>A personal link: one person, thirty days.</summary>
public sealed record RosterLink(DateTimeOffset ExpiresAt, PersonId? UsedBy, DateTimeOffset? VoidAt)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    public RosterLinkState StateAt(DateTimeOffset now) =>
        UsedBy is not null ? RosterLinkState.Used
        : VoidAt is not null ? RosterLinkState.Void
        : now >= ExpiresAt ? RosterLinkState.Expired
        : RosterLinkState.Open;
}
