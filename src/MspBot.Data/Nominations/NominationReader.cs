using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Domain.Spelling;

namespace MspBot.Data.Nominations;

/// <summary>A meeting to which a school can send somebody.</summary>
public sealed record MeetingToSend
{
    public SeminarId Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }
}

/// <summary>A teacher of a school, as they stand to one meeting.</summary>
public sealed record TeacherToSend
{
    public PersonId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Their place there; null: none.</summary>
    public SignUpState? Place { get; init; }

    public bool Leads { get; init; }

    /// <summary>How often they have said that they cannot come to it.</summary>
    public int Declined { get; init; }

    /// <summary>Whether they have something else at that time.</summary>
    public bool Busy { get; init; }

    /// <summary>False once they have stopped the bot.</summary>
    public bool Reachable { get; init; }

    /// <summary>Whether the meeting names a subject of theirs.</summary>
    public bool OfSubject { get; init; }

    public bool CanBeSent => Place is null && !Leads && Declined <= NominationStore.AskedAgain;
}

/// <summary>Nominations to look at, and who can be nominated where.</summary>
public sealed class NominationReader(DbSession session)
{
    public Task<Nomination?> One(NominationId id) => NominationQuery.Find(session, id);

    /// <summary>These, in their order.</summary>
    public Task<IReadOnlyList<Nomination>> All(IReadOnlyCollection<NominationId> ids) => session.Query<Nomination>(
        $"{NominationQuery.Select} where n.id = any(@ids) order by n.id", new { ids = ids.Select(i => i.Value).ToArray() });

    /// <summary>Whom a school has sent to a meeting, the latest first; who was replaced is told by who came instead.</summary>
    public Task<IReadOnlyList<Nomination>> OfMeeting(SeminarId seminar, SchoolId school) => session.Query<Nomination>($"""
        {NominationQuery.Select}
        where n.seminar_id = @seminar and n.school_id = @school and n.replaced_by is null
        order by n.state in ('Asked', 'Accepted') desc, n.id
        """, new { seminar, school });

    /// <summary>All by which somebody was sent.</summary>
    public Task<IReadOnlyList<Nomination>> Of(PersonId person) =>
        session.Query<Nomination>($"{NominationQuery.Select} where n.person_id = @person order by n.id", new { person });

    /// <summary>Whose place somebody has given them, and where.</summary>
    public async Task<IReadOnlyList<(SeminarId Meeting, ChatId Chat)>> PlacesBy(PersonId head) =>
        [.. (await session.Query<(long Meeting, long Chat)>("""
            select n.seminar_id, p.chat_id
            from nomination n
            join sign_up m on m.nomination_id = n.id and m.state <> 'Cancelled'
            join person p on p.id = n.person_id and p.chat_id is not null
            where n.by_person = @head
            """, new { head })).Select(row => (new SeminarId(row.Meeting), new ChatId(row.Chat)))];

    /// <summary>All to a meeting, of these schools; null: of any.</summary>
    public Task<IReadOnlyList<NominationId>> ToMeeting(SeminarId seminar, IReadOnlyCollection<SchoolId>? schools) =>
        session.Query<NominationId>("""
            select id
            from nomination
            where seminar_id = @seminar and (@schools::bigint[] is null or school_id = any(@schools))
            order by id
            """, new { seminar, schools = schools?.Select(s => s.Value).ToArray() });

    /// <summary>What waits for a teacher's answer, what is due first.</summary>
    public Task<Nomination?> FirstAsked(PersonId person, DateTimeOffset now) => session.Find<Nomination>($"""
        {NominationQuery.Select}
        join seminar s on s.id = n.seminar_id and s.state = 'Published' and s.starts_at > @now
        where n.person_id = @person and n.state = 'Asked'
        order by n.answer_by, n.id
        limit 1
        """, new { person, now });

    /// <summary>The meeting as it stands to one of the school who has no place, and what would happen to so many of them.</summary>
    public async Task<NominationForecast> Forecast(SeminarDetails details, SchoolId school, int teachers) =>
        NominationForecast.Of(await NominationQuery.OfSchool(session, details, school), details.Seats, teachers);

    /// <summary>Those of the teachers who cannot be nominated now, and why.</summary>
    public Task<IReadOnlyList<LeftOut>> LeftOut(SeminarDetails details, SchoolId school, IReadOnlyCollection<PersonId> teachers) =>
        NominationQuery.LeftOut(session, details, school, teachers, hold: false);

    /// <summary>Public meetings that have not begun, whose title has these words in it, by date; and how many there are.</summary>
    public async Task<(IReadOnlyList<MeetingToSend> Meetings, int All)> Meetings(string words, DateTimeOffset now, int skip, int take)
    {
        const string which = """
            from seminar s
            where s.state = 'Published' and s.starts_at > @now and (@words = '' or position(@words in folded(s.title)) > 0)
            """;
        var args = new { words = Folded.Of(words), now, skip, take };
        var all = await session.Value<int>($"select count(*)::int {which}", args);
        return (await session.Query<MeetingToSend>($"""
            select s.id, s.title, s.starts_at {which} order by s.starts_at, s.id offset @skip limit @take
            """, args), all);
    }

    /// <summary>One of them; null: not any more.</summary>
    public Task<MeetingToSend?> Meeting(SeminarId id, DateTimeOffset now) => session.Find<MeetingToSend>(
        "select id, title, starts_at from seminar where id = @id and state = 'Published' and starts_at > @now", new { id, now });

    /// <summary>The school's teachers; those whose subject the meeting names stand first, then by name.</summary>
    public async Task<IReadOnlyList<TeacherToSend>> Teachers(SeminarId seminar, SchoolId school)
    {
        var subjects = SubjectWords.Named.ToArray();
        var teachers = await session.Query<TeacherToSend>($"""
            with named as (
                select array_agg(q.subject) as subjects
                from seminar s, unnest(@subjects, @queries) as q(subject, query)
                where s.id = @seminar and s.words @@ q.query::tsquery
            )
            select p.id, p.full_name as name, m.state as place, p.id is not distinct from s.leader_id as leads, p.reachable,
                   coalesce(p.subjects && named.subjects, false) as of_subject,
                   (select count(*)::int from nomination n
                    where n.seminar_id = s.id and n.person_id = p.id and n.school_id = @school and n.state = 'Declined') as declined,
                   exists (select from meeting o
                           where o.person_id = p.id and o.settled and o.starts_at < s.ends_at and o.ends_at > s.starts_at
                             and not (o.kind = 'Seminar' and o.id = s.id)) as busy
            from seminar s
            cross join named
            join person p on p.school_id = @school and p.erased_at is null and {NominationQuery.HasRole}
            left join sign_up m on m.seminar_id = s.id and m.person_id = p.id and m.state <> 'Cancelled'
            where s.id = @seminar
            """, new { seminar, school, subjects, queries = subjects.Select(s => SubjectWords.Query([s])).ToArray() });
        return [.. teachers.OrderBy(t => !t.OfSubject).ThenBy(t => t.Name, Alphabet.Order).ThenBy(t => t.Id.Value)];
    }
}
