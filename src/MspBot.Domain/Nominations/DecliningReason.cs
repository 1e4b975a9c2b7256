namespace MspBot.Domain.Nominations;

/// <summary>Why a teacher cannot come; only the head of their school sees it.</summary>
public enum DecliningReason
{
    Lesson,
    KnownTopic,
    Other,
}
