using Dapper;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Seminars;

/// <summary>Reads a seminar's details, with or without its row's lock.</summary>
internal static class SeminarQuery
{
    /// <summary>A seat is free and no one in line can be reached: a newcomer may take it.</summary>
    internal const string PassedOver = """
        s.waiting > 0 and (s.seats is null or s.seated + s.held < s.seats) and not exists (
            select from sign_up w
            join person wp on wp.id = w.person_id
            where w.seminar_id = s.id and w.state = 'Waitlisted' and wp.reachable and wp.chat_id is not null)
        """;

    /// <summary>The place in line of the sign-up <c>m</c> in the seminar <c>s</c>, from 1; null for a seat.</summary>
    internal const string Place = """
        case when m.state = 'Waitlisted' then (
            select count(*) from sign_up w where w.seminar_id = s.id and w.state = 'Waitlisted' and w.id <= m.id)::int
        end
        """;

    private const string Select = $"""
        select s.id, s.kind, s.title, s.audience, s.description, s.starts_at, s.ends_at, s.seats, s.seated, s.waiting, s.kept,
               case when s.kept > 0 then (
                   select max(coalesce(c.nomination_id, 0))
                   from sign_up c
                   where c.seminar_id = s.id and c.person_id = @person and c.kept_until is not null)
               end as kept_by, s.held, coalesce(s.leader_id = @person, false) as leads,
               s.join_link, s.state, s.cancel_reason, s.published_at is not null as was_published,
               s.calendar_uid, s.calendar_sequence, s.version, s.code_word, s.leader_id,
               l.full_name as leader, m.id as my_sign_up, m.state as mine, m.came, m.asked_at is not null as asked, {Place} as my_place,
               m.held_for as my_held_for, m.nomination_id as nomination,
               s.plan_item_id as plan_item, (select i.number from plan_item i where i.id = s.plan_item_id) as plan_number
        from seminar s
        left join person l on l.id = s.leader_id
        left join sign_up m on m.seminar_id = s.id and m.person_id = @person and m.state <> 'Cancelled'
        where s.id = @id
        """;

    /// <summary>Details whose seats or line have changed since it was read.</summary>
    internal static async Task<SeminarDetails> Recounted(DbSession session, SeminarDetails details) => details with
    {
        PassedOver = details.Waiting > 0 && details.Attendance.FreeSeats(details.Seats) is null or > 0
            && await session.Value<bool>($"select {PassedOver} from seminar s where s.id = @Id", new { details.Id }),
    };

    internal static async Task<SeminarDetails?> Find(DbSession session, SeminarId id, PersonId person) =>
        await Whole(session, await session.Find<SeminarDetails>(Select, new { id, person }), person);

    /// <summary>
    /// Holds the seminar's row until the commit: sign-ups of one seminar come one after the other. The details are a statement
    /// of their own behind the lock, so that it sees what the one before has committed; both travel in one round trip.
    /// </summary>
    internal static async Task<SeminarDetails?> Lock(DbSession session, SeminarId id, PersonId person)
    {
        SeminarDetails? details;
        await using (var both = await (await session.Open()).QueryMultipleAsync($"""
            select id from seminar where id = @id for no key update;
            {Select}
            """, new { id, person }))
        {
            await both.ReadAsync<long>();
            details = await both.ReadFirstOrDefaultAsync<SeminarDetails>();
        }

        return await Whole(session, details, person);
    }

    /// <summary>With what few seminars have: a seat that all in line are passed over for, and schools.</summary>
    private static async Task<SeminarDetails?> Whole(DbSession session, SeminarDetails? details, PersonId person)
    {
        if (details is null) return null;
        details = await Recounted(session, details);
        if (details is { Held: 0, Nomination: null, MyHeldFor: null }) return details;
        return await SchoolPart.Of(session, person, [details.Id]) is [var part] ? details with
        {
            HeldForMine = part.HeldForMine,
            MyHeldUntil = part.HeldUntil,
            MyHeldMadeFor = part.HeldMadeFor,
            NominatedBySchool = part.NominatedBySchool,
            NominatedBy = part.NominatedBy,
            NominationWords = part.NominationWords,
            AwaitsAnswer = part.AwaitsAnswer,
            AnswerBy = part.AnswerBy,
        }
        : null;
    }
}
