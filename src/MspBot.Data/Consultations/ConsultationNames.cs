using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations;

/// <summary>What tells a consultation from others in a line. <paramref name="StartsAt"/> is null while it has no time.</summary>
public sealed record NamedConsultation(long Id, ConsultationKind Kind, DateTimeOffset? StartsAt, PersonId? TutorId);

/// <summary>What many consultations are called, in one query.</summary>
public sealed class ConsultationNames(DbSession session)
{
    public async Task<IReadOnlyDictionary<long, NamedConsultation>> Of(IReadOnlyCollection<long> ids) =>
        (await session.Query<NamedConsultation>("""
            select id, kind, starts_at, tutor_id from consultation where id = any(@ids)
            """, new { ids = ids.ToArray() }))
            .ToDictionary(row => row.Id);
}
