using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;

namespace MspBot.Data.Digests;

/// <summary>What of the surveys of schools waits for a decision.</summary>
public sealed class SurveyDecisionReader(DbSession session, SiteZone zone)
{
    /// <summary>Open surveys whose due day is over, with how many schools have not sent.</summary>
    internal Task<IReadOnlyList<Decision>> Late(DateTimeOffset now, int skip, int? take) => session.Query<Decision>("""
        select 'SurveyLate' as kind, s.id, s.label as name, s.due_on as day, count(*)::int as number
        from survey s
        join survey_school c on c.survey_id = s.id and c.sent_at is null
        where s.state = 'Open' and s.due_on < @today
        group by s.id
        order by s.due_on, s.id
        offset @skip limit @take
        """, new { today = zone.DayOf(now), skip, take });

    /// <summary>Surveys with answers that nobody has accepted or returned, with how many schools' they are.</summary>
    internal Task<IReadOnlyList<Decision>> ToCheck(int skip, int? take) => session.Query<Decision>("""
        select 'AnswersToCheck' as kind, s.id, s.label as name, s.due_on as day, count(*)::int as number
        from survey s
        join survey_school c on c.survey_id = s.id and c.state in ('Sent', 'Resent')
        where s.state <> 'Draft'
        group by s.id
        order by s.due_on, s.id
        offset @skip limit @take
        """, new { skip, take });
}
