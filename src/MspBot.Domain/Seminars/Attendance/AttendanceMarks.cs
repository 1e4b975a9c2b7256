namespace MspBot.Domain.Seminars.Attendance;

/// <summary>What is known of those who had a seat: how many came, how many did not. Of the rest nothing is known.</summary>
public sealed record AttendanceMarks(int Seated, int Came, int Missed)
{
    /// <summary>How long after its end a leader is reminded, and «Кто был» stands in the menu.</summary>
    public static readonly TimeSpan WantedFor = TimeSpan.FromDays(14);

    /// <summary>How many are not marked.</summary>
    public int Unknown => Math.Max(0, Seated - Came - Missed);

    /// <summary>No marks at all, which differs from a seminar without participants.</summary>
    public bool AreMissing => Seated > 0 && Came + Missed == 0;

    /// <summary>«Отметить всех» marks those without a mark; after «Никто не пришёл» it marks everybody.</summary>
    public bool CanMarkAll => Unknown > 0 || MarksOverNobody;

    /// <summary>Whether «Отметить всех» takes back «Никто не пришёл».</summary>
    public bool MarksOverNobody => Unknown == 0 && Came == 0 && Missed > 0;

    /// <summary>«Никто не пришёл» can be said while no one is marked as present.</summary>
    public bool CanMarkNobody => Unknown > 0 && Came == 0;
}
