using MspBot.Data.Postgres;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;

namespace MspBot.Data.Meetings;

/// <summary>
/// Writes the hours in which schools free their teachers. All is decided under the lock of the school's row; that hours do not overlap the
/// database holds by itself.
/// </summary>
public sealed class SchoolHoursStore(DbSession session, SchoolHoursReader reader)
{
    public async Task<WeeklyHoursRefusal?> Add(SchoolId school, IReadOnlyList<DayOfWeek> days, int from, int to)
    {
        await Lock(school);
        return await AddLocked(school, days, from, to);
    }

    /// <summary>Null: these hours are gone already, or are another school's.</summary>
    public async Task<WeeklySpan?> Remove(SchoolId school, long id) => (await session.Find<SchoolHoursRow>("""
        delete from school_hours
        where id = @id and school_id = @school
        returning id, weekday, from_minute, to_minute
        """, new { id, school }))?.Span;

    /// <summary>Hours that were removed, again; whether they are back by this, and why they cannot be.</summary>
    public async Task<(bool IsBack, WeeklyHoursRefusal? Refusal)> PutBack(SchoolId school, WeeklySpan span)
    {
        await Lock(school);
        if ((await reader.Week(school)).Any(row => row.Span == span)) return (false, null);
        var refusal = await AddLocked(school, [span.Day], span.From, span.To);
        return (refusal is null, refusal);
    }

    private async Task<WeeklyHoursRefusal?> AddLocked(SchoolId school, IReadOnlyList<DayOfWeek> days, int from, int to)
    {
        var week = await reader.Week(school);
        if (WeeklyHours.Check([.. week.Select(row => row.Span)], days, from, to, SchoolHours.Least) is { } refusal) return refusal;
        await session.Execute("""
            insert into school_hours (school_id, weekday, from_minute, to_minute)
            select @school, weekday, @from, @to
            from unnest(@weekdays) weekday
            """, new { school, from, to, weekdays = days.Distinct().Select(WeeklySpan.Number).ToArray() });
        return null;
    }

    private async Task Lock(SchoolId school) =>
        await session.Query<int>("select 1 from school where id = @school for no key update", new { school });
}
