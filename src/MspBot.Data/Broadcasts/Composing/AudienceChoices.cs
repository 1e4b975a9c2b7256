using MspBot.Data.Postgres;

namespace MspBot.Data.Broadcasts.Composing;

/// <summary>A meeting or a survey that an audience can be about.</summary>
public sealed record AudienceChoice
{
    public long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>When a meeting begins; the due day of a survey.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>What can be chosen for «Кому» and beside the words.</summary>
public sealed class AudienceChoices(DbSession session)
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(60);

    /// <summary>Meetings that are coming, the nearest first, then those that were, the newest first.</summary>
    public Task<IReadOnlyList<AudienceChoice>> Meetings(DateTimeOffset now, bool coming = false) => session.Query<AudienceChoice>("""
        select id, title as name, starts_at as at
        from seminar
        where state = 'Published' and starts_at > case when @coming then @now else @since end
        order by starts_at <= @now, abs(extract(epoch from starts_at - @now)), id
        limit 200
        """, new { now, since = now - LookBack, coming });

    /// <summary>Open surveys that some schools with a head still owe.</summary>
    public Task<IReadOnlyList<AudienceChoice>> Surveys() => session.Query<AudienceChoice>("""
        select v.id, v.label as name, v.due_on::timestamptz as at
        from survey v
        where v.state = 'Open' and exists (
            select from survey_school c where c.survey_id = v.id and c.state in ('Waiting', 'Filling', 'Returned'))
        order by v.due_on, v.id
        """);

    /// <summary>Coming meetings to which teachers were sent who have not answered.</summary>
    public Task<IReadOnlyList<AudienceChoice>> Nominations(DateTimeOffset now) => session.Query<AudienceChoice>("""
        select s.id, s.title as name, s.starts_at as at
        from seminar s
        where s.state = 'Published' and s.starts_at > @now
          and exists (select from nomination n where n.seminar_id = s.id and n.state = 'Asked')
        order by s.starts_at, s.id
        """, new { now });
}
