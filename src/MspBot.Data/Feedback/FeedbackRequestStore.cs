using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;

namespace MspBot.Data.Feedback;

/// <summary>Who is to be asked. Rows taken are marked in the session's transaction, so that no one is asked twice.</summary>
public sealed class FeedbackRequestStore(DbSession session, FeedbackBox box, AuthorKey key)
{
    /// <summary>
    /// Everybody who came to what ended in this time and was not asked yet; those whom the messenger does not reach have no chat.
    /// </summary>
    /// <param name="seminarsSince">Seminars that ended after this.</param>
    /// <param name="consultationsSince">Consultations that ended after this.</param>
    /// <param name="until">And not after this.</param>
    /// <param name="today">The day they are asked.</param>
    /// <param name="only">Of these people; null: everybody.</param>
    public Task<IReadOnlyList<AttendedMeeting>> TakeDue(
        DateTimeOffset seminarsSince, DateTimeOffset consultationsSince, DateTimeOffset until, DateOnly today,
        IReadOnlyCollection<PersonId>? only = null) => session.Query<AttendedMeeting>($"""
            with asked as (
                insert into feedback_request (person_id, kind, meeting, asked_on)
                select c.person_id, c.kind, c.meeting, @today
                {NotAsked} and (@persons::bigint[] is null or c.person_id = any(@persons))
                order by c.person_id, c.kind, c.meeting
                on conflict do nothing
                returning person_id, kind, meeting
            )
            select c.kind, c.meeting as id, c.person_id as person, c.title, c.starts_at, case when p.reachable then p.chat_id end as chat
            from asked a
            join came_to c on c.person_id = a.person_id and c.kind = a.kind and c.meeting = a.meeting
            join person p on p.id = a.person_id
            order by c.person_id, c.starts_at, c.meeting
            """, new { seminarsSince, consultationsSince, until, today, persons = Values(only) });

    /// <summary>Who these are.</summary>
    public Task<IReadOnlyList<PersonId>> Due(DateTimeOffset seminarsSince, DateTimeOffset consultationsSince, DateTimeOffset until) =>
        session.Query<PersonId>(
        $"select distinct c.person_id {NotAsked} order by c.person_id", new { seminarsSince, consultationsSince, until });

    /// <summary>Everybody whose one nudge is due, including those who have filed since: only the hash knows who has.</summary>
    /// <param name="askedBefore">This day.</param>
    /// <param name="notBefore">People asked before this day are not nudged.</param>
    /// <param name="only">Of these people; null: everybody.</param>
    public Task<IReadOnlyList<AttendedMeeting>> TakeNudges(
        DateOnly askedBefore, DateOnly notBefore, IReadOnlyCollection<PersonId>? only = null) => session.Query<AttendedMeeting>("""
        with nudged as (
            update feedback_request
            set nudged = true
            where not nudged and not declined and asked_on < @askedBefore and (@persons::bigint[] is null or person_id = any(@persons))
            returning person_id, kind, meeting, asked_on
        )
        select c.kind, c.meeting as id, c.person_id as person, c.title, c.starts_at, case when p.reachable and p.reminders
            and not exists (select from feedback_quiet q where q.person_id = p.id) then p.chat_id end as chat
        from nudged n
        join came_to c on c.person_id = n.person_id and c.kind = n.kind and c.meeting = n.meeting
        join person p on p.id = n.person_id
        where n.asked_on >= @notBefore
        order by c.person_id, c.starts_at, c.meeting
        """, new { askedBefore, notBefore, persons = Values(only) });

    /// <summary>Who these are.</summary>
    public Task<IReadOnlyList<PersonId>> NudgeDue(DateOnly askedBefore) => session.Query<PersonId>(
        "select distinct person_id from feedback_request where not nudged and not declined and asked_on < @askedBefore order by person_id",
        new { askedBefore });

    /// <summary>Stops questions about this meeting, or allows them again.</summary>
    public Task Decline(Meeting meeting, PersonId person, bool declined) => session.Execute("""
        insert into feedback_request (person_id, kind, meeting, declined)
        values (@person, @kind, @id, @declined)
        on conflict (person_id, kind, meeting) do update set declined = @declined
        """, new { person, kind = meeting.Kind.ToString(), id = meeting.Id, declined });

    /// <summary>Stops questions about all meetings, or allows them again.</summary>
    public Task SetQuiet(PersonId person, bool quiet) => session.Execute(quiet
        ? "insert into feedback_quiet (person_id) values (@person) on conflict do nothing"
        : "delete from feedback_quiet where person_id = @person", new { person });

    /// <summary>Everybody who came to a meeting that ended after <paramref name="since"/> and not after <paramref name="until"/>.</summary>
    public Task<IReadOnlyList<AttendedMeeting>> AttendedBetween(DateTimeOffset since, DateTimeOffset until) =>
        session.Query<AttendedMeeting>("""
        select c.kind, c.meeting as id, c.person_id as person, c.title, c.starts_at,
               case when p.reachable and not exists (select from feedback_quiet q where q.person_id = p.id) then p.chat_id end as chat
        from came_to c
        join person p on p.id = c.person_id
        where c.ends_at > @since and c.ends_at <= @until
        order by c.person_id, c.starts_at, c.meeting
        """, new { since, until });

    /// <summary>Those of them who have said what they think and were not asked «Применили?» yet; marked as asked.</summary>
    /// <param name="attended">Who came.</param>
    /// <param name="filedBy">Who filed later is asked later: not in the same breath.</param>
    public async Task<IReadOnlyList<AttendedMeeting>> TakeApplied(IReadOnlyList<AttendedMeeting> attended, DateOnly filedBy)
    {
        var authors = attended.Select(c => key.Author(c.Person, c.Meeting)).ToArray();
        var tokens = Array.ConvertAll(authors, key.Asked);
        // Who has filed and was not asked; the day of filing is sealed, so it is looked at one by one.
        var due = await session.Query<int>("""
            select n.nr::int - 1
            from unnest(@authors, @places, @tokens) with ordinality n(author, place, token, nr)
            where not exists (select from feedback_asked a where a.token = n.token)
              and not exists (select from feedback f where f.author = n.author and f.applied_asked)   -- noted so by an earlier version
              and (exists (select from feedback f where f.author = n.author) or exists (select from feedback_box b where b.place = n.place))
            order by n.nr
            """, new { authors, places = Array.ConvertAll(authors, key.Place), tokens });
        var asked = new List<AttendedMeeting>();
        foreach (var n in due)
        {
            if (await box.Find(attended[n].Meeting, attended[n].Person) is { } answer && answer.FiledOn <= filedBy
                && await session.Execute("insert into feedback_asked (token) values (@token) on conflict do nothing",
                    new { token = tokens[n] }) > 0)
                asked.Add(attended[n]);
        }
        return asked;
    }

    private const string NotAsked = """
        from came_to c
        where c.ends_at > case c.kind when 'Seminar' then @seminarsSince else @consultationsSince end
          and c.ends_at > @consultationsSince and c.ends_at <= @until
          and not exists (select from feedback_quiet q where q.person_id = c.person_id)
          and not exists (select from feedback_request r where r.person_id = c.person_id and r.kind = c.kind and r.meeting = c.meeting)
        """;

    private static long[]? Values(IReadOnlyCollection<PersonId>? persons) => persons?.Select(p => p.Value).ToArray();
}
