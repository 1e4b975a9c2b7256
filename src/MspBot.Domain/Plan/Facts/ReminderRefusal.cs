namespace MspBot.Domain.Plan.Facts;

/// <summary>Why the methodologists are not reminded.</summary>
public enum ReminderRefusal
{
    /// <summary>Everything that was sent is decided, or was taken back.</summary>
    NothingWaits,
    RemindedToday,
}
