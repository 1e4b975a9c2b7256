using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Hours;

/// <summary>How a tutor meets; the defaults until the tutor sets something.</summary>
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

/// <summary>The colleague who gets what is asked of a tutor who is away.</summary>
public sealed record StandIn(PersonId Id, string Name);

/// <summary>When tutors can be asked.</summary>
public sealed class HoursReader(DbSession session, SiteZone zone, WorkingCalendar calendar)
{
    /// <summary>Whether a time after lessons is worth suggesting on this day.</summary>
    public bool IsWorking(DateOnly day) => calendar.IsWorking(day);

    /// <summary>Null: this person is no tutor.</summary>
    public Task<TutorTimes?> Times(PersonId tutor) => session.Find<TutorTimes>(TimesSql, new { tutor });

    /// <summary>Free times of the next 14 days, later than the notice; none for somebody who is no tutor.</summary>
    public async Task<IReadOnlyList<FreeTime>> Free(PersonId tutor, DateTimeOffset now) => (await FreeOf([tutor], now))[tutor];

    /// <summary>The same of several tutors, each read once, in as many round trips as there are hundreds of them.</summary>
    public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<FreeTime>>> FreeOf(IEnumerable<PersonId> tutors, DateTimeOffset now)
    {
        var (from, to) = Span(now);
        var free = new Dictionary<PersonId, IReadOnlyList<FreeTime>>();
        foreach (var some in tutors.Distinct().Chunk(100))
        {
            await using var all = await session.Several(FreeSql,
                new { tutors = some.Select(t => t.Value).ToArray(), from, to, firstDay = zone.DayOf(from), lastDay = zone.DayOf(to) });
            var times = (await all.ReadAsync<TimesRow>()).ToDictionary(r => r.TutorId);
            var week = (await all.ReadAsync<TutorsWeekRow>()).ToLookup(r => r.TutorId, r => r.Span);
            var absences = (await all.ReadAsync<AwayRow>()).ToLookup(r => r.TutorId, r => new AbsentDays(r.First, r.Last));
            var busy = (await all.ReadAsync<BusyRow>()).ToLookup(r => r.TutorId, r => new Busy(r.BusyFrom, r.BusyTo));
            foreach (var tutor in some)
            {
                free[tutor] = !times.TryGetValue(tutor.Value, out var set) ? [] : FreeTimes.Of(new()
                {
                    Week = [.. week[tutor.Value]],
                    Length = TimeSpan.FromMinutes(set.Minutes),
                    Break = TimeSpan.FromMinutes(set.BreakMinutes),
                    Notice = set.Notice,
                    Absences = [.. absences[tutor.Value]],
                }, [.. busy[tutor.Value]], calendar, zone, now);
            }
        }
        return free;
    }

    /// <summary>A run of hours may have begun yesterday, and a time at the end of the last day reaches into the next.</summary>
    private (DateTimeOffset From, DateTimeOffset To) Span(DateTimeOffset now) =>
        (now - TimeSpan.FromDays(1), FreeTimes.Until(now, zone) + TimeSpan.FromDays(1));

    /// <summary>Everything that a tutor's card of hours says; null: this person is no tutor.</summary>
    public async Task<HoursDetails?> Details(PersonId tutor, DateTimeOffset now) => await Times(tutor) is { } times
        ? new(times, await HoursQuery.Week(session, tutor), await HoursQuery.Absences(session, tutor, zone.DayOf(now)))
        : null;

    /// <summary>The other tutors, by name.</summary>
    public Task<IReadOnlyList<(PersonId Id, string Name)>> Colleagues(PersonId tutor) => HoursQuery.Colleagues(session, tutor);

    /// <summary>When a tutor has agreed to meet on these days.</summary>
    public Task<IReadOnlyList<DateTimeOffset>> ConfirmedOn(PersonId tutor, DateOnly first, DateOnly last, DateTimeOffset now) =>
        session.Query<DateTimeOffset>("""
        select starts_at
        from consultation
        where tutor_id = @tutor and state = 'Confirmed' and starts_at >= @from - interval '1 day' and starts_at < @to
            and ends_at > greatest(@from, @now)
        order by starts_at
        """, new { tutor, from = zone.At(first, TimeOnly.MinValue), to = zone.At(last.AddDays(1), TimeOnly.MinValue), now });

    /// <summary>
    /// Who gets in this tutor's place what this teacher asks for; null: the tutor gets it. A stand-in who is away then gets nothing.
    /// </summary>
    public async Task<StandIn?> StandIn(PersonId tutor, PersonId teacher, IReadOnlyList<DateTimeOffset> starts, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        IReadOnlyList<DateOnly> days = starts.Count > 0 ? [.. starts.Select(zone.DayOf)] : [today];
        var absences = await session.Query<Absence>("""
            select a.first_day as first, a.last_day as last, s.person_id as stand_in
            from tutor_absence a
            left join person_role s on s.person_id = a.stand_in_id and s.role = 'Tutor' and s.person_id <> @teacher and not exists (
                select from tutor_absence b
                where int8range(b.tutor_id, b.tutor_id, '[]') && int8range(s.person_id, s.person_id, '[]')
                    and daterange(b.first_day, b.last_day, '[]') && daterange(@from, @to, '[]'))
            where int8range(a.tutor_id, a.tutor_id, '[]') && int8range(@tutor, @tutor, '[]')
                and daterange(a.first_day, a.last_day, '[]') && daterange(@from, @to, '[]')
            """, new { tutor, teacher, from = days.Min(), to = days.Max() });
        return StandInRules.For(absences, days, today) is { } id
            ? await session.Find<StandIn>("select id, full_name as name from person where id = @id", new { id }) : null;
    }

    private const string TimesSql = """
        select coalesce(t.minutes, 45) as minutes, coalesce(t.break_minutes, 10) as break_minutes, coalesce(t.notice, '4 hours') as notice,
            t.join_link,
               exists (select from tutor_hours where int8range(tutor_id, tutor_id, '[]') && int8range(@tutor, @tutor, '[]')) as has_hours
        from person_role r
        left join tutor t on t.person_id = r.person_id
        where r.person_id = @tutor and r.role = 'Tutor'
        """;

    /// <summary>Four small reads in one round trip. Busy is what consultations hold, and what the tutor leads.</summary>
    private const string FreeSql = """
        select r.person_id as tutor_id, coalesce(t.minutes, 45) as minutes, coalesce(t.break_minutes, 10) as break_minutes,
            coalesce(t.notice, '4 hours') as notice
        from person_role r
        left join tutor t on t.person_id = r.person_id
        where r.person_id = any(@tutors) and r.role = 'Tutor';

        select h.tutor_id, h.weekday, h.from_minute, h.to_minute
        from unnest(@tutors) u
        join tutor_hours h on int8range(h.tutor_id, h.tutor_id, '[]') && int8range(u, u, '[]');

        select a.tutor_id, a.first_day as first, a.last_day as last
        from unnest(@tutors) u
        join tutor_absence a on int8range(a.tutor_id, a.tutor_id, '[]') && int8range(u, u, '[]')
            and daterange(a.first_day, a.last_day, '[]') && daterange(@firstDay, @lastDay, '[]');

        select t.tutor_id, lower(t.busy) as busy_from, upper(t.busy) as busy_to
        from unnest(@tutors) u
        join consultation_time t on t.kind <> 'Proposed' and int8range(t.tutor_id, t.tutor_id, '[]') && int8range(u, u, '[]')
            and t.busy && tstzrange(@from, @to)
        union all
        select leader_id, starts_at, ends_at
        from seminar
        where leader_id = any(@tutors) and starts_at > @from - interval '1 day' and starts_at < @to and ends_at > @from
            and state = 'Published'
        """;

    private sealed record TimesRow(long TutorId, int Minutes, int BreakMinutes, TimeSpan Notice);

    private sealed record TutorsWeekRow(long TutorId, int Weekday, int FromMinute, int ToMinute)
    {
        internal WeeklySpan Span => WeeklySpan.Of(Weekday, FromMinute, ToMinute);
    }

    private sealed record AwayRow(long TutorId, DateOnly First, DateOnly Last);

    private sealed record BusyRow(long TutorId, DateTimeOffset BusyFrom, DateTimeOffset BusyTo);
}
