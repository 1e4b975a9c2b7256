using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Feedback;

/// <summary>A filing as it lies in the table.</summary>
public sealed record FiledRow
{
    public Guid Id { get; init; }

    /// <summary>The seminar's or the consultation's number.</summary>
    public long Meeting { get; init; }

    public required byte[] Author { get; init; }

    public int Rating { get; init; }

    public int Usefulness { get; init; }

    public string? WillUse { get; init; }

    public string? WasMissing { get; init; }

    public string? Name { get; init; }

    public Applied? Applied { get; init; }

    public DateOnly FiledOn { get; init; }

    /// <summary>It is in the view of those who were spoken of.</summary>
    public bool Opened { get; init; }
}

/// <summary>Somebody who could have filed. A meeting of a person's may stand here more than once.</summary>
public sealed record CouldFile
{
    public long Meeting { get; init; }

    public PersonId Person { get; init; }

    /// <summary>Null: cannot be told.</summary>
    public long? Chat { get; init; }
}

/// <summary>A seminar in the head's list; <see cref="Mean"/> is null under three answers.</summary>
public sealed record RatedSeminar
{
    public SeminarId Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public double? Mean { get; init; }
}

/// <summary>A tutor in the head's list.</summary>
public sealed record RatedTutor(long Id, string Name);

/// <summary>«Мы сделали: …»</summary>
public sealed record Reply
{
    public required string Text { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>
/// What was filed, for the views. It comes without any order; who may be shown what of it is decided by the rule of three
/// (<see cref="Anonymity"/>), and nothing read here goes anywhere else.
/// </summary>
public sealed class OpinionReader(DbSession session)
{
    public const int PageSize = 6;

    private const string Row = "f.id, f.author, f.rating, f.usefulness, f.will_use, f.was_missing, p.full_name as name, f.applied, f.filed_on, f.opened_on is not null as opened";

    public Task<IReadOnlyList<FiledRow>> OfSeminar(SeminarId id) => session.Query<FiledRow>($"""
        select {Row}, f.seminar_id as meeting
        from feedback f
        left join person p on p.id = f.person_id
        where f.seminar_id = @id
        """, new { id });

    public Task<IReadOnlyList<FiledRow>> OfTutor(PersonId tutor) => session.Query<FiledRow>($"""
        select {Row}, f.consultation_id as meeting
        from consultation c
        join feedback f on f.consultation_id = c.id
        left join person p on p.id = f.person_id
        where c.tutor_id = @tutor
        """, new { tutor });

    public Task<IReadOnlyList<CouldFile>> ParticipantsOfSeminar(SeminarId id) => session.Query<CouldFile>("""
        select c.meeting, c.person_id as person, case when p.reachable then p.telegram_id end as chat
        from came_to c
        join person p on p.id = c.person_id
        where c.kind = 'Seminar' and c.meeting = @id
        order by c.person_id
        """, new { id });

    public Task<IReadOnlyList<CouldFile>> ParticipantsOfTutor(PersonId tutor) => session.Query<CouldFile>("""
        select c.id as meeting, c.teacher_id as person, null::bigint as chat
        from consultation c
        where c.tutor_id = @tutor and c.teacher_id is not null and exists (select from feedback f where f.consultation_id = c.id)
        union all
        select c.id, m.person_id, null
        from consultation c
        join consultation_member m on m.consultation_id = c.id and m.state = 'Agreed'
        where c.tutor_id = @tutor and exists (select from feedback f where f.consultation_id = c.id)
        """, new { tutor });

    /// <summary>How many came to a seminar, and could have filed.</summary>
    public Task<int> CameToSeminar(SeminarId id) => session.Value<int>("select count(*)::int from came_to where kind = 'Seminar' and meeting = @id", new { id });

    /// <summary>Seminars that ended in this time, of which something is in no view yet.</summary>
    public Task<IReadOnlyList<SeminarId>> WithUnopened(DateTimeOffset from, DateTimeOffset until) => session.Query<SeminarId>("""
        select s.id
        from seminar s
        where s.ends_at >= @from and s.ends_at < @until and exists (select from feedback f where f.seminar_id = s.id and f.opened_on is null)
        order by s.id
        """, new { from, until });

    /// <summary>From this day on they are in the views, and in the figures of this day.</summary>
    public Task Open(IReadOnlyList<Guid> filings, DateOnly today) => session.Execute(
        "update feedback set opened_on = @today where id = any(@filings) and opened_on is null", new { filings = filings.ToArray(), today });

    /// <summary>Seminars of which anything was said, the latest first; one more than a page, if there is a next one.</summary>
    public Task<IReadOnlyList<RatedSeminar>> Seminars(int page) => session.Query<RatedSeminar>("""
        select s.id, s.title, s.starts_at, case when count(f.opened_on) >= @least then avg(f.rating) filter (where f.opened_on is not null)::float8 end as mean
        from seminar s
        join feedback f on f.seminar_id = s.id
        group by s.id
        order by s.starts_at desc, s.id desc
        offset @skip limit @take
        """, new { least = Anonymity.Least, skip = page * PageSize, take = PageSize + 1 });

    public Task<IReadOnlyList<RatedTutor>> Tutors() => session.Query<RatedTutor>("""
        select p.id, p.full_name as name
        from person p
        where p.full_name is not null and p.id in (
            select c.tutor_id
            from consultation c
            where exists (select from feedback f where f.consultation_id = c.id))
        order by alphabetical(p.full_name), p.id
        """);

    /// <summary>When the seminar was over; null when there is none.</summary>
    public Task<DateTimeOffset?> EndOf(SeminarId id) => session.Find<DateTimeOffset?>("select ends_at from seminar where id = @id", new { id });

    public Task<PersonId?> TutorOf(Meeting consultation) => session.Find<PersonId?>("select tutor_id from consultation where id = @Id", new { consultation.Id });

    public Task<string?> TutorName(PersonId tutor) => session.Find<string?>("""
        select p.full_name
        from person p
        where p.id = @tutor and exists (select from person_role r where r.person_id = p.id and r.role = 'Tutor')
        """, new { tutor });

    public Task<IReadOnlyList<Reply>> Replies(SeminarId id) =>
        session.Query<Reply>("select text, at from feedback_reply where seminar_id = @id order by id", new { id });

    public Task<long> AddReply(SeminarId id, string text, PersonId by, DateTimeOffset now) => session.Value<long>("""
        insert into feedback_reply (seminar_id, text, by_person, at) values (@id, @text, @by, @now) returning id
        """, new { id, text, by, now });
}
