using MspBot.Domain.Notices;

namespace MspBot.Data.Conversations;

/// <summary>Who waits for whom: answers before notices before bulk.</summary>
public enum Priority
{
    Answer,
    Notice,
    Bulk,
}

/// <summary>
/// A message to be sent. With <paramref name="Replaces"/> or <paramref name="ReplacesMessage"/> it is an edit; with both, the message is
/// known already.
/// </summary>
/// <param name="Id">Its number.</param>
/// <param name="Chat">Where to.</param>
/// <param name="Payload">The screen, as JSON.</param>
/// <param name="Replaces">The outbox row whose message it edits.</param>
/// <param name="ReplacesMessage">The messenger's reference of the message it edits.</param>
/// <param name="Priority">Before what it goes.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Perishable">Whether it may have become too late, or been taken back, since it was read.</param>
public sealed record OutboxRow(
    long Id, ChatId Chat, string Payload, long? Replaces, string? ReplacesMessage, Priority Priority, int Attempts, bool Perishable = false)
{
    public bool IsEdit => Replaces is not null || ReplacesMessage is not null;

    /// <summary>An edit that brings an earlier message up to date; if it is lost, no answer is missing.</summary>
    public bool IsRedrawing => IsEdit && Priority != Priority.Answer;
}

/// <summary>A notice to be queued, as it is stored.</summary>
/// <param name="Chat">Where to.</param>
/// <param name="Payload">The screen, as JSON.</param>
/// <param name="Priority">Before what it goes.</param>
/// <param name="Key">A second notice with the same key is not queued.</param>
/// <param name="NotBefore">Quiet hours: not before this moment.</param>
/// <param name="NotAfter">From this moment on it is too late, and not sent.</param>
/// <param name="Shows">The card it shows, where that is kept up to date.</param>
public sealed record NoticeRow(
    ChatId Chat, string Payload, Priority Priority, NoticeKey? Key, DateTimeOffset? NotBefore, DateTimeOffset? NotAfter, string? Shows);

/// <summary>The result of sending a message. <paramref name="Error"/> is a kind, never a text somebody typed.</summary>
public sealed record SendResult(long Id, string? Message, string? Error)
{
    /// <summary>The kind of all that a person who cannot be reached was not told.</summary>
    public const string Unreachable = "unreachable";
}
