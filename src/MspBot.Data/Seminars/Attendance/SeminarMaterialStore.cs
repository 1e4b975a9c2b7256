using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Files;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Seminars.Attendance;

/// <summary>A material on its way to one person.</summary>
public sealed record MaterialToGive
{
    public long Attached { get; init; }

    public long SignUp { get; init; }

    public ChatId Chat { get; init; }

    public required string Title { get; init; }

    public required string Name { get; init; }

    /// <summary>The messenger's own reference.</summary>
    public string? File { get; init; }

    /// <summary>Where its bytes are kept.</summary>
    public StoredFileId? Stored { get; init; }

    public string? FileName { get; init; }

    public string? Url { get; init; }
}

/// <summary>A meeting that is over, and how many who came have not got a material.</summary>
public sealed record MeetingToGive
{
    public SeminarId Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int Waiting { get; init; }
}

/// <summary>What belongs to a seminar, and who has been given it.</summary>
public sealed class SeminarMaterialStore(DbSession session)
{
    /// <summary>Older material is not handed out automatically.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    public Task Attach(SeminarId seminar, MaterialId material, DateTimeOffset now) => session.Execute("""
        insert into seminar_material (seminar_id, material_id, added_at)
        values (@seminar, @material, @now)
        """, new { seminar, material, now });

    /// <summary>For those who came and for nobody else, unless it is attached already.</summary>
    /// <returns>The attached material.</returns>
    public async Task<long> AttachForCame(SeminarId seminar, MaterialId material, DateTimeOffset now)
    {
        await session.Execute("""
            insert into seminar_material (seminar_id, material_id, added_at, came_only)
            values (@seminar, @material, @now, true)
            on conflict (seminar_id, material_id) do update set added_at = excluded.added_at
            """, new { seminar, material, now });
        return await session.Value<long>("select id from seminar_material where seminar_id = @seminar and material_id = @material",
            new { seminar, material });
    }

    /// <summary>Meetings that this person led, the latest first.</summary>
    public Task<Page<MeetingToGive>> Held(PersonId leader, MaterialId material, DateTimeOffset now, int page) =>
        session.Page<MeetingToGive>(page, $"{HeldQuery} order by s.starts_at desc, s.id desc offset @skip limit @take",
            new { leader, material, now, skip = Paging.Skip(page), take = Paging.Take });

    public Task<MeetingToGive?> Held(PersonId leader, MaterialId material, DateTimeOffset now, SeminarId seminar) =>
        session.Find<MeetingToGive>($"{HeldQuery} and s.id = @seminar", new { leader, material, now, seminar });

    public Task<bool> HasHeld(PersonId leader, DateTimeOffset now) => session.Value<bool>("""
        select exists (select from seminar where leader_id = @leader and state = 'Published' and ends_at <= @now)
        """, new { leader, now });

    private const string HeldQuery = """
        select s.id, s.title, s.starts_at,
               (select count(distinct m.person_id)
                from sign_up m
                join person p on p.id = m.person_id and p.reachable and p.chat_id is not null
                where m.seminar_id = s.id and m.state = 'Confirmed' and m.came and not exists (
                    select from seminar_material b
                    join seminar_material_given h on h.seminar_material_id = b.id
                    join sign_up u on u.id = h.sign_up_id
                    where b.material_id = @material and u.person_id = m.person_id))::int as waiting
        from seminar s
        where s.leader_id = @leader and s.state = 'Published' and s.ends_at <= @now
        """;

    /// <summary>Those who were absent or have no mark get it at the latest this long after the end.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromDays(1);

    /// <summary>
    /// Marks as given, in the session's transaction, what those have not got who came, those who did not come and have been asked why, and
    /// a day after the end everybody who had a seat; and those who waited for one in vain. Safe to run twice.
    /// </summary>
    public Task<IReadOnlyList<MaterialToGive>> TakeDue(IReadOnlyCollection<long> attached, DateTimeOffset now) =>
        session.Query<MaterialToGive>($"""
        with due as (
            select a.id as attached, m.id as sign_up, p.chat_id as chat, s.title, t.name, f.reference as file, f.name as file_name, e.url,
                f.id as stored
            {ToGive}
              and a.id = any(@attached)
        ), given as (
            insert into seminar_material_given (seminar_material_id, sign_up_id, given_at)
            select attached, sign_up, @now from due order by attached, sign_up
            on conflict do nothing
            returning seminar_material_id, sign_up_id
        )
        select d.*
        from due d
        join given g on g.seminar_material_id = d.attached and g.sign_up_id = d.sign_up
        order by d.attached, d.sign_up
        """, new { attached = attached.ToArray(), now, since = now - Fresh, endedBy = now - Later });

    /// <summary>The attached materials of which somebody has not got what they should have.</summary>
    public Task<IReadOnlyList<long>> Due(DateTimeOffset now) =>
        session.Query<long>($"select distinct a.id {ToGive} order by a.id", new { since = now - Fresh, endedBy = now - Later });

    private const string ToGive = """
        from seminar_material a
        join material t on t.id = a.material_id and t.state <> 'Hidden'
        join material_edition e on e.material_id = t.id and e.nr = coalesce(t.edition, 1)
        left join stored_file f on f.id = e.file_id
        join seminar s on s.id = a.seminar_id and s.state = 'Published'
        join sign_up m on m.seminar_id = s.id and m.state <> 'Cancelled'
        join person p on p.id = m.person_id and p.reachable and p.chat_id is not null
        where a.added_at > @since
          and (m.state = 'Confirmed' and m.came
              or not a.came_only and (m.state = 'Confirmed' and s.ends_at <= @endedBy
                  or exists (select from missed_question q where q.sign_up_id = m.id)
                  or m.state = 'Waitlisted' and m.line_over_told_at is not null))
          and (not a.came_only or not exists (
              select from seminar_material b
              join seminar_material_given h on h.seminar_material_id = b.id
              join sign_up u on u.id = h.sign_up_id
              where b.material_id = a.material_id and u.person_id = m.person_id))
          and not exists (select from seminar_material_given g where g.seminar_material_id = a.id and g.sign_up_id = m.id)
        """;
}
