namespace MspBot.Domain.Log;

/// <summary>The files with names that leave the bot: the value of «file» in the detail of <see cref="LogAction.FileTaken"/>.</summary>
public enum LogFile
{
    Journal,
    Statement,
    DigestTable,
    Log,
    Plan,
    PlanChanges,
    PlanReport,
}
