namespace MspBot.Domain.Consultations.Journal;

/// <summary>Why a consultation did not take place.</summary>
public enum NotHeldReason
{
    TeacherAbsent,
    TutorUnable,
    Connection,
    Other,
}
