using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations;

/// <summary>How long tutors usually take to answer a request.</summary>
public sealed class AnswerSpeed(DbSession session)
{
    /// <summary>Fewer say nothing.</summary>
    private const int Enough = 5;

    /// <summary>The median of this tutor's last answers, else of all tutors'; null: too few. One look at an index, never at more than the last 300.</summary>
    public async Task<TimeSpan?> Of(PersonId tutor)
    {
        var found = await session.Find<Medians>($"""
            with recent as (
                select tutor_id, extract(epoch from answered_at - created_at) as took
                from consultation
                where answered_at is not null and kind = 'Individual'
                order by answered_at desc
                limit 300)
            select case when count(*) filter (where tutor_id = @tutor) >= {Enough}
                       then percentile_cont(0.5) within group (order by took) filter (where tutor_id = @tutor) end::double precision as theirs,
                   case when count(*) >= {Enough} then percentile_cont(0.5) within group (order by took) end::double precision as everybodys
            from recent
            """, new { tutor });
        return (found?.Theirs ?? found?.Everybodys) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private sealed record Medians(double? Theirs, double? Everybodys);
}
