using MspBot.Data.Postgres;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Hours;

/// <summary>Hours of one weekday, with their number.</summary>
public sealed record WeekRow(long Id, int Weekday, int FromMinute, int ToMinute)
{
    public WeeklySpan Span => WeeklySpan.Of(Weekday, FromMinute, ToMinute);
}

/// <summary>Days on which a tutor is not there. <paramref name="StandIn"/> is the full name of the colleague, if there is one.</summary>
public sealed record AbsenceRow(long Id, DateOnly FirstDay, DateOnly LastDay, string? StandIn);

/// <summary>Everything that a tutor's card of hours says.</summary>
public sealed record HoursDetails(TutorTimes Times, IReadOnlyList<WeekRow> Week, IReadOnlyList<AbsenceRow> Absences);

/// <summary>Reads what tutors have told of their time.</summary>
internal static class HoursQuery
{
    /// <summary>Monday first.</summary>
    internal static Task<IReadOnlyList<WeekRow>> Week(DbSession session, PersonId tutor) => session.Query<WeekRow>("""
        select id, weekday, from_minute, to_minute
        from tutor_hours
        where int8range(tutor_id, tutor_id, '[]') && int8range(@tutor, @tutor, '[]')
        order by weekday, from_minute
        """, new { tutor });

    /// <summary>Those that are not over on this day.</summary>
    internal static Task<IReadOnlyList<AbsenceRow>> Absences(DbSession session, PersonId tutor, DateOnly today) =>
        session.Query<AbsenceRow>("""
        select a.id, a.first_day, a.last_day, p.full_name as stand_in
        from tutor_absence a
        left join person p on p.id = a.stand_in_id
        where int8range(a.tutor_id, a.tutor_id, '[]') && int8range(@tutor, @tutor, '[]')
            and daterange(a.first_day, a.last_day, '[]') && daterange(@today, null)
        order by a.first_day
        """, new { tutor, today });

    /// <summary>The other tutors, by name.</summary>
    internal static async Task<IReadOnlyList<(PersonId Id, string Name)>> Colleagues(DbSession session, PersonId tutor) =>
        [.. (await session.Query<(long Id, string Name)>("""
            select p.id, p.full_name
            from person_role r
            join person p on p.id = r.person_id
            where r.role = 'Tutor' and p.id <> @tutor and p.erased_at is null
            order by alphabetical(p.full_name), p.id
            """, new { tutor })).Select(row => (new PersonId(row.Id), row.Name))];
}
