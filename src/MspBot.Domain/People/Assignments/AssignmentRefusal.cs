namespace MspBot.Domain.People.Assignments;

/// <summary>Why a tutor is not assigned.</summary>
public enum AssignmentRefusal
{
    NotHead,
    NoTutor,
    NoTeacher,
    Themselves,
    Already,
}
