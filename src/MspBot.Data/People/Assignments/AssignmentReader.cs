using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.People.Assignments;

namespace MspBot.Data.People.Assignments;

/// <summary>Which tutor accompanies whom. Names are null where a person is erased.</summary>
public sealed record AssignmentDetails
{
    public AssignmentId Id { get; init; }
    public PersonId TutorId { get; init; }
    public PersonId? TeacherId { get; init; }
    public SchoolId? SchoolId { get; init; }
    public string? Tutor { get; init; }
    public string? Teacher { get; init; }

    /// <summary>The teacher's school, or the one that is accompanied as a whole.</summary>
    public string? School { get; init; }

    /// <summary>Null: in all.</summary>
    public string? Subject { get; init; }

    public DateOnly Since { get; init; }
    public DateOnly? EndedOn { get; init; }
    public ChatId? TutorChat { get; init; }
    public ChatId? TeacherChat { get; init; }
}

/// <summary>Assignments, for heads and for those concerned.</summary>
public sealed class AssignmentReader(DbSession session)
{
    internal const string Select = """
        select a.id, a.tutor_id, a.teacher_id, a.school_id, t.full_name as tutor, p.full_name as teacher, s.name as school, a.subject,
            a.since, a.ended_on,
               case when t.reachable then t.chat_id end as tutor_chat, case when p.reachable then p.chat_id end as teacher_chat
        from tutoring_assignment a
        join person t on t.id = a.tutor_id
        left join person p on p.id = a.teacher_id
        left join school s on s.id = coalesce(a.school_id, p.school_id)
        """;

    public Task<AssignmentDetails?> One(AssignmentId id) => session.Find<AssignmentDetails>($"{Select} where a.id = @id", new { id });

    /// <summary>All that name somebody, on either side, ended or not.</summary>
    public Task<IReadOnlyList<AssignmentDetails>> Of(PersonId person) => session.Query<AssignmentDetails>(
        $"{Select} where a.tutor_id = @person or a.teacher_id = @person order by a.id", new { person });

    /// <returns>A page of those a tutor accompanies now, and how many there are.</returns>
    public async Task<(Page<AssignmentDetails> Page, int All)> Current(PersonId tutor, int page)
    {
        var all = await CountCurrent(tutor);
        page = Paging.Nearest(page, all);
        return (Paging.Of(await session.Query<AssignmentDetails>($"""
            {Select}
            where a.tutor_id = @tutor and a.ended_on is null
            order by alphabetical(p.full_name) nulls first, alphabetical(s.name), alphabetical(a.subject), a.id
            limit {Paging.Size} offset @skip
            """, new { tutor, skip = Paging.Skip(page) }), page, all), all);
    }

    /// <summary>
    /// A page of who accompanies a school or somebody who works there, the whole school first, and how many they are.
    /// </summary>
    public async Task<(Page<AssignmentDetails> Page, int All)> OfSchool(SchoolId school, int page)
    {
        const string which = "a.ended_on is null and (a.school_id = @school or p.school_id = @school)";
        var all = await session.Value<int>($"""
            select count(*)::int from tutoring_assignment a left join person p on p.id = a.teacher_id where {which}
            """, new { school });
        page = Paging.Nearest(page, all);
        return (Paging.Of(await session.Query<AssignmentDetails>($"""
            {Select}
            where {which}
            order by alphabetical(p.full_name) nulls first, alphabetical(t.full_name), alphabetical(a.subject), a.id
            limit {Paging.Size} offset @skip
            """, new { school, skip = Paging.Skip(page) }), page, all), all);
    }

    /// <summary>All that is stored of this person, on either side, ended or not.</summary>
    public Task<int> CountOf(PersonId person) =>
        session.Value<int>("select count(*)::int from tutoring_assignment where tutor_id = @person or teacher_id = @person",
            new { person });

    public Task<int> CountCurrent(PersonId tutor) =>
        session.Value<int>("select count(*)::int from tutoring_assignment where tutor_id = @tutor and ended_on is null", new { tutor });
}
