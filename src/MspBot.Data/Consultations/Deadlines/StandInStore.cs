using MspBot.Data.Consultations.Requests;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Deadlines;

/// <summary>An absence that has begun, and the colleague who stands in.</summary>
public sealed record BegunAbsence(PersonId TutorId, PersonId StandInId, DateOnly FirstDay, DateOnly LastDay);

/// <summary>
/// When an absence begins, offers the tutor's waiting requests to the stand-in, who may decline because the teacher asked another tutor.
/// These are open requests without a time, or with all times within the absence; the tutor answers the others after returning.
/// </summary>
public sealed class StandInStore(DbSession session, HandoverStore handovers, SiteZone zone)
{
    /// <summary>Absences that have begun, and whose requests were not offered yet.</summary>
    public Task<IReadOnlyList<long>> Begun(DateTimeOffset now) =>
        session.Query<long>($"select id from tutor_absence where {HasBegun} order by id", new { today = zone.DayOf(now) });

    /// <summary>Marks each of these absences once, in the session's transaction; safe to run twice.</summary>
    public Task<IReadOnlyList<BegunAbsence>> TakeBegun(IReadOnlyCollection<long> ids, DateTimeOffset now) =>
        session.Query<BegunAbsence>($"""
        update tutor_absence
        set handed_at = @now
        where id in (
            select id
            from tutor_absence
            where id = any(@ids) and {HasBegun}
            order by id
            for no key update skip locked)
        returning tutor_id, stand_in_id, first_day, last_day
        """, new { ids = ids.ToArray(), now, today = zone.DayOf(now) });

    private const string HasBegun = "stand_in_id is not null and handed_at is null and @today between first_day and last_day";

    /// <returns>The requests after this, each with the colleague who is asked.</returns>
    public async Task<IReadOnlyList<ConsultationDetails>> Offer(BegunAbsence absence, DateTimeOffset now)
    {
        var offered = new List<ConsultationDetails>();
        foreach (var id in await Waiting(absence))
        {
            if (await handovers.OfferToStandIn(id, absence.TutorId, absence.StandInId, now) is { Refusal: null, After: { } details })
                offered.Add(details);
        }
        return offered;
    }

    private Task<IReadOnlyList<ConsultationId>> Waiting(BegunAbsence absence) => session.Query<ConsultationId>("""
        select c.id
        from consultation c
        where c.tutor_id = @TutorId and c.state in ('Requested', 'Waiting')
          and not exists (select from consultation_handover h where h.consultation_id = c.id and h.state = 'Asked')
          and not exists (select from consultation_time t where t.consultation_id = c.id and (t.starts_at < @from or t.starts_at >= @to))
        order by c.id
        """, new
    {
        absence.TutorId,
        from = zone.At(absence.FirstDay, TimeOnly.MinValue),
        to = zone.At(absence.LastDay.AddDays(1), TimeOnly.MinValue)
    });
}
