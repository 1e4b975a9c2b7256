using MspBot.Data.Postgres;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;

namespace MspBot.Data.Meetings;

/// <summary>Hours of one weekday in which a school frees its teachers, with their number.</summary>
public sealed record SchoolHoursRow(long Id, int Weekday, int FromMinute, int ToMinute)
{
    public WeeklySpan Span => WeeklySpan.Of(Weekday, FromMinute, ToMinute);
}

/// <summary>When schools free their teachers.</summary>
public sealed class SchoolHoursReader(DbSession session)
{
    /// <summary>Monday first.</summary>
    public Task<IReadOnlyList<SchoolHoursRow>> Week(SchoolId school) => session.Query<SchoolHoursRow>("""
        select id, weekday, from_minute, to_minute
        from school_hours
        where school_id = @school
        order by weekday, from_minute
        """, new { school });

    /// <summary>Those of the school where this person works now.</summary>
    public async Task<IReadOnlyList<WeeklySpan>> OfTeacher(PersonId teacher) => [.. (await session.Query<SchoolHoursRow>("""
        select h.id, h.weekday, h.from_minute, h.to_minute
        from person p
        join school_hours h on h.school_id = p.school_id
        where p.id = @teacher
        """, new { teacher })).Select(row => row.Span)];
}
