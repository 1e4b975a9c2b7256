using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Deadlines;

/// <summary>A request that waits for any free time, whom to tell of one, and a tutor who may have it.</summary>
public sealed record HoursWaiter
{
    public ConsultationId Id { get; init; }

    public required string Topic { get; init; }

    public string? Subject { get; init; }

    public ChatId Chat { get; init; }

    public PersonId TutorId { get; init; }

    public required string Tutor { get; init; }

    /// <summary>Whether there was a time for it when it was last looked at; null: not looked at yet.</summary>
    public bool? HadTimes { get; init; }

    /// <summary>The moment from which there was none, the last time that there was none.</summary>
    public DateTimeOffset? NoneSince { get; init; }
}

/// <summary>Requests that wait for a free time.</summary>
public sealed class WaitingStore(DbSession session)
{
    private const int Page = 200;

    /// <summary>
    /// Those who wait for a certain tutor, and those who wait for anybody who knows their subject: once for each of these. In pages, and
    /// the rows of one request are on one page.
    /// </summary>
    /// <param name="tutor">Only those who wait for this tutor; null: for any.</param>
    /// <param name="onlyNew">Only those that were never looked at.</param>
    public async IAsyncEnumerable<IReadOnlyList<HoursWaiter>> Pages(PersonId? tutor, bool onlyNew)
    {
        ConsultationId after = default;
        while (await Next(tutor, after, onlyNew) is { Count: > 0 } page)
        {
            yield return page;
            after = page[^1].Id;
        }
    }

    /// <summary>Notes whether there are times for them.</summary>
    /// <returns>Those of which this is news; not those that somebody else is writing just now.</returns>
    public Task<IReadOnlyList<ConsultationId>> Note(IEnumerable<ConsultationId> ids, bool hasTimes, DateTimeOffset now) =>
        session.Query<ConsultationId>("""
        update consultation
        set had_times = @hasTimes, none_since = case when @hasTimes then none_since else @now end
        where id in (
            select id from consultation
            where id = any(@ids) and state = 'Waiting' and had_times is distinct from @hasTimes
            order by id
            for no key update skip locked)
        returning id
        """, new { ids = ids.Select(i => i.Value).ToArray(), hasTimes, now });

    /// <summary>Notes that they are told of these tutors' hours, in the session's transaction.</summary>
    /// <returns>Those who were not told yet: of one tutor once a day, and again when there was none meanwhile.</returns>
    public async Task<IReadOnlyList<HoursWaiter>> Offer(IReadOnlyList<HoursWaiter> waiting, DateOnly day)
    {
        var told = await session.Query<(long Id, long Tutor)>("""
            insert into hours_offer (consultation_id, tutor_id, day, none_since)
            select c.id, o.tutor, @day, c.none_since
            from unnest(@ids, @tutors) o(id, tutor)
            join consultation c on c.id = o.id and c.state = 'Waiting'
            order by c.id, o.tutor
            on conflict (consultation_id, tutor_id) do update set day = excluded.day, none_since = excluded.none_since
            where (hours_offer.day, hours_offer.none_since) is distinct from (excluded.day, excluded.none_since)
            returning consultation_id, tutor_id
            """, new
        {
            ids = waiting.Select(one => one.Id.Value).ToArray(),
            tutors = waiting.Select(one => one.TutorId.Value).ToArray(),
            day,
        });
        return [.. waiting.Where(one => told.Contains((one.Id.Value, one.TutorId.Value)))];
    }

    private Task<IReadOnlyList<HoursWaiter>> Next(PersonId? tutor, ConsultationId after, bool onlyNew) => session.Query<HoursWaiter>($"""
        select c.id, c.topic, c.subject, c.had_times, c.none_since, t.chat_id as chat, u.id as tutor_id, u.full_name as tutor
        from (
            select w.*
            from consultation w
            where w.state = 'Waiting' and w.id > @after and (not @onlyNew or w.had_times is null)
              and exists (select from person p where p.id = w.teacher_id and p.reachable)
              and exists (
                  select from person_role r
                  join person u on u.id = r.person_id
                  where r.role = 'Tutor' and r.person_id <> w.teacher_id and (@tutor::bigint is null or r.person_id = @tutor)
                    and (r.person_id = w.tutor_id or w.tutor_id is null and (w.subject is null or u.subjects @> array[w.subject])))
            order by w.id
            limit {Page}) c
        join person t on t.id = c.teacher_id
        join person_role r on r.role = 'Tutor' and r.person_id <> c.teacher_id and (r.person_id = c.tutor_id or c.tutor_id is null)
        join person u on u.id = r.person_id and (c.tutor_id is not null or c.subject is null or u.subjects @> array[c.subject])
        where @tutor::bigint is null or u.id = @tutor
        order by c.id, u.id
        """, new { tutor, after, onlyNew });
}
