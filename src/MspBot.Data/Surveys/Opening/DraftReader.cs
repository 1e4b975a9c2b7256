using MspBot.Data.Postgres;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys.Opening;

/// <summary>How a survey is called.</summary>
public sealed record NamedSurvey
{
    public long Id { get; init; }
    public string Label { get; init; } = "";
}

/// <summary>Surveys before they are opened, and how surveys are called.</summary>
public sealed class DraftReader(DbSession session)
{
    /// <summary>Null: there is none, or it was opened.</summary>
    public Task<DraftDetails?> One(SurveyId id) => Read(session, id);

    public Task<IReadOnlyList<NamedSurvey>> Names(IReadOnlyCollection<long> ids) =>
        session.Query<NamedSurvey>("select id, label from survey where id = any(@ids)", new { ids = ids.ToArray() });

    internal static async Task<DraftDetails?> Read(DbSession session, SurveyId id)
    {
        if (await SurveyQuery.Find(session, id) is not { State: SurveyState.Draft } survey) return null;
        var indicators = await session.Query<DraftIndicator>("""
            select i.id, i.kind
            from survey_indicator a
            join indicator_version v on v.id = a.indicator_version_id
            join indicator i on i.id = v.indicator_id and i.retired_at is null
            where a.survey_id = @id
            order by a.position
            """, new { id });
        var schools = await session.Query<DraftSchool>("""
            select n.id, n.name, n.kind = 'LowResults' and n.confirmed_at is not null as is_listed, h.heads, h.reachable,
                   (select count(*)::int from recommendation r
                    where r.school_id = c.school_id and r.outcome is distinct from 'Done') as recommendations
            from survey_school c
            join school n on n.id = c.school_id
            cross join lateral (
                select count(*)::int as heads, (count(*) filter (where p.reachable and p.chat_id is not null))::int as reachable
                from person_role r
                join person p on p.id = r.person_id
                where r.role = 'SchoolHead' and r.school_id = c.school_id
            ) h
            where c.survey_id = @id
            """, new { id });
        return new()
        {
            Survey = survey,
            Indicators = indicators,
            Schools = [.. schools.OrderBy(one => one.Name, Alphabet.Order)],
            HasSamePeriod = await HasOpened(session, survey.FirstDay, survey.LastDay),
            Seen = await session.Value<long>("""
                select ('x' || left(md5(concat_ws('/',
                    (select string_agg(concat_ws(':', i.id, i.revision), ',' order by i.id)
                     from survey_indicator a
                     join indicator_version v on v.id = a.indicator_version_id
                     join indicator i on i.id = v.indicator_id
                     where a.survey_id = @id),
                    (select string_agg(concat_ws(':', n.id, n.kind, n.confirmed_at is null), ',' order by n.id)
                     from survey_school c
                     join school n on n.id = c.school_id
                     where c.survey_id = @id))), 12))::bit(48)::bigint
                """, new { id }),
        };
    }

    private static Task<bool> HasOpened(DbSession session, DateOnly first, DateOnly last) => session.Value<bool>(
        "select exists (select from survey where first_day = @first and last_day = @last and state <> 'Draft')", new { first, last });
}
