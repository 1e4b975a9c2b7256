namespace MspBot.Host.Messaging;

/// <summary>Why a call to a messenger failed.</summary>
/// <param name="Kind">What it means for us.</param>
/// <param name="Code">The messenger's own number for it, 0 when it did not answer; kept with the message.</param>
/// <param name="Reason">For the log: the messenger's words or the kind of failure, never what a person typed.</param>
/// <param name="Wait">How long the messenger asks us to wait; null when it does not say.</param>
internal sealed record CallFault(CallFaultKind Kind, int Code, string Reason, TimeSpan? Wait = null);

/// <summary>What the failure of a call means for us.</summary>
internal enum CallFaultKind
{
    /// <summary>The message is already as we want it.</summary>
    AsWanted,

    /// <summary>Too many requests: all calls to this messenger wait.</summary>
    Wait,

    /// <summary>The message to change is gone or is not ours to change.</summary>
    CannotEdit,

    /// <summary>The markup of our text was refused.</summary>
    Markup,

    /// <summary>Blocked, deleted, never started.</summary>
    Unreachable,

    /// <summary>The messenger's own trouble.</summary>
    Transient,

    /// <summary>The reference of a file is not taken: it is expired, or of another bot.</summary>
    FileRefused,

    /// <summary>Refused for a reason that another try does not change.</summary>
    Refused,

    /// <summary>No answer within the time limit: it was perhaps carried out.</summary>
    NoAnswer,

    /// <summary>The messenger was not reached.</summary>
    NotReached,
}
