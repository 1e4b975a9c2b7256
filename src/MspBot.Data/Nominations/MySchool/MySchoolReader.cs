using MspBot.Data.Postgres;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Nominations.MySchool;

/// <summary>
/// A school as its head sees it: its teachers, and who took part from there, as it was when each meeting ended. Whoever asks has made sure
/// that it is their school.
/// </summary>
public sealed class MySchoolReader(DbSession session)
{
    /// <summary>Lines of text, not buttons: more of them fit.</summary>
    public const int NamesOnAPage = 10;

    /// <summary>The person <c>p</c> is a teacher of the school.</summary>
    private const string Teaches = $"p.school_id = @school and p.erased_at is null and {NominationQuery.HasRole}";

    /// <summary>Places taken from the school: of people who work there, and what those left there who have moved since.</summary>
    private const string Places = """
        select m.id, m.seminar_id, m.person_id, m.state, m.came
        from person p
        join sign_up m on m.person_id = p.id and m.state <> 'Cancelled' and m.school_id is null
        where p.school_id = @school
        union all
        select m.id, m.seminar_id, m.person_id, m.state, m.came
        from sign_up m
        where m.school_id = @school and m.state <> 'Cancelled'
        """;

    /// <summary>Consultations held, of those people in the same way.</summary>
    private const string Consulted = """
        select c.teacher_id as person_id, c.starts_at
        from person p
        join consultation c on c.teacher_id = p.id and c.school_id is null
        where p.school_id = @school and c.state = 'Held'
        union all
        select teacher_id, starts_at from consultation where school_id = @school and state = 'Held'
        union all
        select g.person_id, c.starts_at
        from (
            select g.consultation_id, g.person_id
            from person p
            join consultation_member g on g.person_id = p.id and g.school_id is null
            where p.school_id = @school and g.state = 'Agreed'
            union all
            select consultation_id, person_id from consultation_member where school_id = @school and state = 'Agreed'
        ) g
        join consultation c on c.id = g.consultation_id and c.state = 'Held'
        """;

    /// <param name="school">Which.</param>
    /// <param name="head">Who asks.</param>
    /// <param name="since">From when on it is counted who took part.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<SchoolSummary> Summary(SchoolId school, PersonId head, DateTimeOffset since, DateTimeOffset now) =>
        (await session.Find<SchoolSummary>($"""
            with place as ({Places})
            select
                (select count(*)::int from person p where {Teaches}) as teachers,
                (select count(*)::int from person p where {Teaches} and p.id <> @head) as others,
                (select count(distinct t.person_id)::int from (
                    select m.person_id
                    from place m
                    join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.starts_at > @since and s.ends_at <= @now
                    where m.state = 'Confirmed' and m.came
                    union all
                    select c.person_id from ({Consulted}) c where c.starts_at > @since and c.starts_at <= @now
                ) t) as took_part,
                count(*) filter (where m.state = 'Confirmed')::int as coming,
                count(*) filter (where m.state = 'Waitlisted')::int as waiting,
                (select count(*)::int
                 from nomination n
                 join seminar s on s.id = n.seminar_id and s.state = 'Published' and s.starts_at > @now
                 where n.school_id = @school and n.state = 'Asked') as asked
            from place m
            join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.ends_at > @now
            """, new { school, head, since, now }))!;

    /// <summary>A page by name, and how many there are.</summary>
    public async Task<(Page<TeacherLine> Page, int All)> Teachers(SchoolId school, int page, DateTimeOffset now)
    {
        var rows = await session.Query<TeacherRow>($"""
            with page as (
                select p.id, p.full_name as name, count(*) over ()::int as total
                from person p
                where {Teaches}
                order by alphabetical(p.full_name), p.id
                offset @skip limit @take
            )
            select page.id, page.name, page.total, {MeetingCounts}
            from page
            cross join lateral ({TeachersPlaces}) of
            order by alphabetical(page.name), page.id
            """, new { school, now, skip = Paging.Skip(page), take = Paging.Size });
        var all = rows.Count == 0 ? 0 : rows[0].Total;
        return (Paging.Of([.. rows.Select(row => row.Line)], page, all), all);
    }

    /// <summary>All of them by name, without numbers: to be searched.</summary>
    public Task<IReadOnlyList<(long Id, string Name)>> Names(SchoolId school) => session.Query<(long, string)>($"""
        select p.id, p.full_name from person p where {Teaches} order by alphabetical(p.full_name), p.id
        """, new { school });

    /// <summary>Null: no teacher of this school, or not any more.</summary>
    public async Task<TeacherLine?> Teacher(SchoolId school, PersonId teacher, DateTimeOffset now) =>
        (await session.Find<TeacherRow>($"""
            select page.id, page.name, 1 as total, {MeetingCounts}
            from (select p.id, p.full_name as name from person p where p.id = @teacher and {Teaches}) page
            cross join lateral ({TeachersPlaces}) of
            """, new { school, teacher, now }))?.Line;

    public Task<bool> IsTeacher(SchoolId school, PersonId teacher) =>
        session.Value<bool>($"select exists (select from person p where p.id = @teacher and {Teaches})", new { school, teacher });

    /// <summary>What a teacher of the school is going to, the next first; a page's worth at most.</summary>
    public Task<IReadOnlyList<TeachersMeeting>> Coming(PersonId teacher, DateTimeOffset now) => session.Query<TeachersMeeting>("""
        select s.title, s.starts_at, m.state
        from sign_up m
        join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.ends_at > @now
        where m.person_id = @teacher and m.state <> 'Cancelled'
        order by s.starts_at, s.id
        limit @take
        """, new { teacher, now, take = Paging.Size });

    /// <summary>What they had a seat in while they worked there, the latest first.</summary>
    public Task<Page<TeachersMeeting>> Past(SchoolId school, PersonId teacher, int page, DateTimeOffset now) =>
        session.Page<TeachersMeeting>(page, $"""
            select s.title, s.starts_at, m.state, coalesce(m.came, false) as came, {AttendanceReader.IsMarked} as marked
            from sign_up m
            join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.ends_at <= @now
            where m.person_id = @teacher and m.state = 'Confirmed' and coalesce(m.school_id, @school) = @school
            order by s.starts_at desc, s.id desc
            offset @skip limit @take
            """, new { school, teacher, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>Meetings that are over and in which somebody from the school had a seat, the latest first.</summary>
    public Task<Page<AttendedMeeting>> Meetings(SchoolId school, int page, DateTimeOffset now) => session.Page<AttendedMeeting>(page, $"""
        {Attended("")}
        order by s.starts_at desc, s.id desc
        offset @skip limit @take
        """, new { school, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>Null: it is not over, or nobody from the school had a seat.</summary>
    public Task<AttendedMeeting?> Meeting(SchoolId school, SeminarId id, DateTimeOffset now) =>
        session.Find<AttendedMeeting>(Attended("and s.id = @id"), new { school, id, now });

    /// <summary>A page of those from the school who had a seat: who came first, by name.</summary>
    /// <param name="school">Which.</param>
    /// <param name="id">The meeting.</param>
    /// <param name="page">From 0; the nearest there is.</param>
    /// <param name="seated">How many they are.</param>
    public async Task<Page<Attendee>> Attendees(SchoolId school, SeminarId id, int page, int seated)
    {
        page = Paging.Nearest(page, seated, NamesOnAPage);
        return Paging.Of(await session.Query<Attendee>($"""
            select p.full_name as name, coalesce(m.came, false) as came
            from ({Places}) m
            join person p on p.id = m.person_id
            where m.seminar_id = @id and m.state = 'Confirmed'
            order by 2 desc, alphabetical(p.full_name) nulls last, m.id
            offset @skip limit @take
            """, new { school, id, skip = Paging.Skip(page, NamesOnAPage), take = NamesOnAPage }), page, seated, NamesOnAPage);
    }

    private static string Attended(string which) => $"""
        select s.id, s.title, s.starts_at, count(*)::int as seated, count(*) filter (where m.came)::int as came,
               {AttendanceReader.IsMarked} as marked
        from ({Places}) m
        join seminar s on s.id = m.seminar_id and s.state = 'Published' and s.ends_at <= @now
        where m.state = 'Confirmed' {which}
        group by s.id
        """;

    private const string MeetingCounts = "of.coming, of.came, of.missed";

    /// <summary>The meetings of the teacher <c>page</c>. One that is over and not marked was neither attended nor missed.</summary>
    private const string TeachersPlaces = $"""
        select count(*) filter (where s.ends_at > @now)::int as coming, count(*) filter (where s.ends_at <= @now and m.came)::int as came,
               count(*) filter (where s.ends_at <= @now and m.came is not true and {AttendanceReader.IsMarked})::int as missed
        from sign_up m
        join seminar s on s.id = m.seminar_id and s.state = 'Published'
        where m.person_id = page.id and m.state = 'Confirmed' and coalesce(m.school_id, @school) = @school
        """;

    private sealed record TeacherRow
    {
        public PersonId Id { get; init; }
        public string Name { get; init; } = "";
        public int Total { get; init; }
        public int Coming { get; init; }
        public int Came { get; init; }
        public int Missed { get; init; }

        internal TeacherLine Line => new(Id, Name, Coming, Came, Missed);
    }
}
