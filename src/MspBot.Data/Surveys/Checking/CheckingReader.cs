using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys.Checking;

/// <summary>What schools have answered, as those read it who check it.</summary>
public sealed class CheckingReader(DbSession session)
{
    /// <summary>Null: the school is not asked.</summary>
    public async Task<CheckedAnswers?> Of(SurveyId survey, SchoolId school) =>
        await SurveyQuery.FindSchool(session, survey, school) is { } asked
            ? new(asked, await Deeds(survey, school), await Values(survey, school), await Remarks(survey, school),
                await Outcomes(survey, school))
            : null;

    /// <summary>Of these schools, those that have a head, whether or not somebody can write to them.</summary>
    public async Task<IReadOnlySet<SchoolId>> WithHead(IReadOnlyCollection<SchoolId> schools) => (await session.Query<SchoolId>("""
        select distinct school_id from person_role where role = 'SchoolHead' and school_id = any(@schools)
        """, new { schools = schools.Select(one => one.Value).ToArray() })).ToHashSet();

    /// <summary>Surveys and schools whose answers name this person: who has answered, sent, accepted or returned them.</summary>
    public Task<IReadOnlyList<(SurveyId Survey, SchoolId School)>> Naming(PersonId person) =>
        session.Query<(SurveyId, SchoolId)>("""
            select survey_id, school_id from survey_school where sent_by = @person or accepted_by = @person
            union select survey_id, school_id from survey_value where by_person = @person
            union select survey_id, school_id from survey_remark where by_person = @person
            """, new { person });

    /// <summary>
    /// Another number as soon as a school does anything but answer one more question: what a press decides on all schools was seen as it
    /// is.
    /// </summary>
    public Task<long> Seen(SurveyId survey) => session.Value<long>(
        "select coalesce(sum(version), 0)::bigint from survey_school where survey_id = @survey", new { survey });

    /// <summary>Why it was opened again, the last time; null: it was not.</summary>
    public Task<string?> ReopenedBecause(SurveyId survey) => session.Find<string?>("""
        select reason from survey_closing where survey_id = @survey and reason is not null order by nr desc limit 1
        """, new { survey });

    private async Task<SchoolDeeds> Deeds(SurveyId survey, SchoolId school) => (await session.Find<SchoolDeeds>("""
        select c.sent_by, c.accepted_by,
               (select r.by_person from survey_remark r where r.survey_id = c.survey_id and r.school_id = c.school_id
                order by r.id desc limit 1) as returned_by,
               exists (select from person_role r where r.role = 'SchoolHead' and r.school_id = c.school_id) as has_head
        from survey_school c
        where c.survey_id = @survey and c.school_id = @school
        """, new { survey, school }))!;

    private Task<IReadOnlyList<CheckedValue>> Values(SurveyId survey, SchoolId school) => session.Query<CheckedValue>("""
        select v.id as version, i.kind, v.name, v.unit, x.part, x.whole, x.words, x.missing, x.why,
               coalesce(x.surprising, false) as surprising, coalesce(x.by_site, false) as by_site, x.by_person as by,
               b.part as before_part, b.whole as before_whole, b.words as before_words, b.missing as before_missing, b.why as before_why,
               o.id is not null as was_put_right, o.part as old_part, o.whole as old_whole, o.words as old_words,
               o.missing as old_missing, o.why as old_why
        from survey_school c
        join survey_indicator a on a.survey_id = c.survey_id
        join indicator_version v on v.id = a.indicator_version_id
        join indicator i on i.id = v.indicator_id and i.kind <> 'Computed'
        left join survey_value x on x.survey_id = c.survey_id and x.school_id = c.school_id and x.indicator_version_id = v.id
        left join survey_before p on p.survey_id = c.survey_id and p.indicator_version_id = v.id and not p.broken
        left join survey_value b on b.survey_id = p.before_id and b.school_id = c.school_id
            and b.indicator_version_id = p.before_version_id
            and exists (
                select from survey_school e where e.survey_id = b.survey_id and e.school_id = b.school_id and e.sent_at is not null)
        left join lateral (
            -- As it was when it was returned, else when it was sent.
            select y.* from survey_value_past y
            where y.survey_id = c.survey_id and y.school_id = c.school_id and y.indicator_version_id = v.id
              and (y.replaced_at >= c.returned_at or (c.returned_at is null and y.replaced_at > c.sent_at))
            order by y.version
            limit 1
        ) o on true
        where c.survey_id = @survey and c.school_id = @school
        order by a.position
        """, new { survey, school });

    /// <summary>Of the last return: those that are open, or, once the school has answered, those that it has answered.</summary>
    private Task<IReadOnlyList<CheckedRemark>> Remarks(SurveyId survey, SchoolId school) => session.Query<CheckedRemark>("""
        select r.indicator_version_id as indicator, v.name, r.words, r.at
        from survey_school c
        join survey_remark r on r.survey_id = c.survey_id and r.school_id = c.school_id
        left join indicator_version v on v.id = r.indicator_version_id
        where c.survey_id = @survey and c.school_id = @school and c.state in ('Returned', 'Resent')
          and (r.settled_at is null or r.settled_at >= c.returned_at)
        order by r.id
        """, new { survey, school });

    private Task<IReadOnlyList<CheckedOutcome>> Outcomes(SurveyId survey, SchoolId school) => session.Query<CheckedOutcome>("""
        select r.words, r.at, a.outcome
        from survey_recommendation a
        join recommendation r on r.id = a.recommendation_id
        where a.survey_id = @survey and a.school_id = @school
        order by r.id
        """, new { survey, school });
}
