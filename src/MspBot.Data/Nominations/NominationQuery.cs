using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Domain.Nominations;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Nominations;

/// <summary>A person who is not nominated, and why. <paramref name="Name"/> is null once they are erased.</summary>
public sealed record LeftOut(PersonId Person, string? Name, NominationRefusal Because);

/// <summary>Reads nominations.</summary>
internal static class NominationQuery
{
    /// <summary>Whether the person <c>p</c> has a role in which they come to meetings.</summary>
    internal const string HasRole =
        "exists (select from person_role r where r.person_id = p.id and r.role in ('Teacher', 'Tutor', 'Head'))";

    internal const string Select = $"""
        select n.id, n.seminar_id as seminar, n.person_id as person, p.full_name as name, n.school_id as school, n.state, n.reason,
               case when p.reachable then p.chat_id end as chat, n.asked_at, n.answer_by, n.remind_at, n.replaced_by,
               rp.full_name as replacement, m.state as place,
               exists (select from outbox o
                       where o.dedup = '{NoticeKey.NominatedStart}' || n.id and o.waiting and o.done_at is null) as is_unsent,
               exists (select from sign_up o
                       where o.seminar_id = n.seminar_id and o.person_id = n.person_id and o.state <> 'Cancelled'
                         and o.nomination_id is null) as is_in_by_self
        from nomination n
        join person p on p.id = n.person_id
        left join nomination r on r.id = n.replaced_by
        left join person rp on rp.id = r.person_id
        left join sign_up m on m.nomination_id = n.id and m.state <> 'Cancelled'
        """;

    /// <summary>The seminar's row is locked by the caller: so is all of the nomination.</summary>
    internal static Task<Nomination?> Find(DbSession session, NominationId id) =>
        session.Find<Nomination>($"{Select} where n.id = @id", new { id });

    /// <summary>Takes back the question and the reminder that still wait for their hour.</summary>
    internal static void TakeBackQuestion(DbSession session, Nomination asked)
    {
        OutboxWriter.Withdraw(session, NoticeKey.Nominated(asked.Id));
        TakeBackReminder(session, asked.Id, asked.AnswerBy, asked.RemindAt);
    }

    /// <summary>The reminder alone. After the nomination is written: a job that reminds at this moment comes first.</summary>
    internal static void TakeBackReminder(DbSession session, NominationId id, DateTimeOffset answerBy, DateTimeOffset remindAt) =>
        OutboxWriter.Withdraw(
            session, NoticeKey.NominationReminded(id, answerBy, remindAt), NoticeKey.NominationReminded(id, answerBy, null));

    /// <summary>Those of the teachers who may not be nominated.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="details">The meeting.</param>
    /// <param name="school">Whose teachers they are.</param>
    /// <param name="teachers">Who is to be nominated.</param>
    /// <param name="hold">They stay of the school until the commit.</param>
    internal static async Task<IReadOnlyList<LeftOut>> LeftOut(
        DbSession session, SeminarDetails details, SchoolId school, IReadOnlyCollection<PersonId> teachers, bool hold)
    {
        var known = (await session.Query<
            (long Person, string? Name, bool IsOurs, bool HasRole, bool Leads, string? Place, int Declined)>($"""
            select p.id, p.full_name, p.school_id is not distinct from @school and p.erased_at is null, {HasRole},
                   p.id is not distinct from @LeaderId,
                   (select m.state from sign_up m where m.seminar_id = @Id and m.person_id = p.id and m.state <> 'Cancelled'),
                   (select count(*)::int from nomination n
                    where n.seminar_id = @Id and n.person_id = p.id and n.school_id = @school and n.state = 'Declined')
            from person p
            where p.id = any(@teachers)
            order by p.id
            {(hold ? "for share of p" : "")}
            """, new { details.Id, details.LeaderId, school, teachers = teachers.Select(t => t.Value).ToArray() }))
            .ToDictionary(row => new PersonId(row.Person));
        return
        [
            .. from teacher in teachers.Distinct()
               let row = known.GetValueOrDefault(teacher)
               let because = row switch
               {
                   { IsOurs: false } => NominationRefusal.NotOfSchool,
                   { Place: nameof(SignUpState.Confirmed) } => NominationRefusal.SignedUp,
                   { Place: not null } => NominationRefusal.Waits,
                   { Leads: true } => NominationRefusal.Leads,
                   { HasRole: false } => NominationRefusal.NoRole,
                   { Declined: > NominationStore.AskedAgain } => NominationRefusal.DeclinedTwice,
                   _ => (NominationRefusal?)null,
               }
               where because is not null
               select new LeftOut(teacher, row.Name, because.Value),
        ];
    }

    /// <summary>A meeting as it stands to a teacher of the school who has no place.</summary>
    internal static async Task<Seating> OfSchool(DbSession session, SeminarDetails details, SchoolId school) => details.Attendance with
    {
        Mine = null,
        KeepsMine = false,
        HeldForMine = details.Held == 0 ? 0 : await session.Value<int>(
            "select count(*)::int from school_seat where seminar_id = @Id and school_id = @school", new { details.Id, school }),
    };
}
