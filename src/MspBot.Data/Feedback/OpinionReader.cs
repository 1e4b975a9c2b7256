using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Feedback;

/// <summary>An answer that has come in.</summary>
public sealed record FiledRow
{
    /// <summary>The seminar's or the consultation's number.</summary>
    public long Meeting { get; init; }

    public required byte[] Author { get; init; }

    public int Rating { get; init; }

    public int Usefulness { get; init; }

    public string? WillUse { get; init; }

    public string? WasMissing { get; init; }

    /// <summary>Of those who chose to show it.</summary>
    public string? Name { get; init; }

    public Applied? Applied { get; init; }

    public byte[]? Kept { get; init; }

    /// <summary>Only in rows of earlier versions.</summary>
    public PersonId? PersonId { get; init; }
}

/// <summary>A person who could have filed. One meeting of a person may be listed more than once.</summary>
public sealed record CouldFile
{
    public long Meeting { get; init; }

    public PersonId Person { get; init; }

    /// <summary>Null: cannot be told.</summary>
    public ChatId? Chat { get; init; }
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
/// What has come in, for the views. It comes without any order; who may be shown what of it is decided by the rule of three
/// (<see cref="Anonymity"/>), and nothing read here goes anywhere else.
/// </summary>
public sealed class OpinionReader(DbSession session, AuthorKey key)
{
    private const string Row = "f.author, f.rating, f.usefulness, f.will_use, f.was_missing, f.applied, f.kept, f.person_id";

    private sealed record Named(PersonId Id, string? FullName);

    public async Task<IReadOnlyList<FiledRow>> OfSeminar(SeminarId id) => await WithNames(await session.Query<FiledRow>($"""
        select {Row}, f.seminar_id as meeting
        from feedback f
        where f.seminar_id = @id and f.opened_on is not null
        """, new { id }));

    public async Task<IReadOnlyList<FiledRow>> OfTutor(PersonId tutor) => await WithNames(await session.Query<FiledRow>($"""
        select {Row}, f.consultation_id as meeting
        from consultation c
        join feedback f on f.consultation_id = c.id and f.opened_on is not null
        where c.tutor_id = @tutor
        """, new { tutor }));

    public Task<IReadOnlyList<CouldFile>> ParticipantsOfSeminar(SeminarId id) => session.Query<CouldFile>("""
        select c.meeting, c.person_id as person, case when p.reachable then p.chat_id end as chat
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

    /// <summary>Seminars that somebody came to, the latest first, whether anything was said or not.</summary>
    public Task<Page<RatedSeminar>> Seminars(int page, DateTimeOffset now) => session.Page<RatedSeminar>(page, """
        select s.id, s.title, s.starts_at, (
            select case when count(*) >= @least then avg(f.rating)::float8 end
            from feedback f
            where f.seminar_id = s.id and f.opened_on is not null) as mean
        from seminar s
        where s.state = 'Published' and s.ends_at <= @now
            and exists (select from sign_up u where u.seminar_id = s.id and u.state = 'Confirmed' and u.came)
        order by s.starts_at desc, s.id desc
        offset @skip limit @take
        """, new { least = Anonymity.MinPeople, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>Those who have held a consultation.</summary>
    public Task<IReadOnlyList<RatedTutor>> Tutors() => session.Query<RatedTutor>("""
        select p.id, p.full_name as name
        from person p
        where p.full_name is not null and exists (select from consultation c where c.tutor_id = p.id and c.state = 'Held')
        order by alphabetical(p.full_name), p.id
        """);

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

    private async Task<IReadOnlyList<FiledRow>> WithNames(IReadOnlyList<FiledRow> rows)
    {
        var shown = rows.Select(r => r.PersonId ?? Kept.Unseal(key, r.Author, r.Kept).Name).ToList();
        var ids = shown.OfType<PersonId>().Distinct().Select(id => id.Value).ToArray();
        if (ids.Length == 0) return rows;
        var names = (await session.Query<Named>("select id, full_name from person where id = any(@ids)", new { ids }))
            .ToDictionary(p => p.Id, p => p.FullName);
        return [.. rows.Select((row, n) => shown[n] is { } id ? row with { Name = names.GetValueOrDefault(id) } : row)];
    }
}
