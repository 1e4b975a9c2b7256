using MspBot.Domain.Broadcasts;
using MspBot.Domain.Files;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Broadcasts;

/// <summary>A message to many, as it stands.</summary>
public sealed record BroadcastDetails
{
    public BroadcastId Id { get; init; }

    public PersonId ByPerson { get; init; }

    /// <summary>Null: they have erased their data.</summary>
    public string? ByName { get; init; }

    public required Audience Audience { get; init; }

    public required string Words { get; init; }

    public int WordsVersion { get; init; }

    public StoredFileId? File { get; init; }

    /// <summary>The messenger's own, for <see cref="File"/>.</summary>
    public string? Reference { get; init; }

    public string? FileName { get; init; }

    public SeminarId? Seminar { get; init; }

    public bool Acknowledge { get; init; }

    public BroadcastState State { get; init; }

    public int Version { get; init; }

    public BroadcastId? AgainOf { get; init; }

    /// <summary>How many were shown at the press.</summary>
    public int? Shown { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PressedAt { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>When every recipient had an outcome.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Recipients; 0 before the press.</summary>
    public int Recipients { get; init; }

    public int Sent { get; init; }

    public int Blocked { get; init; }

    /// <summary>Of <see cref="Blocked"/>: known at the press. They were not written to; the report names them.</summary>
    public int BlockedBefore { get; init; }

    public int Failed { get; init; }

    /// <summary>Of <see cref="Failed"/>: for a passing reason.</summary>
    public int FailedForNow { get; init; }

    public int Stopped { get; init; }

    public int OptedOut { get; init; }

    public int Acknowledged { get; init; }

    /// <summary>Those whom it was to reach at the press.</summary>
    public int Addressed => Recipients - BlockedBefore;

    /// <summary>Those whose outcome is not known yet.</summary>
    public int Open => Recipients - Sent - Blocked - Failed - Stopped - OptedOut;

    public override string ToString() => $"{Id.Value}";
}
