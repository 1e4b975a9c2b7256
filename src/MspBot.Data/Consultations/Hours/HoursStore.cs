using MspBot.Data.Postgres;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Hours;

/// <summary>An absence that was taken back: its days, and who was to stand in.</summary>
public sealed record EndedAbsence(DateOnly FirstDay, DateOnly LastDay, PersonId? StandInId);

/// <summary>
/// Writes a tutor's hours, how they meet, and their days off. All is decided under the lock of the tutor's row; that hours and
/// absences do not overlap the database holds by itself.
/// </summary>
public sealed class HoursStore(DbSession session)
{
    private const int MaxAbsences = 20;

    public async Task<WeeklyHoursRefusal?> Add(PersonId tutor, IReadOnlyList<DayOfWeek> days, int from, int to)
    {
        var minutes = await Lock(tutor);
        var week = await HoursQuery.Week(session, tutor);
        if (WeeklyHours.Check([.. week.Select(w => w.Span)], days, from, to, minutes) is { } refusal) return refusal;
        await session.Execute("""
            insert into tutor_hours (tutor_id, weekday, from_minute, to_minute)
            select @tutor, weekday, @from, @to
            from unnest(@weekdays) weekday
            """, new { tutor, from, to, weekdays = days.Distinct().Select(WeeklySpan.Number).ToArray() });
        return null;
    }

    /// <summary>Hours that were removed, again; null also when they are there already.</summary>
    public async Task<WeeklyHoursRefusal?> PutBack(PersonId tutor, WeeklySpan span)
    {
        await Lock(tutor);
        return (await HoursQuery.Week(session, tutor)).Any(w => w.Span == span) ? null : await Add(tutor, [span.Day], span.From, span.To);
    }

    /// <summary>Null: these hours are gone already, or are another tutor's.</summary>
    public async Task<WeeklySpan?> Remove(PersonId tutor, long id) => (await session.Find<WeekRow>("""
        delete from tutor_hours
        where id = @id and tutor_id = @tutor
        returning id, weekday, from_minute, to_minute
        """, new { id, tutor }))?.Span;

    public async Task SetMinutes(PersonId tutor, int minutes)
    {
        await Lock(tutor);
        await session.Execute("update tutor set minutes = @minutes where person_id = @tutor", new { tutor, minutes });
    }

    public async Task SetBreak(PersonId tutor, int minutes)
    {
        await Lock(tutor);
        await session.Execute("update tutor set break_minutes = @minutes where person_id = @tutor", new { tutor, minutes });
    }

    public async Task SetNotice(PersonId tutor, TimeSpan notice)
    {
        await Lock(tutor);
        await session.Execute("update tutor set notice = @notice where person_id = @tutor", new { tutor, notice });
    }

    public async Task SetLink(PersonId tutor, string? link)
    {
        await Lock(tutor);
        await session.Execute("update tutor set join_link = @link where person_id = @tutor", new { tutor, link });
    }

    /// <summary>The absence's number, or why it cannot be.</summary>
    public async Task<(long Id, AbsenceRefusal? Refusal)> AddAbsence(PersonId tutor, DateOnly first, DateOnly last, PersonId? standIn)
    {
        if (last < first) return (0, AbsenceRefusal.Reversed);
        await Lock(tutor);
        var coming = await HoursQuery.Absences(session, tutor, first);
        if (coming.Any(a => a.FirstDay <= last)) return (0, AbsenceRefusal.Overlap);
        if (coming.Count >= MaxAbsences) return (0, AbsenceRefusal.TooMany);
        if (standIn is { } colleague && !(await HoursQuery.Colleagues(session, tutor)).Any(c => c.Id == colleague))
            return (0, AbsenceRefusal.NoSuchColleague);
        return (await session.Value<long>("""
            insert into tutor_absence (tutor_id, first_day, last_day, stand_in_id)
            values (@tutor, @first, @last, @standIn)
            returning id
            """, new { tutor, first, last, standIn }), null);
    }

    /// <summary>Null: it is gone already, or is another tutor's.</summary>
    public Task<EndedAbsence?> RemoveAbsence(PersonId tutor, long id) => session.Find<EndedAbsence>("""
        delete from tutor_absence
        where id = @id and tutor_id = @tutor
        returning first_day, last_day, stand_in_id
        """, new { id, tutor });

    /// <summary>Removes this person as stand-in from all absences.</summary>
    public Task StandInNoMore(PersonId person) =>
        session.Execute("update tutor_absence set stand_in_id = null where stand_in_id = @person", new { person });

    /// <summary>Everything a tutor has told of their time.</summary>
    public async Task Forget(PersonId tutor)
    {
        await StandInNoMore(tutor);
        await session.Execute("delete from tutor_hours where tutor_id = @tutor", new { tutor });
        await session.Execute("delete from tutor_absence where tutor_id = @tutor", new { tutor });
        await session.Execute("delete from tutor where person_id = @tutor", new { tutor });
    }

    /// <returns>How long a consultation takes.</returns>
    private Task<int> Lock(PersonId tutor) => session.Value<int>("""
        insert into tutor (person_id)
        values (@tutor)
        on conflict (person_id) do update set person_id = excluded.person_id
        returning minutes
        """, new { tutor });
}
