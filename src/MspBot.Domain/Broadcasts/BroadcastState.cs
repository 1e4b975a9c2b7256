namespace MspBot.Domain.Broadcasts;

/// <summary>Composed → Waiting → Sending → Done; Stopped from Waiting or Sending. Stored by name.</summary>
public enum BroadcastState
{
    /// <summary>Only whoever writes it sees it.</summary>
    Composed,

    /// <summary>Its recipients are fixed; it goes in two minutes, or when quiet hours end.</summary>
    Waiting,
    Sending,
    Done,
    Stopped,
}

/// <summary>What became of it for one recipient: exactly one. Stored by name.</summary>
public enum RecipientOutcome
{
    /// <summary>The messenger took it; that is not «read».</summary>
    Sent,

    /// <summary>The person has stopped the bot.</summary>
    Blocked,
    Failed,

    /// <summary>It was stopped before it went to this person.</summary>
    Stopped,

    /// <summary>The person has turned broadcasts off, or erased their data, after the press and before it went.</summary>
    OptedOut,
}

/// <summary>Why it was not delivered, of <see cref="RecipientOutcome.Failed"/>. Stored by name.</summary>
public enum FailureReason
{
    /// <summary>The messenger was away too long: it may be sent once more.</summary>
    NotInTime,

    /// <summary>There was no answer: it has perhaps arrived, so it is not sent once more.</summary>
    Unknown,

    /// <summary>The messenger refused it; another try does not help.</summary>
    Refused,
}
