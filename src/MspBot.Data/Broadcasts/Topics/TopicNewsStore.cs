using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.Broadcasts.Topics;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.Topics;

/// <summary>What is new, and until when it may have come up.</summary>
/// <param name="Since">What is older is no news.</param>
/// <param name="Until">What came up later waits.</param>
/// <param name="Now">What has begun is none.</param>
/// <param name="Meetings">Only these, which begin soon, and no materials; null: everything.</param>
public sealed record NewsWindow(DateTimeOffset Since, DateTimeOffset Until, DateTimeOffset Now, IReadOnlyList<long>? Meetings = null);

/// <summary>
/// Who hears of what is new in their topics. What somebody is told is marked in the transaction that tells it, so it is told once, also
/// by two machines.
/// </summary>
public sealed class TopicNewsStore(DbSession session)
{
    /// <summary>Begins a morning, or goes on with it.</summary>
    /// <returns>When it began; null: it is done.</returns>
    public async Task<DateTimeOffset?> Begin(DateOnly day, DateTimeOffset now) => await session.Find<DateTime?>("""
        with begun as (
            insert into topic_morning (day, began_at)
            select @day, @now where not exists (select from topic_morning where day = @day)
            on conflict do nothing
            returning began_at
        )
        select began_at from begun
        union all
        select began_at from topic_morning where day = @day and done_at is null
        """, new { day, now }) is { } began ? new DateTimeOffset(began, TimeSpan.Zero) : null;

    /// <summary>Done; and what was told long ago is forgotten: it is news no more.</summary>
    public Task End(DateOnly day, DateTimeOffset now) => session.Execute("""
        update topic_morning set done_at = @now where day = @day and done_at is null;
        delete from topic_told where at < @old;
        delete from topic_morning where began_at < @old
        """, new { day, now, old = now - TopicNewsSchedule.Remembered });

    /// <summary>Published meetings that begin within <paramref name="soon"/>; with when they begin.</summary>
    public async Task<IReadOnlyList<(long Id, DateTimeOffset StartsAt)>> Soon(DateTimeOffset since, DateTimeOffset now, TimeSpan soon) =>
        [.. (await session.Query<(long Id, DateTime StartsAt)>("""
            select id, starts_at
            from seminar
            where state = 'Published' and published_at > @since and published_at <= @now and starts_at > @now and starts_at <= @until
            """, new { since, now, until = now + soon })).Select(row => (row.Id, new DateTimeOffset(row.StartsAt, TimeSpan.Zero)))];

    /// <summary>Those to whom something is new that they were not told; in the order of their numbers.</summary>
    public Task<IReadOnlyList<PersonId>> Due(NewsWindow window) =>
        session.Query<PersonId>($"{New} select distinct person_id from unheard order by person_id", Args(window, null));

    /// <summary>
    /// Marks what these are to be told, if they were not told it meanwhile. Holds them until then: nobody turns it off between.
    /// </summary>
    public async Task<IReadOnlyList<ToldPerson>> Take(NewsWindow window, IReadOnlyCollection<PersonId> persons, DateTimeOffset at)
    {
        await session.Query<int>("select 1 from person where id = any(@ids) order by id for share",
            new { ids = persons.Select(person => person.Value).ToArray() });
        var told = await session.Query<(long Person, long Chat, string Kind, long Id)>($"""
            {New}, told as (
                insert into topic_told (person_id, kind, thing_id, at)
                select person_id, kind, id, @at from unheard order by person_id, kind, id
                on conflict do nothing
                returning person_id, kind, thing_id
            )
            select t.person_id, p.chat_id, t.kind, t.thing_id
            from told t
            join person p on p.id = t.person_id
            """, Args(window, persons, at));
        var news = (await TopicNewsReader.Find(session, [.. told.Select(one => (one.Kind, one.Id)).Distinct()]))
            .ToDictionary(one => ($"{one.Kind}", one.Id));
        return
        [
            .. told.GroupBy(one => (one.Person, one.Chat)).OrderBy(one => one.Key.Person).Select(one => new ToldPerson(
                new(one.Key.Person), new(one.Key.Chat), TopicNewsReader.InOrder(one.Select(thing => news[(thing.Kind, thing.Id)])))),
        ];
    }

    private static object Args(NewsWindow window, IReadOnlyCollection<PersonId>? persons, DateTimeOffset at = default) => new
    {
        since = window.Since,
        until = window.Until,
        now = window.Now,
        meetings = window.Meetings?.ToArray(),
        persons = persons?.Select(person => person.Value).ToArray(),
        at = at.ToUniversalTime(),
        subjects = SubjectWords.Named.ToArray(),
        queries = TopicWishStore.Queries,
    };

    /// <summary>
    /// Few things are new at a time, so they come first and find their people. Not one's own, nothing one has signed up to or taken.
    /// </summary>
    private const string New = """
        with meeting as materialized (
            select id, words, leader_id, created_by, published_at as at
            from seminar
            where state = 'Published' and published_at > @since and published_at <= @until and starts_at > @now
              and (@meetings::bigint[] is null or id = any(@meetings))
        ), thing as materialized (
            select id, subjects, added_by, shown_at as at
            from material
            where state = 'Shown' and in_library and shown_at > @since and shown_at <= @until and @meetings::bigint[] is null
        ), matched as (
            select w.person_id, 'Seminar' as kind, m.id
            from meeting m
            join seminar_topic k on k.seminar_id = m.id
            join topic_wish w on w.topic_id = k.topic_id and w.since <= m.at
            union
            select w.person_id, 'Seminar', m.id
            from meeting m
            join unnest(@subjects, @queries) as q(subject, query) on m.words @@ q.query::tsquery
            join subject_wish w on w.subject = q.subject and w.since <= m.at
            union
            select w.person_id, 'Material', m.id
            from thing m
            join material_topic k on k.material_id = m.id
            join topic_wish w on w.topic_id = k.topic_id and w.since <= m.at
            union
            select w.person_id, 'Material', m.id
            from thing m
            cross join unnest(m.subjects) as s(subject)
            join subject_wish w on w.subject = s.subject and w.since <= m.at
        ), unheard as (
            select f.person_id, f.kind, f.id
            from matched f
            join person p on p.id = f.person_id
            where p.chat_id is not null and p.reachable and p.broadcasts and (@persons::bigint[] is null or p.id = any(@persons))
              and not exists (select from topic_told t where t.person_id = f.person_id and t.kind = f.kind and t.thing_id = f.id)
              and (f.kind <> 'Seminar'
                  or not exists (select from meeting m where m.id = f.id and f.person_id in (m.leader_id, m.created_by))
                  and not exists (select from sign_up u where u.seminar_id = f.id and u.person_id = f.person_id and u.state <> 'Cancelled'))
              and (f.kind <> 'Material' or not exists (select from thing m where m.id = f.id and m.added_by = f.person_id)
                  and not exists (select from material_taken k where k.material_id = f.id and k.person_id = f.person_id))
        )
        """;
}
