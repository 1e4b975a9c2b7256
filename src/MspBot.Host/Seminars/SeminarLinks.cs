namespace MspBot.Host.Seminars;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class SeminarLinks
{
    internal const string Attach = "attach";
    internal const string Attendance = "at";
    internal const string CancelSeminar = "cancel-seminar";
    internal const string ChangeSeminar = "change";
    internal const string Code = "code";
    internal const string Events = "ev";
    internal const string NewSeminar = "new";
    internal const string Participants = "sp";
    internal const string Seminar = "s";
    internal const string SeminarChanges = "sc";
}
