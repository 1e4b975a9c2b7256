namespace MspBot.Domain.Log;

/// <summary>The files with names that leave the bot: the value of «file» in the detail of <see cref="LogAction.FileTaken"/>.</summary>
public enum LogFile
{
    Attendance,
    Journal,
    Statement,
    Certificate,
    CertificateArchive,
    Feedback,
    DigestTable,
    Log,
    Plan,
    PlanFact,
}
