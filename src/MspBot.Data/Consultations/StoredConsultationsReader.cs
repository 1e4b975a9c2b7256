using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations;

/// <summary>How much of a person is stored about consultations.</summary>
public sealed record ConsultationHoldings
{
    /// <summary>What they asked for, and groups they were invited to.</summary>
    public int Asked { get; init; }

    /// <summary>As a tutor.</summary>
    public int Given { get; init; }

    public int JournalLines { get; init; }

    /// <summary>Lines of tutors' journals about them.</summary>
    public int LinesAbout { get; init; }

    public int WeeklyHours { get; init; }

    public int Absences { get; init; }

    public bool HasLink { get; init; }
}

/// <summary>Counts what is stored about a person.</summary>
public sealed class StoredConsultationsReader(DbSession session)
{
    public async Task<ConsultationHoldings> Of(PersonId person) => (await session.Find<ConsultationHoldings>("""
        select ((select count(*) from consultation where teacher_id = @person)
                   + (select count(*) from consultation_member where person_id = @person))::int as asked,
               ((select count(*) from consultation
                   where tutor_id = @person and state in ('Requested', 'Offered', 'Waiting', 'Inviting'))
                   + (select count(*) from consultation where tutor_id = @person
                       and state in ('Confirmed', 'Held', 'NotHeld')))::int as given,
               (select count(*) from journal_entry where tutor_id = @person)::int as journal_lines,
               (select count(*) from journal_entry where teacher_id = @person)::int as lines_about,
               (select count(*) from tutor_hours where tutor_id = @person)::int as weekly_hours,
               (select count(*) from tutor_absence where tutor_id = @person)::int as absences,
               exists (select from tutor where person_id = @person and join_link is not null) as has_link
        """, new { person }))!;
}
