using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Seminars;

/// <summary>
/// What schools have to do with a person's place at a seminar. Read apart: at few are seats held for schools, or people sent by one.
/// </summary>
internal sealed record SchoolPart
{
    public SeminarId Id { get; init; }

    /// <summary>How many seats are held for the person's school.</summary>
    public int HeldForMine { get; init; }

    public DateTimeOffset? HeldUntil { get; init; }

    public NominationId? HeldMadeFor { get; init; }

    public SchoolId? NominatedBySchool { get; init; }

    public string? NominatedBy { get; init; }

    public string? NominationWords { get; init; }

    public bool AwaitsAnswer { get; init; }

    public DateTimeOffset? AnswerBy { get; init; }

    internal static Task<IReadOnlyList<SchoolPart>> Of(DbSession session, PersonId person, IEnumerable<SeminarId> seminars) =>
        session.Query<SchoolPart>("""
            select s.id, m.held_until, m.held_made_for, n.school_id as nominated_by_school, b.full_name as nominated_by,
                   n.words as nomination_words, coalesce(n.state = 'Asked', false) as awaits_answer, n.answer_by,
                   (select count(*)
                    from person me
                    join school_seat h on h.seminar_id = s.id and h.school_id = me.school_id
                    where me.id = @person)::int as held_for_mine
            from seminar s
            left join sign_up m on m.seminar_id = s.id and m.person_id = @person and m.state <> 'Cancelled'
            left join nomination n on n.id = m.nomination_id
            left join person b on b.id = n.by_person
            where s.id = any(@ids)
            """, new { person, ids = seminars.Select(s => s.Value).ToArray() });
}
