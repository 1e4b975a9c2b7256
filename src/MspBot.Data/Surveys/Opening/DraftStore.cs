using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Opening;

namespace MspBot.Data.Surveys.Opening;

/// <summary>
/// Deeds on surveys that were not opened yet. The survey's row is held first, for opening those of all surveys of the same days, then
/// indicators and schools in the order of their numbers.
/// </summary>
public sealed class DraftStore(DbSession session)
{
    /// <summary>Makes a draft; no school knows of it.</summary>
    public async Task<(SurveyRefusal? Refusal, SurveyId Id)> Add(NewSurvey one, PersonId by, DateTimeOffset now, DateOnly today)
    {
        if (OpeningRules.CheckDue(one.DueOn, today) is { } early) return (early, default);
        if (await session.Value<bool>("""
            select exists (select from survey where first_day = @First and last_day = @Last and state <> 'Draft')
            """, new { one.Period.First, one.Period.Last })) return (SurveyRefusal.SamePeriod, default);
        var id = new SurveyId(await session.Value<long>("""
            insert into survey (label, every, first_day, last_day, due_on, state, created_by, created_at)
            values (@Label, @every, @First, @Last, @DueOn, 'Draft', @by, @now)
            returning id
            """, new { one.Period.Label, every = one.Period.Every?.ToString(), one.Period.First, one.Period.Last, one.DueOn, by, now }));
        return (await Ask(id, one.Indicators) ?? await Ask(id, one.Schools), id);
    }

    /// <param name="id">Which.</param>
    /// <param name="revision">As it was seen.</param>
    /// <param name="change">What is to be otherwise.</param>
    /// <param name="today">On the site.</param>
    public async Task<DraftResult> Change(SurveyId id, int revision, DraftChange change, DateOnly today)
    {
        if (await Hold(id, revision) is { } refused) return await Refuse(refused, id);
        if (change.DueOn is { } due)
        {
            if (OpeningRules.CheckDue(due, today) is { } early) return await Refuse(early, id);
            await session.Execute("update survey set due_on = @due where id = @id", new { id, due });
        }
        if (change.Indicators is { } indicators && await Ask(id, indicators) is { } wrong) return await Refuse(wrong, id);
        if (change.Schools is { } schools && await Ask(id, schools) is { } other) return await Refuse(other, id);
        await session.Execute("update survey set revision = revision + 1 where id = @id", new { id });
        return new(null, await DraftReader.Read(session, id));
    }

    /// <summary>«Удалить черновик»</summary>
    public async Task<DraftResult> Drop(SurveyId id, int revision)
    {
        if (await Hold(id, revision) is { } refused) return await Refuse(refused, id);
        await session.Execute("delete from survey where id = @id", new { id });
        return new(null, null);
    }

    /// <summary>«Открыть опрос»: from here on what it asks and whom stays as it is.</summary>
    /// <param name="id">Which.</param>
    /// <param name="revision">As it was seen.</param>
    /// <param name="seen">What it asked then, and whom: <see cref="DraftDetails.Seen"/>.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="today">On the site.</param>
    /// <returns>As it was right before.</returns>
    public async Task<DraftResult> Open(SurveyId id, int revision, long seen, DateTimeOffset now, DateOnly today)
    {
        // Of the surveys of the same days one is opened, so they wait for each other.
        await session.Query<long>("""
            select s.id
            from survey s
            where (s.first_day, s.last_day) = (select first_day, last_day from survey where id = @id)
            order by s.id
            for no key update
            """, new { id });
        if (await Hold(id, revision) is { } refused) return await Refuse(refused, id);
        await session.Query<long>("""
            select id from indicator where id in (
                select v.indicator_id from survey_indicator a join indicator_version v on v.id = a.indicator_version_id
                where a.survey_id = @id)
            order by id for share
            """, new { id });
        await session.Query<long>("""
            select id from school where id in (select school_id from survey_school where survey_id = @id) order by id for share
            """, new { id });
        var draft = (await DraftReader.Read(session, id))!;
        if (draft.Seen != seen) return new(SurveyRefusal.ChangedMeanwhile, draft);
        if (draft.Rules.Check(today) is { } wrong) return new(wrong, draft);
        await session.Execute("""
            delete from survey_indicator a using indicator_version v, indicator i
            where a.survey_id = @id and v.id = a.indicator_version_id and i.id = v.indicator_id and i.retired_at is not null;
            -- What was changed since it was drafted is asked as it is now.
            update survey_indicator a set indicator_version_id = n.id
            from indicator_version v
            join indicator i on i.id = v.indicator_id
            join indicator_version n on n.indicator_id = i.id and n.nr = i.nr
            where a.survey_id = @id and v.id = a.indicator_version_id and n.id <> v.id;
            insert into survey_recommendation (survey_id, school_id, recommendation_id)
            select c.survey_id, c.school_id, r.id
            from survey_school c
            join recommendation r on r.school_id = c.school_id and r.outcome is distinct from 'Done'
            where c.survey_id = @id;
            update survey set state = 'Open', opened_at = @now, revision = revision + 1 where id = @id and state = 'Draft'
            """, new { id, now });
        return new(null, draft);
    }

    /// <summary>Holds the draft as it was seen; else why it is not.</summary>
    private async Task<SurveyRefusal?> Hold(SurveyId id, int revision) => await SurveyQuery.Lock(session, id) switch
    {
        null => SurveyRefusal.NoSuchSurvey,
        { State: not SurveyState.Draft } => SurveyRefusal.NoDraft,
        var survey => survey.Revision == revision ? null : SurveyRefusal.ChangedMeanwhile,
    };

    private async Task<DraftResult> Refuse(SurveyRefusal because, SurveyId id) => new(because, await DraftReader.Read(session, id));

    /// <summary>From now on the draft asks these, as they are now.</summary>
    private async Task<SurveyRefusal?> Ask(SurveyId id, IReadOnlyList<IndicatorId> indicators)
    {
        var ids = indicators.Select(one => one.Value).Distinct().ToArray();
        if (!await session.Value<bool>("""
            select exists (select from indicator where id = any(@ids) and kind <> 'Computed' and retired_at is null)
            """, new { ids })) return SurveyRefusal.NoIndicators;
        if (await session.Value<int>("select count(*)::int from indicator where id = any(@ids) and retired_at is null", new { ids })
            != ids.Length) return SurveyRefusal.Retired;
        await session.Execute("""
            delete from survey_indicator where survey_id = @id;
            insert into survey_indicator (survey_id, indicator_version_id, position)
            select @id, v.id, (row_number() over (order by i.id))::int
            from indicator i
            join indicator_version v on v.indicator_id = i.id and v.nr = i.nr
            where i.id = any(@ids)
            """, new { id, ids });
        return null;
    }

    /// <summary>From now on the draft asks these; each must be of the list, as one with low results.</summary>
    private async Task<SurveyRefusal?> Ask(SurveyId id, IReadOnlyList<SchoolId> schools)
    {
        var ids = schools.Select(one => one.Value).Distinct().ToArray();
        if (ids.Length == 0) return SurveyRefusal.NoSchools;
        if (await session.Value<int>("""
            select count(*)::int from school where id = any(@ids) and kind = 'LowResults' and confirmed_at is not null
            """, new { ids }) != ids.Length) return SurveyRefusal.NotLowResults;
        await session.Execute("""
            delete from survey_school where survey_id = @id;
            insert into survey_school (survey_id, school_id) select @id, s from unnest(@ids) s
            """, new { id, ids });
        return null;
    }
}
