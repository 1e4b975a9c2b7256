namespace MspBot.Domain.Certificates;

/// <summary>Whole months, for which papers are gathered. Both days belong to it.</summary>
public sealed record CertificatePeriod(DateOnly First, DateOnly Last)
{
    /// <summary>A school year begins on 1 September.</summary>
    public static CertificatePeriod SchoolYear(DateOnly day)
    {
        var begins = day.Month >= 9 ? day.Year : day.Year - 1;
        return new(new(begins, 9, 1), new(begins + 1, 8, 31));
    }

    public static CertificatePeriod SchoolYearBefore(DateOnly day) => SchoolYear(day.AddYears(-1));

    public bool IsSchoolYear => this == SchoolYear(First);
}
