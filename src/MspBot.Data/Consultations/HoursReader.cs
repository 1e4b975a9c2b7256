using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations;

/// <summary>How a tutor meets. Whoever has set nothing yet has the usual.</summary>
public sealed record TutorTimes
{
    public int Minutes { get; init; }

    public int BreakMinutes { get; init; }

    /// <summary>Nearer than this a tutor is not asked, and nothing is moved or cancelled.</summary>
    public TimeSpan Notice { get; init; }

    /// <summary>Where they meet.</summary>
    public string? JoinLink { get; init; }

    public bool HasHours { get; init; }
}

/// <summary>When tutors can be asked.</summary>
public sealed class HoursReader(DbSession session, SiteZone zone, WorkingCalendar calendar)
{
    /// <summary>Null: this person is no tutor.</summary>
    public Task<TutorTimes?> Times(PersonId tutor) => session.Find<TutorTimes>(TimesSql, new { tutor });

    /// <summary>Free times of the next 14 days, later than the notice; none for somebody who is no tutor.</summary>
    public async Task<IReadOnlyList<FreeTime>> Free(PersonId tutor, DateTimeOffset now)
    {
        // A run of hours may have begun yesterday, and a time at the end of the last day reaches into the next.
        var (from, to) = (now - TimeSpan.FromDays(1), FreeTimes.Until(now, zone) + TimeSpan.FromDays(1));
        await using var all = await session.Several(FreeSql,
            new { tutor, from, to, firstDay = zone.DayOf(from), lastDay = zone.DayOf(to) });
        if (await all.ReadFirstOrDefaultAsync<TutorTimes>() is not { } times) return [];
        var week = (await all.ReadAsync<SpanRow>()).Select(r => new WeeklySpan((DayOfWeek)(r.Weekday % 7), r.FromMinute, r.ToMinute)).ToList();
        var absences = (await all.ReadAsync<AbsenceRow>()).Select(r => new AbsentDays(r.FirstDay, r.LastDay)).ToList();
        var busy = (await all.ReadAsync<BusyRow>()).Select(r => new Busy(r.BusyFrom, r.BusyTo)).ToList();
        return FreeTimes.Of(new()
        {
            Week = week,
            Length = TimeSpan.FromMinutes(times.Minutes),
            Break = TimeSpan.FromMinutes(times.BreakMinutes),
            Notice = times.Notice,
            Absences = absences,
        }, busy, calendar, zone, now);
    }

    internal const string TimesSql = """
        select coalesce(t.minutes, 45) as minutes, coalesce(t.break_minutes, 10) as break_minutes, coalesce(t.notice, '4 hours') as notice, t.join_link,
               exists (select from tutor_hours h where h.tutor_id = r.person_id) as has_hours
        from person_role r
        left join tutor t on t.person_id = r.person_id
        where r.person_id = @tutor and r.role = 'Tutor'
        """;

    /// <summary>Four small reads in one round trip.</summary>
    internal const string FreeSql = $"""
        {TimesSql};

        select weekday, from_minute, to_minute
        from tutor_hours
        where int8range(tutor_id, tutor_id, '[]') && int8range(@tutor, @tutor, '[]');

        select first_day, last_day
        from tutor_absence
        where int8range(tutor_id, tutor_id, '[]') && int8range(@tutor, @tutor, '[]') and daterange(first_day, last_day, '[]') && daterange(@firstDay, @lastDay, '[]');

        select lower(busy) as busy_from, upper(busy) as busy_to
        from consultation_time
        where kind <> 'Proposed' and int8range(tutor_id, tutor_id, '[]') && int8range(@tutor, @tutor, '[]') and busy && tstzrange(@from, @to)
        """;

    private sealed record SpanRow(int Weekday, int FromMinute, int ToMinute);

    private sealed record AbsenceRow(DateOnly FirstDay, DateOnly LastDay);

    private sealed record BusyRow(DateTimeOffset BusyFrom, DateTimeOffset BusyTo);
}
