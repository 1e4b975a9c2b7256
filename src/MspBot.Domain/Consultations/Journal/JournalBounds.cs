namespace MspBot.Domain.Consultations.Journal;

/// <summary>How much of everything a journal takes.</summary>
public static class JournalBounds
{
    public const int LeastMinutes = 5;
    public const int MostMinutes = 600;
    public const int MostPupils = 1000;
    public const int Topic = 300;
    public const int Recommendation = 1000;
    public const int PrivateNote = 1000;
    public const int Result = 500;

    /// <summary>How far back something can be written down.</summary>
    public const int DaysBack = 60;

    /// <summary>How long what was written can be corrected, counted from when it was written.</summary>
    public static readonly TimeSpan CorrectedFor = TimeSpan.FromDays(30);

    public static bool FitsMinutes(int minutes) => minutes is >= LeastMinutes and <= MostMinutes;

    public static bool FitsPupils(int pupils) => pupils is >= 1 and <= MostPupils;

    public static bool FitsDay(DateOnly day, DateOnly today) => day <= today && day >= today.AddDays(-DaysBack);
}
