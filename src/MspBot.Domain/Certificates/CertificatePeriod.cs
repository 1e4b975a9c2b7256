namespace MspBot.Domain.Certificates;

/// <summary>Whole months, for which papers are gathered. Both days belong to it.</summary>
public sealed record CertificatePeriod(DateOnly First, DateOnly Last)
{
    public static CertificatePeriod SchoolYear(DateOnly day)
    {
        var year = Clock.SchoolYear.Of(day);
        return new(year.FirstDay, year.LastDay);
    }

    public static CertificatePeriod SchoolYearBefore(DateOnly day) => SchoolYear(day.AddYears(-1));

    public bool IsSchoolYear => this == SchoolYear(First);
}
