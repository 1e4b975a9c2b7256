using MspBot.Data.Postgres;
using MspBot.Domain.Files;
using MspBot.Domain.Materials;
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

    public string? Url { get; init; }
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

    /// <summary>Those who were absent or have no mark get it at the latest this long after the end.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromDays(1);

    /// <summary>
    /// Marks as given, in the session's transaction, what those have not got who came, those who did not come and have been asked why, and
    /// a day after the end everybody who had a seat; and those who waited for one in vain. Safe to run twice.
    /// </summary>
    public Task<IReadOnlyList<MaterialToGive>> TakeDue(IReadOnlyCollection<long> attached, DateTimeOffset now) =>
        session.Query<MaterialToGive>($"""
        with due as (
            select a.id as attached, m.id as sign_up, p.chat_id as chat, s.title, t.name, f.reference as file, e.url, f.id as stored
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
        join material t on t.id = a.material_id
        join material_edition e on e.material_id = t.id and e.nr = coalesce(t.edition, 1)
        left join stored_file f on f.id = e.file_id
        join seminar s on s.id = a.seminar_id and s.state = 'Published'
        join sign_up m on m.seminar_id = s.id and m.state <> 'Cancelled'
        join person p on p.id = m.person_id and p.reachable and p.chat_id is not null
        where a.added_at > @since
          and (m.state = 'Confirmed' and (m.came or s.ends_at <= @endedBy)
              or exists (select from missed_question q where q.sign_up_id = m.id)
               or m.state = 'Waitlisted' and m.line_over_told_at is not null)
          and not exists (select from seminar_material_given g where g.seminar_material_id = a.id and g.sign_up_id = m.id)
        """;
}
