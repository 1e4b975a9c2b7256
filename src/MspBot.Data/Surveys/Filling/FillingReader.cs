using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys.Filling;

/// <summary>What a school is asked, what it has answered, and what it answered the last time.</summary>
public sealed class FillingReader(DbSession session)
{
    /// <summary>Null: there is no such survey, or it does not ask this school, or it is not opened yet.</summary>
    public async Task<SchoolAnswers?> One(SurveyId survey, SchoolId school)
    {
        if (await SurveyQuery.Find(session, survey) is not { State: not SurveyState.Draft } details
            || await SurveyQuery.FindSchool(session, survey, school) is not { } asked) return null;
        return new(details, asked, await Questions(survey, school), await session.Query<string>("""
            select words from survey_remark
            where survey_id = @survey and school_id = @school and indicator_version_id is null and settled_at is null
            order by id
            """, new { survey, school }));
    }

    /// <summary>Open ones first, then the newest.</summary>
    public Task<IReadOnlyList<SchoolSurvey>> OfSchool(SchoolId school, int most) => session.Query<SchoolSurvey>($"""
        {SelectOfSchool}
        order by s.state = 'Closed', s.last_day desc, s.id desc
        limit @most
        """, new { school, most });

    /// <summary>The one due first that waits for this school; null: none does.</summary>
    public Task<SchoolSurvey?> Waiting(SchoolId school) => session.Find<SchoolSurvey>($"""
        {SelectOfSchool} and s.state = 'Open' and c.state in ('Waiting', 'Filling', 'Returned')
        order by c.state <> 'Returned', s.due_on, s.id
        limit 1
        """, new { school });

    /// <summary>Whether somebody in the bot heads this school.</summary>
    public Task<bool> HasHead(SchoolId school) => session.Value<bool>(
        "select exists (select from person_role where role = 'SchoolHead' and school_id = @school)", new { school });

    /// <summary>How many answers for a school this person has given, and how often they have written to schools and of the site.</summary>
    public async Task<(int Answers, int Words)> Stored(PersonId person) => await session.Find<(int, int)>("""
        select ((select count(*) from survey_value where by_person = @person)
                + (select count(*) from survey_recommendation where by_person = @person))::int,
               ((select count(*) from recommendation where by_person = @person)
                + (select count(*) from survey_remark where by_person = @person)
                + (select count(*) from conclusion where by_person = @person)
                + (select count(*) from conclusion where answered_by = @person))::int
        """, new { person });

    /// <summary>Indicators that schools are asked about, in their order, then recommendations.</summary>
    internal async Task<IReadOnlyList<SchoolQuestion>> Questions(SurveyId survey, SchoolId school)
    {
        var indicators = await session.Query<SchoolQuestion>("""
            select a.indicator_version_id as indicator, i.kind, v.name, v.unit, v.hint, v.minimum, v.maximum,
                   x.part, x.whole, x.words, x.missing, coalesce(x.version, 0) as seen,
                   coalesce(x.surprising, false) as surprising, x.why, coalesce(x.by_site, false) as by_site, x.by_person as by,
                   p.full_name as by_name, x.at, coalesce(b.broken, false) as broken, y.part as before_part, y.whole as before_whole,
                   y.words as before_words, y.missing as before_missing, r.remark,
                   row_number() over (order by a.position)::int as number
            from survey_indicator a
            join indicator_version v on v.id = a.indicator_version_id
            join indicator i on i.id = v.indicator_id and i.kind <> 'Computed'
            left join survey_value x on x.survey_id = a.survey_id and x.school_id = @school
                and x.indicator_version_id = a.indicator_version_id
            left join person p on p.id = x.by_person
            left join survey_before b on b.survey_id = a.survey_id and b.indicator_version_id = a.indicator_version_id
            left join survey_value y on y.survey_id = b.before_id and y.school_id = @school
                and y.indicator_version_id = b.before_version_id
            left join lateral (
                select string_agg(words, E'\n' order by id) as remark
                from survey_remark
                where survey_id = a.survey_id and school_id = @school and indicator_version_id = a.indicator_version_id
                    and settled_at is null
            ) r on true
            where a.survey_id = @survey
            order by a.position
            """, new { survey, school });
        var recommendations = await session.Query<SchoolQuestion>("""
            select c.recommendation_id as recommendation, 'Words' as kind,
                   r.words as name, r.at as recommended_at, c.outcome,
                   case c.outcome when 'Done' then 1 when 'Partly' then 2 when 'NotDone' then 3 else 0 end as seen, c.by_site,
                   c.by_person as by, p.full_name as by_name, c.at,
                   @asked + row_number() over (order by r.id)::int as number
            from survey_recommendation c
            join recommendation r on r.id = c.recommendation_id
            left join person p on p.id = c.by_person
            where c.survey_id = @survey and c.school_id = @school
            order by r.id
            """, new { survey, school, asked = indicators.Count });
        return [.. indicators, .. recommendations];
    }

    private const string SelectOfSchool = """
        select s.id, s.label, s.state as survey, c.state, s.due_on, s.opened_at,
               exists (select from survey_value v where v.survey_id = s.id and v.school_id = c.school_id) as is_begun,
               not exists (
                   select from survey_indicator a
                   join indicator_version v on v.id = a.indicator_version_id
                   join indicator i on i.id = v.indicator_id and i.kind <> 'Computed'
                   where a.survey_id = s.id and not exists (
                       select from survey_value x
                       where x.survey_id = s.id and x.school_id = c.school_id and x.indicator_version_id = v.id)
               ) and not exists (
                   select from survey_recommendation r where r.survey_id = s.id and r.school_id = c.school_id and r.outcome is null
               ) and not exists (
                   select from survey_remark m
                   where m.survey_id = s.id and m.school_id = c.school_id and m.indicator_version_id is not null
                       and m.settled_at is null
               ) as is_whole
        from survey_school c
        join survey s on s.id = c.survey_id and s.state <> 'Draft'
        where c.school_id = @school
        """;
}
