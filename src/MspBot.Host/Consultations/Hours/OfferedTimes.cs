using MspBot.Data.Meetings;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;

namespace MspBot.Host.Consultations.Hours;

/// <summary>A free time of a tutor's, as a teacher is offered it.</summary>
/// <param name="StartsAt">When it begins.</param>
/// <param name="SchoolFrees">The teacher's school frees them for it: such times stand first.</param>
internal readonly record struct OfferedTime(DateTimeOffset StartsAt, bool SchoolFrees);

/// <summary>Marks among free times those for which the teacher's school frees them.</summary>
internal sealed class OfferedTimes(SchoolHoursReader reader, WorkingCalendar calendar, SiteZone zone)
{
    internal async Task<IReadOnlyList<OfferedTime>> Of(PersonId teacher, IReadOnlyList<FreeTime> free)
    {
        if (free.Count == 0) return [];
        var week = await reader.OfTeacher(teacher);
        return [.. free.Select(time => new OfferedTime(
            time.StartsAt, week.Count > 0 && SchoolHours.Free(week, time.StartsAt, time.EndsAt, calendar, zone)))];
    }
}
