using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Nominations;

/// <summary>Reads nominations.</summary>
internal static class NominationQuery
{
    internal const string Select = """
        select n.id, n.seminar_id as seminar, n.person_id as person, p.full_name as name, n.school_id as school, n.state, n.reason,
               case when p.reachable then p.chat_id end as chat, n.asked_at, n.answer_by, n.replaced_by, rp.full_name as replacement,
               m.state as place
        from nomination n
        join person p on p.id = n.person_id
        left join nomination r on r.id = n.replaced_by
        left join person rp on rp.id = r.person_id
        left join sign_up m on m.nomination_id = n.id and m.state <> 'Cancelled'
        """;

    /// <summary>The seminar's row is locked by the caller: so is all of the nomination.</summary>
    internal static Task<Nomination?> Find(DbSession session, NominationId id) =>
        session.Find<Nomination>($"{Select} where n.id = @id", new { id });

    /// <summary>A meeting as it stands to a teacher of the school who has no place.</summary>
    internal static async Task<Seating> OfSchool(DbSession session, SeminarDetails details, SchoolId school) => details.Attendance with
    {
        Mine = null,
        KeepsMine = false,
        HeldForMine = details.Held == 0 ? 0 : await session.Value<int>(
            "select count(*)::int from school_seat where seminar_id = @Id and school_id = @school", new { details.Id, school }),
    };
}
